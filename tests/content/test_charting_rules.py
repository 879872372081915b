"""The page on charting rules names every rule once, and only tests that are there."""

import json
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "charting-rules.md").read_text(encoding="utf-8")


def test_every_rule_of_the_table_is_on_the_page():
    rules = json.loads((ROOT / "scenarios" / "evidence" / "rules.json").read_text(encoding="utf-8"))
    named = re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE)
    assert sorted(named) == sorted(rules)


def test_every_test_that_is_named_is_there():
    for file, test in re.findall(r"`(test_\w+\.py)::(test_\w+)`", PAGE):
        assert f"def {test}(" in (ROOT / "tests" / "domain" / file).read_text(encoding="utf-8"), f"{file}::{test}"
