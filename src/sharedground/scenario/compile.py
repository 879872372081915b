"""A scenario as the plain data a learner's page gets: scenes as safe HTML, and nothing that must wait or stay.

What a choice costs and gives, its stance and the notes for facilitators are not in it. Markdown is read without
HTML, links and pictures; what comes out is cleaned once more down to a short list of tags without attributes.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import nh3
from markdown_it import MarkdownIt

from sharedground.scenario.model import Choice, Ending, Scenario, Scene, in_words
from sharedground.scenario.roads import forks_ahead

TAGS = {"p", "em", "strong", "ul", "ol", "li", "blockquote", "br"}
READ = ("list", "blockquote", "emphasis", "newline", "escape")
"""What of Markdown is read; the rest stands on the page as it was typed."""

SEATS = {"lived experience": "someone with lived experience", "carer": "a carer", "clinician": "a clinician"}


def compile_scenario(scenario: Scenario, *, titles: Mapping[str, str] | None = None) -> dict[str, Any]:
    """The scenes of a scenario and what belongs around them, as plain data (format 1 of the player).

    Parameters
    ----------
    titles
        Titles of sources by key, for the guidance the scenario relates to; without one the key stands for it.
    """
    ahead = forks_ahead(_roads(scenario), scenario.forks)
    places: dict[str, Scene | Ending] = {**scenario.scenes, **scenario.endings}
    return {
        "format": 1,
        "slug": scenario.slug,
        "title": _line(scenario.title),
        "summary": _line(scenario.summary),
        "about": _about(scenario, titles or {}),
        "content_notes": _lines(scenario.content_notes),
        "what_matters": _lines(scenario.what_matters),
        "start": scenario.start,
        "person": next(name for name, person in scenario.people.items() if person.role == "person"),
        "people": {
            name: {key: _line(value) for key, value in person.model_dump().items()}
            for name, person in scenario.people.items()
        },
        "scenes": {name: _scene(name, place, ahead[name]) for name, place in places.items()},
    }


def safe_html(markdown: str) -> str:
    """Markdown of an author as HTML that can hold nothing but words, emphasis, lists and quotations."""
    return nh3.clean(_reader().render(markdown), tags=TAGS, attributes={}, link_rel=None).strip()


def not_reviewed_by(scenario: Scenario) -> list[str]:
    """Who has not read it yet, in words; empty when someone has from every seat."""
    read = {review.who for review in scenario.about.reviewed_by}
    return [words for seat, words in SEATS.items() if seat not in read]


@cache
def _reader() -> MarkdownIt:
    return MarkdownIt("zero", {"html": False, "linkify": False, "typographer": False}).enable(list(READ))


def _about(scenario: Scenario, titles: Mapping[str, str]) -> dict[str, Any]:
    about = scenario.about
    return {
        "setting": about.setting,
        "minutes": about.minutes,
        "nation": about.nation,
        "law_checked": about.law_checked,
        "basis": _line(about.basis),
        "drafted_by": _line(about.drafted_by),
        "reviewed_by": [
            {"who": review.who, "date": review.date, "credit": _line(review.credit)} for review in about.reviewed_by
        ],
        "not_reviewed_by": not_reviewed_by(scenario),
        "maps_to": [{"key": key, "title": titles.get(key, key)} for key in about.maps_to],
        "licence": about.licence,
    }


def _scene(name: str, place: Scene | Ending, ahead: tuple[int, int]) -> dict[str, Any]:
    """Every key is there for every kind, so that a page need not ask which it may."""
    scene = place if isinstance(place, Scene) else None
    return {
        "id": name,
        "kind": "ending" if scene is None else "fork" if scene.is_fork else "passage",
        "heading": _line(place.heading) or in_words(name),
        "html": safe_html(place.text),
        "in_short": _line(place.in_short),
        "you_are": scene.you_are if scene else None,
        "who_decides": _line(scene.who_decides) if scene else None,
        "pressures": _lines(scene.pressures) if scene else [],
        "voices": _said(place.voices),
        "diary": _said(place.diary),
        "could_also": _lines(place.could_also),
        "question": _line(scene.question) if scene else None,
        "choices": [_choice(choice) for choice in scene.choices] if scene else [],
        "leads_to": scene.leads_to if scene else None,
        "decisions_left": list(ahead),
    }


def _choice(choice: Choice) -> dict[str, Any]:
    return {
        "id": choice.id,
        "label": _line(choice.label),
        "reasoning_html": safe_html(choice.reasoning),
        "leads_to": choice.leads_to,
    }


def _said(by_whom: Mapping[str, str]) -> list[dict[str, str]]:
    return [{"who": who, "html": safe_html(words)} for who, words in by_whom.items()]


def _roads(scenario: Scenario) -> dict[str, list[str]]:
    roads: dict[str, list[str]] = {name: [] for name in scenario.endings}
    for name, scene in scenario.scenes.items():
        roads[name] = [choice.leads_to for choice in scene.choices] or [scene.leads_to or name]
    return roads


def _line(words: str | None) -> str | None:
    """Words on one line, however they were wrapped in the file."""
    return None if words is None else " ".join(words.split())


def _lines(entries: Iterable[str]) -> list[str | None]:
    return [_line(entry) for entry in entries]
