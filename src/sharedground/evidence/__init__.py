"""The published evidence: findings with their sources, the rules on showing them, and their words."""

from sharedground.evidence.cards import card
from sharedground.evidence.load import check_evidence, evidence_folder, known_ids, load_evidence
from sharedground.evidence.rules import Rules
from sharedground.evidence.tables import Check, Evidence, Finding

__all__ = [
    "Check",
    "Evidence",
    "Finding",
    "Rules",
    "card",
    "check_evidence",
    "evidence_folder",
    "known_ids",
    "load_evidence",
]
