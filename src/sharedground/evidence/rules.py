"""The charting rules of rules.json, as questions a chart or a card can ask; it knows no table and draws nothing."""

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, fields
from functools import cached_property
from typing import Any

from sharedground.evidence import problems as fault
from sharedground.evidence.readers import for_readers
from sharedground.faults import Problem

Ids = frozenset[str]
Groups = tuple[tuple[str, ...], ...]
COUNTS = re.compile(r"(\d+)/(\d+) v (\d+)/(\d+)")


@dataclass(frozen=True)
class Rules:
    """What may be drawn, and how. Every question takes a finding's id and answers about any id."""

    never_chart: Ids = frozenset()
    text_only_sensitive: Ids = frozenset()
    text_only_other: Ids = frozenset()
    exposure_not_harm: Ids = frozenset()
    range_not_interval: Ids = frozenset()
    iqr_not_interval: Ids = frozenset()
    comparator_is_before: Ids = frozenset()
    not_in_harm_counts: Ids = frozenset()
    interval_not_reported_mark: Ids = frozenset()
    same_data_pick_one: Groups = ()
    overlapping_evidence_do_not_add_up: Groups = ()
    always_show_together: Groups = ()
    show_as_counts: Mapping[str, str] = field(default_factory=dict)
    footnotes: Mapping[str, str] = field(default_factory=dict)

    def may_chart(self, finding_id: str) -> bool:
        """Whether the figure may be drawn; what may not is said in words."""
        return finding_id not in self.never_chart | self.text_only_sensitive | self.text_only_other

    def may_show_figure(self, finding_id: str) -> bool:
        """Whether the number may be shown at all, be it in words; `never_chart` keeps it off every screen."""
        return finding_id not in self.never_chart

    def is_sensitive(self, finding_id: str) -> bool:
        """Whether it is about deaths in a way that asks for words, and for help lines beside them."""
        return finding_id in self.text_only_sensitive

    def is_exposure(self, finding_id: str) -> bool:
        """Whether it counts how common something is, and measures no harm."""
        return finding_id in self.exposure_not_harm

    def counts_as_harm(self, finding_id: str) -> bool:
        """Whether a finding with the direction ``harm`` may stand among the reported harms."""
        return finding_id not in self.exposure_not_harm | self.not_in_harm_counts | self.never_chart

    def is_range(self, finding_id: str) -> bool:
        """Whether its two ends are the lowest and highest study, not an interval."""
        return finding_id in self.range_not_interval

    def is_interquartile(self, finding_id: str) -> bool:
        """Whether its two ends hold the middle half of the studies, not an interval."""
        return finding_id in self.iqr_not_interval

    def compares_with_before(self, finding_id: str) -> bool:
        """Whether the other figure is the same place earlier, not a group beside it."""
        return finding_id in self.comparator_is_before

    def interval_not_reported(self, finding_id: str) -> bool:
        """Whether a mark must say that no interval was reported."""
        return finding_id in self.interval_not_reported_mark

    def counts(self, finding_id: str) -> tuple[int, int, int, int] | None:
        """Events and people with the practice, events and people beside it, where both must be shown."""
        found = COUNTS.fullmatch(self.show_as_counts.get(finding_id, ""))
        return (int(found[1]), int(found[2]), int(found[3]), int(found[4])) if found else None

    def footnote(self, finding_id: str) -> str | None:
        """What must stand beside the figure wherever it is shown, as a reader is told it."""
        written = self.footnotes.get(finding_id)
        return None if written is None else for_readers(written)

    def partners(self, finding_id: str) -> tuple[str, ...]:
        """What must be shown wherever this is, and what that brings with it in turn."""
        return self._companions.get(finding_id, ())

    def with_partners(self, finding_ids: Iterable[str]) -> tuple[str, ...]:
        """The findings and all that must be shown with them, each once, partners after the first that asks."""
        whole: dict[str, None] = {}
        for finding_id in finding_ids:
            whole.update(dict.fromkeys((finding_id, *self.partners(finding_id))))
        return tuple(whole)

    def same_data(self, finding_ids: Collection[str]) -> Groups:
        """Those among the findings that are one set of data said twice."""
        return _within(self.same_data_pick_one, finding_ids)

    def pick_one(self, finding_ids: Iterable[str]) -> tuple[str, ...]:
        """The findings without doubles of the same data, in their order.

        Of two forms the one that must be shown with other findings stays; else the one rules.json names first.
        """
        ids = tuple(dict.fromkeys(finding_ids))
        dropped: set[str] = set()
        for group in self.same_data(ids):
            keep = next((one for one in group if self.partners(one)), group[0])
            dropped.update(one for one in group if one != keep)
        return tuple(one for one in ids if one not in dropped)

    def overlapping(self, finding_ids: Collection[str]) -> Groups:
        """Those among the findings that share studies or people, so must not be added up."""
        return _within(self.overlapping_evidence_do_not_add_up, finding_ids)

    @property
    def ids(self) -> Ids:
        """Every finding that a rule names."""
        return frozenset(one for rule in fields(self) for one in _named(getattr(self, rule.name)))

    @cached_property
    def _companions(self) -> dict[str, tuple[str, ...]]:
        order = {one: None for group in self.always_show_together for one in group}
        together = {one: {one} for one in order}
        for group in self.always_show_together:
            whole = set().union(*(together[one] for one in group))
            for one in whole:
                together[one] = whole
        return {one: tuple(o for o in order if o in together[one] and o != one) for one in order}


