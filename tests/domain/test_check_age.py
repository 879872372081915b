"""What in a scenario grows old."""

from datetime import date

import pytest

from scenario_builder import changed, scenario_from, write_scenario
from sharedground.cli import main
from sharedground.scenario.check_age import law_checked_long_ago, months_ago


@pytest.mark.parametrize(
    ("today", "months"), [(date(2026, 11, 30), 0), (date(2027, 11, 1), 12), (date(2026, 10, 1), -1)]
)
def test_months_are_counted_from_month_to_month(today, months):
    assert months_ago("2026-11", today) == months


def test_a_law_nobody_checked_for_a_year_wants_a_look_and_is_no_fault(tmp_path):
    path = write_scenario(tmp_path)

    def told(today: date) -> list[str]:
        return list(map(str, law_checked_long_ago(path, scenario_from(), today=today, called="mine.yaml")))

    assert told(date(2027, 11, 30)) == []
    assert told(date(2027, 12, 1)) == [
        "mine.yaml, line 8: the law was last checked in 2026-11, more than a year ago. "
        "Have it looked at, then write the new month. [law-checked-long-ago]"
    ]


def test_the_command_tells_it_apart_and_answers_0(tmp_path, capsys):
    path = write_scenario(tmp_path, changed("law_checked: 2026-11", "law_checked: 2020-01"))
    assert main(["check", str(path)]) == 0
    assert capsys.readouterr().out == (
        f"No fault, and worth a look:\n{path}, line 8: the law was last checked in 2020-01, more than a year ago. "
        "Have it looked at, then write the new month. [law-checked-long-ago]\n\n1 scenario checked, no faults.\n"
    )
