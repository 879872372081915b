"""Many large scenarios, made by machine, to measure the check with."""

import json
from pathlib import Path
from typing import Any

from scenario_builder import RECITAL
from sharedground.scenario.check import examine_bytes

WORDS = "The ward is quiet and the kettle is on, and nobody has asked what the evening would mean. " * 6


def many_scenarios(folder: Path, *, scenarios: int, scenes: int) -> list[Path]:
    """Write that many faultless scenario files with that many scenes each, two in three of them forks."""
    text = _scenario(scenes)
    assert examine_bytes(text.encode())[1] == []
    paths = []
    for number in range(scenarios):
        path = folder / f"made-{number}.yaml"
        path.write_text(text.replace("An evening of songs", f"Evening {number}"), encoding="utf-8")
        paths.append(path)
    return paths


def _scenario(scenes: int) -> str:
    head = RECITAL[: RECITAL.index("start: saturday")]
    made = {f"scene-{number}": _scene(number, scenes) for number in range(scenes)}
    ending = {"text": WORDS, "in_short": "It ended. Nobody knew how.", "could_also": ["It could have gone on."]}
    # JSON is YAML too, and quotes for us
    return (
        head
        + "start: scene-0\n"
        + "".join(
            f"{key}: {json.dumps(value)}\n" for key, value in {"scenes": made, "endings": {"over": ending}}.items()
        )
    )


def _scene(number: int, scenes: int) -> dict[str, Any]:
    after = f"scene-{number + 1}" if number + 1 < scenes else "over"
    scene = {
        "heading": f"Scene {number}",
        "text": WORDS,
        "in_short": "Something followed. It was not the end.",
        "could_also": ["It could have gone well.", "It could have gone badly."],
        "voices": {"rowan": WORDS, "dee": WORDS},
    }
    if number % 3 == 2:
        return {**scene, "leads_to": after}
    effects = [{"to": to, "kind": "trust", "text": "Something is lost."} for to in ("person", "family")]
    stances = [("risk_averse", "same"), ("collaborative", "less"), ("unsupported", "more")]
    choices = [
        {
            "id": f"way-{at}",
            "stance": stance,
            "freedom": freedom,
            "label": f"Take way {at} of scene {number}, and see what comes of it",
            "named": f"way {at}",
            "reasoning": WORDS[:200],
            "leads_to": after,
            "costs": effects,
            "gives": effects,
        }
        for at, (stance, freedom) in enumerate(stances)
    ]
    return {
        **scene,
        "you_are": "dee",
        "who_decides": "The responsible clinician.",
        "question": "What would you do?",
        "choices": choices,
        "known": "Little is known.",
        "not_known": "Much is not.",
    }
