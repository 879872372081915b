"""The schema that editors read is the model, and no stricter or looser than it says."""

import json

import jsonschema
import pytest
import yaml

from scenario_builder import RECITAL, changed
from sharedground.content import folder
from sharedground.scenario import schema

validator = jsonschema.Draft7Validator(schema.schema())


def faults(text: str) -> list[str]:
    return [fault.message for fault in validator.iter_errors(yaml.safe_load(text))]


def test_the_schema_beside_the_scenarios_is_fresh():
    written = (folder("scenarios") / schema.FILE).read_text(encoding="utf-8")
    assert written == schema.as_text(), "write it anew: python -m sharedground.scenario.schema"


def test_the_schema_is_one():
    jsonschema.Draft7Validator.check_schema(schema.schema())


def test_the_schema_has_no_words_that_draft_7_does_not_know():
    text = json.dumps(schema.schema())
    for word in ("$defs", "prefixItems", "unevaluated", "dependentSchemas", "anyOf", '"null"'):
        assert word not in text


def test_a_good_scenario_fits_the_schema():
    assert faults(RECITAL) == []


@pytest.mark.parametrize(
    ("written", "instead"),
    [
        ("    heading: Sat", "    headin: Sat"),
        ("stance: unsupported", "stance: unsuported"),
        ("  larch: {", "  Larch Ward: {"),
        ("        label: Say not yet\n", ""),
        ("could_also:\n      - Rowan could have left the ward.", "could_also: Rowan"),
    ],
)
def test_a_slip_does_not_fit_the_schema(written, instead):
    assert len(faults(changed(written, instead))) == 1


def test_every_key_is_described_for_whoever_types():
    parts = [schema.schema(), *schema.schema()["definitions"].values()]
    assert all(key.get("description") for part in parts for key in part["properties"].values())