RULES = tuple(rule.name for rule in fields(Rules))
_GROUPS = {"same_data_pick_one", "overlapping_evidence_do_not_add_up", "always_show_together"}
_TEXTS = {"show_as_counts", "footnotes"}


def read_rules(text: str, file: str) -> tuple[Rules, list[Problem]]:
    """The rules in a JSON text, and every fault in their form; a rule with a fault is left empty."""
    try:
        block = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", None)
        return Rules(), [fault.not_readable(file, line, f"it is not JSON ({error})")]
    if not isinstance(block, dict):
        return Rules(), [fault.not_readable(file, 1, "it is not one JSON object")]
    faults = [fault.missing_rule(file, rule) for rule in RULES if rule not in block]
    read: dict[str, Any] = {}
    for rule, entry in block.items():
        if rule not in RULES:
            faults.append(fault.unknown_rule(file, line_of(text, rule), rule, RULES))
        elif rule in _GROUPS:
            if _is_list(entry) and all(_is_list(group) and _all_text(group) and len(group) > 1 for group in entry):
                read[rule] = tuple(tuple(group) for group in entry)
            else:
                needed = 'a list of groups of two or more ids, as [["one", "other"]]'
                faults.append(fault.malformed_rule(file, line_of(text, rule), rule, needed))
        elif rule in _TEXTS:
            form = COUNTS if rule == "show_as_counts" else re.compile(r".*\S.*")
            if isinstance(entry, dict) and all(isinstance(t, str) and form.fullmatch(t) for t in entry.values()):
                read[rule] = entry
            else:
                needed = {"show_as_counts": '"id": "3/74 v 11/76"', "footnotes": '"id": "one sentence"'}[rule]
                faults.append(fault.malformed_rule(file, line_of(text, rule), rule, needed))
        elif _is_list(entry) and _all_text(entry):
            read[rule] = frozenset(entry)
        else:
            faults.append(fault.malformed_rule(file, line_of(text, rule), rule, 'a list of ids, as ["one", "other"]'))
    rules = Rules(**read)
    return rules, faults + _collisions(rules, text, file)


def line_of(text: str, word: str) -> int | None:
    """The line of a JSON text where that string first stands."""
    at = text.find(json.dumps(word, ensure_ascii=False))
    return None if at < 0 else text.count("\n", 0, at) + 1


def _collisions(rules: Rules, text: str, file: str) -> list[Problem]:
    faults = []
    for group in rules.same_data_pick_one:
        bound = [one for one in group if rules.partners(one)]
        if len(bound) > 1:
            what = f"{' and '.join(bound)} are the same data, and both must be shown with others"
            way_out = "Keep only one of them in always_show_together."
            faults.append(fault.rules_collide(file, line_of(text, bound[1]), what, way_out))
    for one in sorted(rules.range_not_interval & rules.iqr_not_interval):
        what = f"{one!r} is called a range and an interquartile range"
        faults.append(fault.rules_collide(file, line_of(text, one), what, "Keep it in one of the two."))
    return faults


def _within(groups: Groups, finding_ids: Collection[str]) -> Groups:
    """Of each group what is among the findings, where that is two or more."""
    here = (tuple(one for one in group if one in finding_ids) for group in groups)
    return tuple(group for group in here if len(group) > 1)


def _named(rule: Ids | Groups | Mapping[str, str]) -> Iterable[str]:
    return (one for entry in rule for one in ((entry,) if isinstance(entry, str) else entry))


def _is_list(entry: object) -> bool:
    return isinstance(entry, list)


def _all_text(entries: Iterable[object]) -> bool:
    return all(isinstance(entry, str) for entry in entries)
