"""Notes and footnotes of the tables as a reader is told them: without what they tell the toolkit to do."""

import re
from collections.abc import Callable

TOLD_TO_SOFTWARE = (
    r"Sensitive: show as text, not as a bar\.",
    r"Sensitive: show as text with signposting\.",
    r"Sensitive: no figures shown\.",
    r"Sensitive figure\.",
    r"Do not chart\.",
    r"Percent\.",
    r"Check before release\.",
    r"Build follow-up and team action into the toolkit\.",
)
"""Whole sentences that tell the toolkit what to do, and a reader nothing about the study."""

REWORDED: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"; do not chart(?: as a harm)?\.", "."),
    (r": do not chart as harm\.", "."),
    (r": chart one only\.", "."),
    (r", so show as text\.", "."),
    (r"; show them beside\.", "."),
    (r": say so when the ratio is shown\.", "."),
    (r": say 'not shown', never 'no difference'\.", ": a difference is not shown, which is not to say there is none."),
    (r"; do not present as contracts causing self-harm\.", "; it does not show that contracts cause self-harm."),
    (r" \(do not show detail\)", ""),
    (r"so chart as inequality", "so read as inequality"),
    (r"so no number is charted", "so no number is given"),
    (r", not charted\)", ", not among the figures here)"),
    (r"Keeps the tool honest: real risk exists", "Real risk exists"),
    (r"Key caution for this toolkit: well", "Well"),
    (r"\(next row\)", "(shown beside it)"),
    (r"\bAlways show with\b", "Belongs with"),
    (r"\bci_low and ci_high (?:hold|are)\b", "The two ends are"),
    (r"\bcomparator_value is\b", "The other figure is"),
    (r"^Percent; (.)", lambda found: found[1].upper()),
    (r"\bn = ", "n stands for "),
    (r"\b([Ss])ervice users\b", lambda found: ("People" if found[1] == "S" else "people") + " using services"),
)
"""Halves of sentences that tell the toolkit what to do; what they say of the study stays."""

_DROPPED = re.compile("|".join(TOLD_TO_SOFTWARE))
_REWORDED = tuple((re.compile(pattern), instead) for pattern, instead in REWORDED)


def for_readers(sentence: str) -> str:
    """One sentence as a reader is told it; empty where it is for the toolkit alone."""
    if _DROPPED.fullmatch(sentence):
        return ""
    for pattern, instead in _REWORDED:
        sentence = pattern.sub(instead, sentence)
    return sentence
