"""What a scenario is: every key an author may write, as frozen values. Knows no file and no screen."""

from functools import cached_property
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, PrivateAttr, StringConstraints

from sharedground.scenario.typeset import typeset
from sharedground.words import Bearer, Freedom, Kind, Nation, Reviewer, Role, Setting, Stance

ID = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, StringConstraints(pattern=ID)]
Reference = Annotated[str, StringConstraints(strip_whitespace=True, pattern=ID)]
Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1), AfterValidator(typeset)]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}-(0[1-9]|1[0-2])$")]


class Part(BaseModel):
    """Ground of all parts: frozen, and no key that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Review(Part):
    """Someone outside the project who read the scenario, and when."""

    who: Reviewer = Field(description="From which seat they read it.")
    date: Month = Field(description="Month of the review, as 2026-11.")
    credit: Text | None = Field(None, description="How they want to be credited. Leave out for no name.")


class About(Part):
    """Where the scenario plays, what it rests on and who has looked at it."""

    setting: Setting = Field(description="Where the story plays.")
    minutes: int = Field(ge=1, le=60, description="How long the whole takes, in minutes.")
    nation: Nation = Field(description="Whose law the scenario follows.")
    law_checked: Month = Field(description="When the law in it was last checked, as 2026-11; shown.")
    basis: Text = Field(description="What the story is made of, as fictional composite.")
    drafted_by: Text = Field(description="Who wrote it; shown beside each voice and diary line.")
    reviewed_by: tuple[Review, ...] = Field(
        (), description="Who outside the project has read it. Empty is shown as not yet reviewed."
    )
    maps_to: tuple[Text, ...] = Field((), description="Guidance it relates to, as source keys.")
    licence: Text = Field("CC-BY-4.0", description="Under which licence others may use it.")


class Person(Part):
    """Somebody in the story."""

    name: Text = Field(description="The name everyone in the story uses.")
    role: Role = Field(description="Which part they have in the story.")
    job: Text | None = Field(None, description="Somebody's work, or what they are to the person, as aunt.")
    pronouns: Text | None = Field(None, description="Their pronouns, as they/them.")
    legal_status: Text | None = Field(None, description="Of the person, in plain words; a must in hospital.")


class Place(Part):
    """Somewhere in the story, so that its name is known to be made up."""

    name: Text = Field(description="What the place is called in the story.")


class Effect(Part):
    """One thing a choice costs or gives, and to whom."""

    to: Bearer = Field(description="Who bears it or has it.")
    kind: Kind = Field(description="Which kind of harm or gain it is.")
    text: Text = Field(description="What it is, in one plain sentence.")


class Choice(Part):
    """One option at a fork."""

    id: Slug = Field(description="Its name in this file, in small letters and hyphens.")
    stance: Stance = Field(description="How it was decided.")
    freedom: Freedom = Field(description="How much room the person has afterwards, beside before.")
    label: Text = Field(description="What the learner reads and picks, an action in one sentence.")
    named: Text = Field(max_length=40, description="The action in a few words, as not agreed today.")
    reasoning: Text = Field(description="Why a good colleague might choose this.")
    leads_to: Reference = Field(description="The scene or ending that follows.")
    costs: tuple[Effect, ...] = Field((), description="What it costs, and whom.")
    gives: tuple[Effect, ...] = Field((), description="What it gives or protects, and for whom.")
    nobody_asked: tuple[Bearer, ...] = Field((), description="Whom nobody asked; shown in the table.")
    findings: tuple[Text, ...] = Field((), description="Ids of findings that are about this very decision.")
    handover: Text | None = Field(None, description="The one line for handover that this choice leaves.")


class Scene(Part):
    """A moment of the story: a fork when it asks a question, else a passage with one way on."""

    heading: Text | None = Field(None, description="Shown above the scene; without it the id in words.")
    you_are: Reference | None = Field(None, description="Who the learner is here, by an id under people.")
    who_decides: Text | None = Field(
        None, description="Who decides here in law, and what your view counts for; a must in hospital."
    )
    pressures: tuple[Text, ...] = Field((), description="What weighs on the learner at this moment.")
    text: Text = Field(description="What happens, in a few short paragraphs.")
    in_short: Text | None = Field(
        None, description="What followed, in two sentences; a must where a choice leads here."
    )
    voices: dict[Slug, Text] = Field(default_factory=dict, description="The same moment from each person.")
    diary: dict[Slug, Text] = Field(default_factory=dict, description="One line from somebody's own diary.")
    could_also: tuple[Text, ...] = Field((), description="What else could have followed, good and bad.")
    question: Text | None = Field(None, description="What the learner is asked at a fork.")
    choices: tuple[Choice, ...] = Field((), description="The options at a fork, two or more.")
    known: Text | None = Field(None, description="One honest sentence on what studies show here.")
    not_known: Text | None = Field(None, description="One honest sentence on what they do not show.")
    whatever_you_choose: tuple[Text, ...] = Field((), description="Duties that hold on every option.")
    discuss: tuple[Text, ...] = Field((), description="Questions to talk over afterwards.")
    facilitator_notes: Text | None = Field(None, description="For whoever leads the session; no learner gets it.")
    leads_to: Reference | None = Field(None, description="The next scene, where there is nothing to choose.")

    @property
    def is_fork(self) -> bool:
        return bool(self.choices)

    @property
    def is_ending(self) -> bool:
        return False


class Ending(Part):
    """Where a road stops. It never proves a choice right."""

    heading: Text | None = Field(None, description="Shown above the ending; without it the id in words.")
    text: Text = Field(description="How it goes, in a few short paragraphs.")
    in_short: Text | None = Field(
        None, description="What followed, in two sentences; a must where a choice leads here."
    )
    voices: dict[Slug, Text] = Field(default_factory=dict, description="The same moment from each person.")
    diary: dict[Slug, Text] = Field(default_factory=dict, description="One line from somebody's own diary.")
    could_also: tuple[Text, ...] = Field((), description="What else could have followed, good and bad.")
    discuss: tuple[Text, ...] = Field((), description="Questions to talk over afterwards.")
    facilitator_notes: Text | None = Field(None, description="For whoever leads the session; no learner gets it.")

    @property
    def is_fork(self) -> bool:
        return False

    @property
    def is_ending(self) -> bool:
        return True


class Scenario(Part):
    """A whole scenario, as one YAML file holds it."""

    format: int = Field(ge=1, le=1, description="The form of scenario file, which is 1.")
    title: Text = Field(description="What the scenario is called.")
    summary: Text = Field(description="One sentence for the list of scenarios.")
    about: About = Field(description="Setting, law, basis and reviews.")
    content_notes: tuple[Text, ...] = Field(min_length=1, description="What it touches on, said beforehand.")
    people: dict[Slug, Person] = Field(description="Everybody in the story, each under an id.")
    places: dict[Slug, Place] = Field(default_factory=dict, description="Places in the story, all made up.")
    what_matters: tuple[Text, ...] = Field(min_length=1, description="What matters to the person, as they say it.")
    start: Reference = Field(description="The scene it begins with.")
    scenes: dict[Slug, Scene] = Field(min_length=1, description="The moments of the story, each under an id.")
    endings: dict[Slug, Ending] = Field(min_length=1, description="Where the roads stop, each under an id.")
    _slug: str = PrivateAttr("")

    @property
    def slug(self) -> str:
        """The file's name without ``.yaml``; empty for a scenario that came from no file."""
        return self._slug

    def named(self, slug: str) -> "Scenario":
        """The same scenario under that name."""
        copy = self.model_copy()
        copy._slug = slug
        return copy

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
