"""A scenario as a script that a reviewer reads on paper: with nothing hidden, and a number for each line."""

import hashlib
from collections.abc import Iterator
from datetime import date
from typing import Any

from sharedground import __version__
from sharedground.evidence import Evidence
from sharedground.exchange.numbered import Numbered
from sharedground.exchange.paper import Block, Heading, Line, NewPage, Paper, Paragraph, Room, Table, seen
from sharedground.exchange.script_asked import asked, entered, overall
from sharedground.exchange.script_scene import Place, places_of, scene_blocks
from sharedground.scenario import Scenario
from sharedground.scenario.compile import SEATS, not_reviewed_by
from sharedground.scenario.read import read_bytes

ROLES = {"person": "the person it is about", "practitioner": "staff", "family": "family", "other": "someone else"}


def script(
    scenario: Scenario, file: bytes, evidence: Evidence, help_lines: dict[str, Any], *, made_on: date | None = None
) -> Paper:
    """The whole paper.

    Parameters
    ----------
    file
        What is in the scenario's file, for the author's line numbers. Its print on the paper is the name git gives
        it, so that ``git log --find-object`` finds the file as it was when comments come back months later.
    """
    made_on = made_on or date.today()
    source = read_bytes(file)
    places = places_of(scenario)
    front = Numbered(source, 0, ())
    return Paper(
        title=seen(scenario.title),
        author=seen(scenario.about.drafted_by),
        made_on=made_on,
        footer=f"{seen(scenario.title)}. Script for reviewers, made {_day(made_on)} from {scenario.slug}.yaml, "
        f"print {_git_name(file)[:12]}, with Shared Ground {__version__}.",
        blocks=(
            Heading(1, seen(scenario.title)),
            Paragraph("A script to read and write on, before staff meet it."),
            *asked(_opening(scenario, front), help_lines),
            NewPage(),
            *_about(scenario, front, evidence),
            *_roads(places),
            *(block for place in places.values() for block in scene_blocks(scenario, source, evidence, place)),
            *overall(),
            *entered(f"{scenario.slug}.yaml", source.line(("about", "reviewed_by")), made_on),
        ),
    )


def _opening(scenario: Scenario, numbered: Numbered) -> Iterator[Line]:
    """What the story is and what it touches on, for whoever is still to say yes or no."""
    yield from numbered.text("title", words=scenario.title, lead="Title:")
    yield from numbered.text("summary", words=scenario.summary, lead="In short:")
    for at, note in enumerate(scenario.content_notes):
        yield from numbered.text("content_notes", at, words=note, lead="It touches on:")


def _about(scenario: Scenario, numbered: Numbered, evidence: Evidence) -> Iterator[Block]:
    about = scenario.about
    yield Heading(2, "About the story")
    for lead, key, words in (
        ("Made of:", "basis", about.basis),
        ("Written by:", "drafted_by", about.drafted_by),
        ("Where it plays:", "setting", about.setting),
        ("Takes:", "minutes", f"{about.minutes} minutes"),
        ("Whose law:", "nation", about.nation),
        ("Law checked:", "law_checked", about.law_checked),
        ("Licence:", "licence", about.licence),
    ):
        yield from numbered.text("about", key, words=words, lead=lead)
    for at, key in enumerate(about.maps_to):
        title = evidence.sources.get(key, {}).get("title", "")
        yield from numbered.text("about", "maps_to", at, words=f"{title} ({key})".strip(), lead="Relates to:")
    yield from _read_by(scenario, numbered)
    yield Table(
        "The people",
        ("Name", "Part in the story", "Who they are", "Pronouns", "Legal status"),
        tuple(_person(scenario, numbered, who) for who in scenario.people),
    )
    for who, place in scenario.places.items():
        yield from numbered.text("places", who, "name", words=place.name, lead="A place, made up:")
    yield Heading(3, f"What matters to {seen(scenario.person.name)}")
    yield from numbered.texts("what_matters", entries=scenario.what_matters)
    yield Room("Your words on this page:", 4)


def _read_by(scenario: Scenario, numbered: Numbered) -> Iterator[Line]:
    """Who has reviewed it so far, and which seats nobody has read it from."""
    for at, review in enumerate(scenario.about.reviewed_by):
        words = f"{review.credit or SEATS[review.who]} ({review.who}, {review.date})"
        yield from numbered.text("about", "reviewed_by", at, words=words, lead="Reviewed by:")
    missing = "; ".join(not_reviewed_by(scenario))
    yield from numbered.text("about", "reviewed_by", words=missing, lead="Not yet reviewed by:")


def _person(scenario: Scenario, numbered: Numbered, who: str) -> tuple[str, tuple[tuple[Line, ...] | str, ...]]:
    person = scenario.people[who]
    cells = [numbered.text("people", who, "role", words=ROLES[person.role])]
    cells += [
        numbered.text("people", who, key, words=words)
        for key, words in (("job", person.job), ("pronouns", person.pronouns), ("legal_status", person.legal_status))
    ]
    return seen(person.name), tuple(tuple(cell) or "–" for cell in cells)


def _roads(places: dict[str, Place]) -> Iterator[Block]:
    yield Table(
        "The ways through",
        ("Number", "Heading", "What it is", "Leads to"),
        tuple(
            (str(place.number), (place.heading, place.kind, _leads_to(place, places) or "–"))
            for place in places.values()
        ),
    )


def _leads_to(place: Place, places: dict[str, Place]) -> str:
    scene = place.scene
    targets = [choice.leads_to for choice in getattr(scene, "choices", ())] or [getattr(scene, "leads_to", None)]
    return ", ".join(str(places[target].number) for target in dict.fromkeys(targets) if target)


def _git_name(file: bytes) -> str:
    return hashlib.sha1(b"blob %d\x00" % len(file) + file, usedforsecurity=False).hexdigest()


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
