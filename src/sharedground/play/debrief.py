"""What each option at a fork protects and costs, and for whom: the contrast, the same for everyone who asks.

It depends on the scenario, the fork and the evidence, never on what a person chose. Knows no screen.
"""

from collections.abc import Iterable
from typing import Any

from sharedground.charts.figures import FigureSpec, figures_for, words_for
from sharedground.evidence import Evidence
from sharedground.scenario.model import Choice, Effect, Ending, Scenario, Scene
from sharedground.words import BEARERS, COST_WORDS, FREEDOM_WORDS, GAIN_WORDS, STANCE_MARKS, STANCE_WORDS


def debrief(scenario: Scenario, fork_id: str, evidence: Evidence) -> dict[str, Any]:
    """The debrief of one fork as plain data: every option, what followed, what it protects and costs.

    Keys: ``question``, ``options`` (in the author's order), ``has_family``, ``known``, ``not_known``,
    ``whatever_you_choose``, ``discuss``, ``figures`` (specs without the drawing) and ``words`` (ids of
    findings that have no figure and are said in words).
    """
    fork = scenario.scenes[fork_id]
    linked = findings_of(fork)
    return {
        "question": fork.question,
        "options": [_option(scenario, choice) for choice in fork.choices],
        "has_family": scenario.has_family,
        "known": fork.known,
        "not_known": fork.not_known,
        "whatever_you_choose": list(fork.whatever_you_choose),
        "discuss": list(fork.discuss),
        "figures": [spec.as_dict() for spec in figures_for(evidence, linked)],
        "words": [card["id"] for card in words_for(evidence, linked)],
    }


def findings_of(fork: Scene) -> list[str]:
    """Ids of the findings its choices name, each once, in the order of the file."""
    return list(dict.fromkeys(finding for choice in fork.choices for finding in choice.findings))


def figures_of(scenario: Scenario, evidence: Evidence) -> dict[str, FigureSpec]:
    """The figures of all its forks by name, each once."""
    return {spec.name: spec for fork in scenario.forks.values() for spec in figures_for(evidence, findings_of(fork))}


def _option(scenario: Scenario, choice: Choice) -> dict[str, Any]:
    followed = scenario.at(choice.leads_to)
    return {
        "id": choice.id,
        "label": choice.label,
        "named": choice.named,
        "stance": choice.stance,
        "stance_words": STANCE_WORDS[choice.stance],
        "mark": STANCE_MARKS[choice.stance],
        "freedom": choice.freedom,
        "freedom_words": FREEDOM_WORDS[choice.freedom],
        "leads_to": choice.leads_to,
        "in_short": followed.in_short,
        "diary": _diary_line(scenario, followed),
        "could_also": list(followed.could_also),
        "handover": choice.handover,
        "findings": list(choice.findings),
        "rows": {
            bearer: {
                "costs": _effects(choice.costs, bearer, COST_WORDS),
                "gives": _effects(choice.gives, bearer, GAIN_WORDS),
                "nobody_asked": bearer in choice.nobody_asked,
            }
            for bearer in BEARERS
        },
    }


def _effects(effects: Iterable[Effect], bearer: str, words: dict[Any, str]) -> list[dict[str, str]]:
    return [
        {"kind": effect.kind, "words": words[effect.kind], "text": effect.text}
        for effect in effects
        if effect.to == bearer
    ]


def _diary_line(scenario: Scenario, followed: Scene | Ending) -> dict[str, str] | None:
    """The person's own line where there is one, else the first of anybody."""
    lines = sorted(followed.diary.items(), key=lambda line: scenario.people[line[0]].role != "person")
    return {"who": lines[0][0], "text": lines[0][1]} if lines else None
