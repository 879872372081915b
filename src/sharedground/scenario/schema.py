"""The JSON Schema of a scenario file, made from the model, so that editors complete and check as one types.

``python -m sharedground.scenario.schema`` writes it beside the scenarios.
"""

import json
from typing import Any

from sharedground.content import folder
from sharedground.scenario.model import Scenario

FILE = "scenario.schema.json"


def schema() -> dict[str, Any]:
    """The schema, with keywords of draft 7 only."""
    made = Scenario.model_json_schema(ref_template="#/definitions/{model}")
    definitions = {name: _plain(part) for name, part in made.pop("$defs").items()}
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **_plain(made),
        "title": "A Shared Ground scenario",
        "description": "What each key means, with an example, is in README.md beside this file.",
        "definitions": definitions,
    }


def as_text() -> str:
    return json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"


def _plain(part: Any) -> Any:
    """Without the titles made from Python names; a key that may be left out is simply of its type."""
    if isinstance(part, list):
        return [_plain(each) for each in part]
    if not isinstance(part, dict):
        return part
    part = {key: value for key, value in part.items() if not (key == "title" and isinstance(value, str))}
    if part.get("default", "") is None:
        del part["default"]
    kinds = [kind for kind in part.get("anyOf", ()) if kind != {"type": "null"}]
    if len(kinds) == 1:
        del part["anyOf"]
        part.update(kinds[0])
    if "patternProperties" in part:
        part["additionalProperties"] = False
    return {key: _plain(value) for key, value in part.items()}


def write() -> None:
    (folder("scenarios") / FILE).write_text(as_text(), encoding="utf-8")


if __name__ == "__main__":
    write()
