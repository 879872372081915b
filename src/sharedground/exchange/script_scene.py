"""One scene or ending of the script: everything an author wrote there, in the order in which learners meet it."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from string import ascii_uppercase
from typing import Any

from sharedground.evidence import Evidence
from sharedground.evidence.cards import card
from sharedground.exchange.numbered import Numbered
from sharedground.exchange.paper import Block, Heading, Line, Paragraph, Room, Table, seen
from sharedground.scenario.model import Choice, Ending, Scenario, Scene, in_words
from sharedground.scenario.read import Source
from sharedground.words import BEARERS, COST_WORDS, FREEDOM_WORDS, GAIN_WORDS, STANCE_WORDS, Bearer

GOES_ON = "It goes on with:"
NOBODY_ASKED = "Nobody asked them."


@dataclass(frozen=True)
class Place:
    """A scene or ending with its number in the script, counted from 1 in the order of the file."""

    number: int
    id: str
    scene: Scene | Ending

    @property
    def heading(self) -> str:
        return seen(self.scene.heading or in_words(self.id))

    @property
    def called(self) -> str:
        return f"{self.number}, {self.heading}."

    @property
    def kind(self) -> str:
        return "an ending" if self.scene.is_ending else "a decision" if self.scene.is_fork else "a scene that leads on"


def places_of(scenario: Scenario) -> dict[str, Place]:
    """All scenes and then all endings, by id."""
    all_of_them: dict[str, Scene | Ending] = {**scenario.scenes, **scenario.endings}
    return {name: Place(number, name, scene) for number, (name, scene) in enumerate(all_of_them.items(), 1)}


def scene_blocks(scenario: Scenario, source: Source, evidence: Evidence, place: Place) -> Iterator[Block]:
    """The scene on paper, with room to write after it."""
    scene = place.scene
    names = {who: person.name for who, person in scenario.people.items()}
    numbered = Numbered(source, place.number, ("endings" if scene.is_ending else "scenes", place.id))
    goes_to = places_of(scenario)

    yield Heading(2, f"{'Ending' if scene.is_ending else 'Scene'} {place.number}: {place.heading}")
    yield Paragraph(_where(place, numbered), small=True)
    if isinstance(scene, Scene):
        yield from _part("Where you stand", _stand(scene, numbered, names))
    yield from _part("What happens", numbered.text("text", words=scene.text))
    yield from _part("The same moment from each person", numbered.said("voices", scene.voices, names))
    if isinstance(scene, Scene) and scene.is_fork:
        yield from _decision(scenario, scene, numbered, goes_to)
        yield from _studies(scene, numbered, evidence)
    elif isinstance(scene, Scene) and scene.leads_to:
        yield from numbered.text("leads_to", words=goes_to[scene.leads_to].called, lead=GOES_ON)
    yield from _part("What learners read afterwards", _afterwards(scene, numbered, names))
    yield from _part("To talk over", numbered.texts("discuss", entries=scene.discuss))
    yield from _part(
        "For whoever leads the session; no learner sees this",
        numbered.text("facilitator_notes", words=scene.facilitator_notes),
    )
    yield Room(f"Your words on {'ending' if scene.is_ending else 'scene'} {place.number}:", 6 if scene.is_fork else 4)


def _part(heading: str, lines: Iterable[Line]) -> Iterator[Block]:
    """Lines under a heading of their own; no heading without lines."""
    lines = list(lines)
    if lines:
        yield Heading(3, heading)
        yield from lines


def _where(place: Place, numbered: Numbered) -> str:
    first = numbered.source.line(numbered.where)
    return f"This is {place.kind}. In the file it begins on line {first}, under {place.id}."


def _stand(scene: Scene, numbered: Numbered, names: Mapping[str, str]) -> Iterator[Line]:
    if scene.you_are:
        yield from numbered.text("you_are", words=names[scene.you_are], lead="You are:")
    yield from numbered.text("who_decides", words=scene.who_decides, lead="Who decides:")
    for at, words in enumerate(scene.pressures):
        yield from numbered.text("pressures", at, words=words, lead="What weighs:")


def _afterwards(scene: Scene | Ending, numbered: Numbered, names: dict[str, str]) -> Iterator[Line]:
    yield from numbered.text("in_short", words=scene.in_short, lead="In short:")
    yield from numbered.said("diary", scene.diary, {who: f"{name}'s diary" for who, name in names.items()})
    for at, words in enumerate(scene.could_also):
        yield from numbered.text("could_also", at, words=words, lead="What else could have followed:")


def _decision(scenario: Scenario, scene: Scene, numbered: Numbered, goes_to: Mapping[str, Place]) -> Iterator[Block]:
    yield from _part("The question", numbered.text("question", words=scene.question))
    for at, choice in enumerate(scene.choices):
        yield Heading(4, f"Option {_letter(at)}")
        yield from _option(choice, at, numbered, goes_to[choice.leads_to])
    yield _fork_table(scenario, scene, [_effects(choice, at, numbered) for at, choice in enumerate(scene.choices)])


def _letter(at: int) -> str:
    return ascii_uppercase[at % 26]


def _option(choice: Choice, at: int, numbered: Numbered, after: Place) -> Iterator[Line]:
    how = f"{STANCE_WORDS[choice.stance]}; {FREEDOM_WORDS[choice.freedom]}."
    for key, words, lead in (
        ("label", choice.label, ""),
        ("named", choice.named, "In the table it is called:"),
        ("reasoning", choice.reasoning, "Why a good colleague might:"),
        ("stance", how, "How it was decided:"),
        ("handover", choice.handover, "Line for handover:"),
        ("leads_to", after.called, GOES_ON),
    ):
        yield from numbered.text("choices", at, key, words=words, lead=lead)


def _effects(choice: Choice, at: int, numbered: Numbered) -> dict[str, tuple[Line, ...]]:
    """The cells of one option, by row: what it costs and gives each bearer, and whom nobody asked."""
    found: dict[str, list[Line]] = {f"{bearer} {side}": [] for bearer in BEARERS for side in ("costs", "gives")}
    sides: tuple[tuple[str, Any, Any], ...] = (
        ("costs", choice.costs, COST_WORDS),
        ("gives", choice.gives, GAIN_WORDS),
    )
    for side, effects, words in sides:
        for entry, effect in enumerate(effects):
            found[f"{effect.to} {side}"] += numbered.text(
                "choices", at, side, entry, "text", words=effect.text, lead=f"{words[effect.kind]}:"
            )
    for entry, bearer in enumerate(choice.nobody_asked):
        found[f"{bearer} costs"] += numbered.text("choices", at, "nobody_asked", entry, words=NOBODY_ASKED)
    return {row: tuple(lines) for row, lines in found.items()}


def _fork_table(scenario: Scenario, scene: Scene, cells: list[dict[str, tuple[Line, ...]]]) -> Table:
    options = [f"{_letter(at)}. {seen(choice.named)}" for at, choice in enumerate(scene.choices)]
    rows = tuple(
        (f"{who}: {words}", tuple(option[f"{bearer} {side}"] or "nothing said" for option in cells))
        for bearer, who in _bearers(scenario, scene).items()
        for side, words in (("costs", "cost"), ("gives", "gain"))
        if any(option[f"{bearer} {side}"] for option in cells)
    )
    return Table("What each option costs and gives, and whom", ("For whom", *options), rows)


def _bearers(scenario: Scenario, scene: Scene) -> dict[Bearer, str]:
    family = ", ".join(person.name for person in scenario.people.values() if person.role == "family")
    you = f"You ({scenario.people[scene.you_are].name})" if scene.you_are else "Staff"
    return {
        "person": seen(scenario.person.name),
        "practitioner": seen(you),
        "family": seen(f"Family ({family})" if family else "Family"),
        "service": "The service",
    }


def _studies(scene: Scene, numbered: Numbered, evidence: Evidence) -> Iterator[Block]:
    yield Heading(3, "What studies show, and what they do not")
    yield from numbered.text("known", words=scene.known, lead="Known:")
    yield from numbered.text("not_known", words=scene.not_known, lead="Not known:")
    named: set[str] = set()
    for at, choice in enumerate(scene.choices):
        for entry, finding in enumerate(choice.findings):
            if finding in evidence.findings and finding not in named:
                named.add(finding)
                said = card(evidence.findings[finding], evidence)
                who_and_when = str(said["citation"]).partition(". ")[0]
                words = f"{said['plain']} ({said['certainty_words']}; {who_and_when}.)"
                yield from numbered.text("choices", at, "findings", entry, words=words, lead=f"Study ({finding}):")
    yield from _part("Whatever is chosen", numbered.texts("whatever_you_choose", entries=scene.whatever_you_choose))
