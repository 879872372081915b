"""Has the law in a scenario not been looked at for long? No fault: the story may well be right still."""

from datetime import date
from pathlib import Path

from sharedground.faults import Problem
from sharedground.scenario.model import Scenario
from sharedground.scenario.read import read

GOOD_FOR_MONTHS = 12


def law_checked_long_ago(path: Path, scenario: Scenario, *, today: date, called: str) -> list[Problem]:
    """A note where the law was last checked more than a year before `today`; nothing otherwise."""
    month = scenario.about.law_checked
    if months_ago(month, today) <= GOOD_FOR_MONTHS:
        return []
    what = f"the law was last checked in {month}, more than a year ago. Have it looked at, then write the new month."
    return [Problem(called, read(path).line(("about", "law_checked")), "law-checked-long-ago", what)]


def months_ago(month: str, today: date) -> int:
    """Whole months from a month, as 2026-11, to the month of `today`; below nought for one still to come."""
    year, number = map(int, month.split("-"))
    return (today.year - year) * 12 + today.month - number
