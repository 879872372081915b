"""The few exceptions of the project, all kin, each with words a person can act on."""

from collections.abc import Sequence
from typing import Any


class SharedGroundError(Exception):
    """Something a person can be told in one calm sentence."""


class NoSuchContent(SharedGroundError):
    """A scenario, notebook or other packaged thing that is not there; the message lists what is."""


class ScenarioFaults(SharedGroundError):
    """A scenario file with faults; it is not loaded, not even in part."""

    def __init__(self, problems: "list") -> None:  # list[scenario.problems.Problem]
        self.problems = problems
        super().__init__("\n".join(str(problem) for problem in problems))


class NoSuchChoice(SharedGroundError):
    """The present scene does not offer the choice; the message lists what it offers."""


class EvidenceError(SharedGroundError):
    """The evidence tables say something they may not say; the message gives file, line and way out."""

    def __init__(self, message: str, problems: Sequence[Any] = ()) -> None:
        self.problems = list(problems)  # of faults.Problem
        super().__init__(message)
