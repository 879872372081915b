"""What a scenario is: every key an author may write, as frozen values. Knows no file, no line and no screen."""

from functools import cached_property
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from sharedground.words import Bearer, Freedom, Kind, Nation, Reviewer, Role, Setting, Stance

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Part(BaseModel):
    """Ground of all parts: frozen, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Review(Part):
    """Someone outside the project who read the scenario, and when."""

    who: Reviewer = Field(description="From which seat they read it: lived experience, carer or clinician.")
    date: Month = Field(description="Month of the review, as 2026-11.")
    credit: Text | None = Field(None, description="How they want to be credited. Leave out for no name.")


class About(Part):
    """Where the scenario plays, what it rests on and who has looked at it."""

    setting: Setting
    minutes: int = Field(ge=1, le=60, description="How long the whole takes, in minutes.")
    nation: Nation = Field(description="Whose law the scenario follows.")
    law_checked: Month = Field(description="When the law in it was last checked, as 2026-11; shown.")
    basis: Text = Field(description="What the story is made of, for instance: fictional composite.")
    drafted_by: Text
    reviewed_by: tuple[Review, ...] = ()
    maps_to: tuple[Text, ...] = Field((), description="Guidance it relates to, as source keys.")
    licence: Text = "CC-BY-4.0"


class Person(Part):
    """Somebody in the story."""

    name: Text
    role: Role
    job: Text | None = Field(None, description="A practitioner's work, or what someone is to the person (aunt).")
    pronouns: Text | None = None
    legal_status: Text | None = Field(None, description="Of the person, in plain words; a must in hospital.")


class Place(Part):
    """Somewhere in the story, so that its name is known to be made up."""

    name: Text


class Effect(Part):
    """One thing a choice costs or gives, and to whom."""

    to: Bearer
    kind: Kind
    text: Text


class Choice(Part):
    """One option at a fork."""

    id: Slug
    stance: Stance = Field(description="How it was decided.")
    freedom: Freedom = Field(description="How much room the person has afterwards, beside before.")
    label: Text = Field(description="What the learner reads and picks: an action, one sentence.")
    named: Text = Field(max_length=40, description="The action in a few words, for table heads: not agreed today.")
    reasoning: Text = Field(description="Why a good colleague might choose this.")
    leads_to: Slug
    costs: tuple[Effect, ...] = ()
    gives: tuple[Effect, ...] = ()
    nobody_asked: tuple[Bearer, ...] = Field((), description="Whom nobody asked; shown in the table.")
    findings: tuple[Slug, ...] = Field((), description="Ids of findings that are about this very decision.")
    handover: Text | None = Field(None, description="The one line for handover that this choice leaves.")


class Scene(Part):
    """A moment of the story: a fork when it asks a question, else a passage with one way on."""

    heading: Text | None = Field(None, description="Shown above the scene; without it the id in words.")
    you_are: Slug | None = Field(None, description="Who the learner is here: an id under people.")
    who_decides: Text | None = None
    pressures: tuple[Text, ...] = ()
    text: Text
    in_short: Text | None = Field(
        None, description="What followed, in two sentences; a must where a choice leads here."
    )
    voices: dict[Slug, Text] = Field(default_factory=dict, description="The same moment from each person.")
    diary: dict[Slug, Text] = Field(default_factory=dict, description="One line from somebody's own diary.")
    could_also: tuple[Text, ...] = Field((), description="What else could have followed, good and bad.")
    question: Text | None = None
    choices: tuple[Choice, ...] = ()
    known: Text | None = Field(None, description="One honest sentence on what studies show here.")
    not_known: Text | None = Field(None, description="One honest sentence on what they do not show.")
    whatever_you_choose: tuple[Text, ...] = Field((), description="Duties that hold on every option.")
    discuss: tuple[Text, ...] = ()
    facilitator_notes: Text | None = Field(None, description="Never shown on a phone, a wall or to a learner.")
    leads_to: Slug | None = Field(None, description="The next scene, where there is nothing to choose.")

    @property
    def is_fork(self) -> bool:
        return bool(self.choices)

    @property
    def is_ending(self) -> bool:
        return False


class Ending(Part):
    """Where a road stops. It never proves a choice right."""

    heading: Text | None = None
    text: Text
    in_short: Text | None = None
    voices: dict[Slug, Text] = Field(default_factory=dict)
    diary: dict[Slug, Text] = Field(default_factory=dict)
    could_also: tuple[Text, ...] = ()
    discuss: tuple[Text, ...] = ()
    facilitator_notes: Text | None = None

    @property
    def is_fork(self) -> bool:
        return False

    @property
    def is_ending(self) -> bool:
        return True


class Scenario(Part):
    """A whole scenario, as one YAML file holds it; ``slug`` is the file's name without ``.yaml``."""

    format: int = Field(ge=1, le=1)
    title: Text
    summary: Text
    about: About
    content_notes: tuple[Text, ...] = Field(min_length=1, description="What it touches on, said beforehand.")
    people: dict[Slug, Person]
    places: dict[Slug, Place] = Field(default_factory=dict)
    what_matters: tuple[Text, ...] = Field(min_length=1, description="What matters to the person, in their words.")
    start: Slug
    scenes: dict[Slug, Scene]
    endings: dict[Slug, Ending]
    slug: str = Field("", exclude=True)

    def at(self, scene_id: str) -> Scene | Ending:
        """The scene or ending of that id."""
        return self.scenes[scene_id] if scene_id in self.scenes else self.endings[scene_id]

    @cached_property
    def forks(self) -> dict[str, Scene]:
        """The scenes that ask a question, in the order of the file."""
        return {scene_id: scene for scene_id, scene in self.scenes.items() if scene.is_fork}

    @cached_property
    def person(self) -> Person:
        """The person the story is about: the first under ``people`` with the role ``person``."""
        return next(person for person in self.people.values() if person.role == "person")

    @cached_property
    def has_family(self) -> bool:
        return any(person.role == "family" for person in self.people.values())


def in_words(identifier: str) -> str:
    """An id as a heading: ``monday-ward-round`` becomes ``Monday ward round``."""
    words = identifier.replace("-", " ")
    return words[:1].upper() + words[1:]
