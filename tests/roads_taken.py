"""Every road through a scenario, by the engine."""

from collections.abc import Iterator

from sharedground.play.engine import Play
from sharedground.scenario import Scenario
from sharedground.scenario.model import Scene


def every_road(scenario: Scenario) -> Iterator[Play]:
    """Each way from the start to an ending, once; a road that meets a scene again stops there."""
    waiting = [Play(scenario)]
    while waiting:
        play = waiting.pop()
        if play.is_over:
            yield play
            continue
        scene = play.scene
        assert isinstance(scene, Scene)
        nexts = [play.choose(choice.id) for choice in scene.choices] if scene.is_fork else [play.go_on()]
        waiting += [after for after in nexts if after.scene_id not in {step.scene_id for step in after.steps}]
