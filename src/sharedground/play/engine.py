"""The rules of moving through a scenario. Knows no screen, no clock and no file."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from sharedground.errors import NoSuchChoice
from sharedground.scenario.model import Choice, Ending, Scenario, Scene

ON = "on"
"""The move from a scene that asks nothing to the scene after it."""


@dataclass(frozen=True)
class Step:
    """One move: where it was made, and the choice taken there (none where the scene asks nothing)."""

    scene_id: str
    choice: Choice | None


@dataclass(frozen=True)
class Play:
    """One person's way through a scenario; every move gives a new Play."""

    scenario: Scenario
    steps: tuple[Step, ...] = ()
    begin: str | None = None
    """Where this play starts: the scenario's start, or a fork played by itself."""

    @property
    def scene_id(self) -> str:
        if not self.steps:
            return self.begin or self.scenario.start
        last = self.steps[-1]
        if last.choice is not None:
            return last.choice.leads_to
        way_on = self.scenario.scenes[last.scene_id].leads_to
        assert way_on is not None, "a passage without a way on does not pass the check"
        return way_on

    @property
    def scene(self) -> Scene | Ending:
        return self.scenario.at(self.scene_id)

    @property
    def is_over(self) -> bool:
        return self.scene.is_ending

    @property
    def path(self) -> tuple[Choice, ...]:
        """The choices taken, first to last."""
        return tuple(step.choice for step in self.steps if step.choice is not None)

    @property
    def moves(self) -> tuple[str, ...]:
        """The moves as a page reports them: a choice's id at a fork, ``on`` elsewhere."""
        return tuple(step.choice.id if step.choice else ON for step in self.steps)

    def choose(self, choice_id: str) -> "Play":
        """Take one choice of the present scene.

        Raises
        ------
        NoSuchChoice
            The scene does not offer it; the message lists what it offers.
        """
        scene = self.scene
        choices = scene.choices if isinstance(scene, Scene) else ()
        for choice in choices:
            if choice.id == choice_id:
                return replace(self, steps=(*self.steps, Step(self.scene_id, choice)))
        offered = ", ".join(choice.id for choice in choices) or "none; there is nothing to choose here"
        raise NoSuchChoice(f"scene {self.scene_id!r} has no choice {choice_id!r}; it offers: {offered}")

    def go_on(self) -> "Play":
        """Leave a scene that asks nothing.

        Raises
        ------
        NoSuchChoice
            The scene is a fork or an ending.
        """
        scene = self.scene
        if isinstance(scene, Ending) or scene.is_fork or scene.leads_to is None:
            what = "is an ending" if scene.is_ending else "asks for a choice"
            raise NoSuchChoice(f"scene {self.scene_id!r} {what}; there is no simple way on")
        return replace(self, steps=(*self.steps, Step(self.scene_id, None)))

    def move(self, move: str) -> "Play":
        """One move as a page reports it."""
        scene = self.scene
        if move == ON and not (isinstance(scene, Scene) and scene.is_fork):
            return self.go_on()
        return self.choose(move)

    def back(self) -> "Play":
        """Before the last move; at the beginning it stays where it is."""
        return replace(self, steps=self.steps[:-1])

    def again_from(self, fork_id: str) -> "Play":
        """Before the choice made at that fork, to try another.

        Raises
        ------
        NoSuchChoice
            Nothing was chosen there in this play; the message lists where something was.
        """
        for at, step in enumerate(self.steps):
            if step.scene_id == fork_id and step.choice is not None:
                return replace(self, steps=self.steps[:at])
        met = ", ".join(step.scene_id for step in self.steps if step.choice) or "nowhere yet"
        raise NoSuchChoice(f"nothing was chosen at {fork_id!r} in this play; choices were made at: {met}")


def replay(scenario: Scenario, moves: Iterable[str], *, begin: str | None = None) -> Play:
    """The play that those moves give, from the beginning; the same moves always give the same play.

    Raises
    ------
    NoSuchChoice
        A move is not possible where it is made, or `begin` is no fork of the scenario.
    """
    if begin is not None and begin not in scenario.forks:
        raise NoSuchChoice(f"{begin!r} is no fork of {scenario.slug!r}; forks: {', '.join(scenario.forks)}")
    play = Play(scenario, begin=begin)
    for move in moves:
        play = play.move(move)
    return play
