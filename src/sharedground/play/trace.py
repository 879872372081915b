"""What happened in a play, as plain data that can be kept, compared or taught from. Holds no words of a person."""

from typing import Any

from sharedground.play.engine import Play


def trace(play: Play) -> dict[str, Any]:
    """The play as data: ``format``, ``scenario``, ``begin``, ``moves``, ``over`` and ``steps``.

    A step has ``scene``, ``choice`` (None where the scene asked nothing), ``stance``, ``freedom`` and
    ``leads_to``; steps stand in the order they were made.
    """
    return {
        "format": 1,
        "scenario": play.scenario.slug,
        "begin": play.begin or play.scenario.start,
        "moves": list(play.moves),
        "over": play.is_over,
        "steps": [
            {
                "scene": step.scene_id,
                "choice": step.choice.id if step.choice else None,
                "stance": step.choice.stance if step.choice else None,
                "freedom": step.choice.freedom if step.choice else None,
                "leads_to": step.choice.leads_to if step.choice else play.scenario.scenes[step.scene_id].leads_to,
            }
            for step in play.steps
        ],
    }
