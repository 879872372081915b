"""The catalogue of faults in a scenario: one function for each, with its words and the way out.

The first sentence says what is so, with the value; what follows says what to do. ``check_file`` adds the file.
"""

import re
from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from sharedground.faults import Problem

NAME = re.compile(r"[\w-]{1,60}", re.ASCII)
MANY = 12
"""More names than this are not listed in a message."""


def _problem(code: str, line: int, what: str, way_out: str) -> Problem:
    return Problem("", line, code, f"{what} {way_out}")


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word someone most likely meant; hyphens, spaces and capitals count for nothing."""
    known = list(known)
    if word in known:
        return word
    if len(known) > 500 or len(word) > 80:
        return None  # nobody wrote this by a slip of the pen
    plain = {_plain(each): each for each in reversed(known)}
    near = get_close_matches(_plain(word), plain, n=1, cutoff=0.65)
    return plain[near[0]] if near else None


def _plain(word: str) -> str:
    return word.strip().lower().replace("-", " ").replace("_", " ")


def _or(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} or {words[-1]}"


def _and(words: Sequence[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}"


def _listed(words: Sequence[str]) -> str:
    names = [word if NAME.fullmatch(word) else shown(word) for word in words[:MANY]]
    return ", ".join(names) + (f" and {len(words) - MANY} more" if len(words) > MANY else "")


def _meant(word: str, known: Sequence[str], otherwise: str) -> str:
    near = nearest(word, known)
    return f"Did you mean {shown(near)}?" if near else f"{otherwise}: {_listed(known)}."


def _also(lines: Sequence[int]) -> str:
    """Where else the same thing is."""
    if not lines:
        return ""
    return f" (also on {'line' if len(lines) == 1 else 'lines'} {_numbers(lines)})"


def _numbers(lines: Sequence[int]) -> str:
    numbers = [str(line) for line in lines[:MANY]]
    return _and([*numbers, f"{len(lines) - MANY} more"] if len(lines) > MANY else numbers)


def _then(way_out: str, description: str) -> str:
    """A way out, followed by what the author's guide says of the key."""
    return f"{way_out}: {description[:1].lower()}{description[1:]}" if description else f"{way_out}."


def shown(value: str) -> str:
    """A value as it can stand in a message: in quotes, one line, not too long."""
    words = " ".join(value.split())
    return repr(words if len(words) <= 60 else words[:57] + "...")


# The file itself


def too_big(limit: int) -> Problem:
    return _problem(
        "too-big",
        1,
        f"the file is larger than {limit:,} bytes.",
        "A scenario is text only and far smaller. Take out what is not part of the story, or make two scenarios.",
    )


def not_utf8(line: int, byte: int) -> Problem:
    return _problem(
        "not-utf-8",
        line,
        f"a letter here is not written in UTF-8 (byte {byte:#04x}).",
        "Save the file again with the encoding UTF-8; most editors offer it under 'Save as'.",
    )


def cannot_open(reason: str) -> Problem:
    return _problem(
        "cannot-open", 1, f"the file cannot be opened ({reason}).", "See that it is there and that you may read it."
    )


def empty_file() -> Problem:
    return _problem("empty-file", 1, "the file has nothing in it.", "Start from a copy of a scenario that is there.")


def many_faults(line: int, limit: int) -> Problem:
    return _problem("many-faults", line, f"there are more than {limit} faults.", "Mend those above, then check again.")


def not_a_scenario(line: int, kind: str) -> Problem:
    return _problem(
        "not-a-scenario",
        line,
        f"the file holds {kind}, not the keys of a scenario.",
        "It should begin with lines such as: format: 1, title: ..., summary: ...",
    )


def several_documents(line: int) -> Problem:
    return _problem(
        "several-documents",
        line,
        "a second document begins here (a line of three hyphens).",
        "A file holds one scenario: delete the line, or move what follows to a file of its own.",
    )


SYNTAX = (
    (
        "mapping values are not allowed",
        "a colon stands where none can be.",
        "A text that has a colon and a space in it needs quotes around it; or the line is indented too far.",
    ),
    (
        "could not find expected ':'",
        "this line has no colon after its key.",
        "Write it as key: text. A text of several lines begins with | after the colon and is indented below it.",
    ),
    (
        "did not find expected key",
        "this line does not fit the lines around it.",
        "Indent it exactly like its neighbours, with spaces.",
    ),
    (
        "did not find expected '-' indicator",
        "this line does not fit the list it stands in.",
        "Begin it with a dash like its neighbours, at the same indent.",
    ),
    (
        "did not find expected ',' or",
        "a bracket or brace that opens here does not close.",
        "Close it, with commas between the entries, and put quotes around texts inside it.",
    ),
    (
        "did not find expected node content",
        "a bracket or brace that opens here does not close, or holds something that cannot stand there.",
        "Close it, with commas between the entries, and put quotes around texts inside it.",
    ),
    (
        "found unexpected end of stream",
        "a quote that opens here does not close.",
        "Close it. Inside '...' an apostrophe is written twice ('').",
    ),
    (
        "found character that cannot start any token",
        "the line begins with a tab, or a text with a sign that cannot stand there.",
        "Indent with spaces only; put quotes around a text that begins with @, ` or %.",
    ),
    (
        "found a tab character",
        "the line is indented with a tab.",
        "Indent with spaces only, two for each step.",
    ),
    (
        "alphabetic or numeric character",
        "a text begins with * or &, which means something else here.",
        "Put quotes around the text.",
    ),
    (
        "expected comment or line break",
        "a text begins with | or >, which means something else here.",
        "Put the text on the lines below, indented; or put quotes around it.",
    ),
    (
        "mapping keys are not allowed",
        "a text begins with a question mark and a space, which means something else here.",
        "Put quotes around the text.",
    ),
    (
        "found unknown escape character",
        "a backslash stands in a text with double quotes.",
        "Write two backslashes, or use single quotes.",
    ),
    (
        "block sequence entries are not allowed",
        "a dash stands where no list can begin.",
        "Put the list on lines of its own below its key; or put quotes around a text that begins with a dash.",
    ),
    (
        "<document start>",
        "there is more after the end of the scenario.",
        "Delete a line of three dots or hyphens above it, or indent this line like its neighbours.",
    ),
    (
        "maximum nesting depth",
        "the file is nested too deep.",
        "No part of a scenario goes so deep. See whether brackets were left open.",
    ),
)
UNFAMILIAR = (
    "this cannot be read as YAML ({trouble}).",
    "Compare the line, and the one above it, with a scenario that passes the check.",
)
OPENING = {
    "'": "Or a quote does not close where it should: inside '...' an apostrophe is written twice ('').",
    '"': "Or a quote does not close where it should.",
    "[": "Or put quotes around a text that begins with a bracket.",
    "{": "Or put quotes around a text that begins with a brace.",
}


def yaml_syntax(line: int, trouble: str, began: int, opening: str) -> Problem:
    """`trouble` is the parser's own complaint, `began` the line where the part in trouble starts.

    `opening` is the first letter of the text on the line.
    """
    known = ((what, way_out) for sign, what, way_out in SYNTAX if sign in trouble)
    what, way_out = next(known, UNFAMILIAR)
    more = [OPENING[opening]] if "expected key" in trouble and opening in OPENING else []
    if "opens here" in what or "no colon" in what:
        line = began
    elif began < line:
        more.append(f"The part it belongs to begins on line {began}.")
    return _problem("yaml-syntax", line, what.format(trouble=trouble), " ".join([way_out, *more]))


def quote_left_open(line: int, closes: int) -> Problem:
    return _problem(
        "yaml-syntax",
        line,
        f"a quote that opens here closes only on line {closes}.",
        "Close it where the text ends. Inside '...' an apostrophe is written twice ('').",
    )


def alias(name: str, lines: Sequence[int]) -> Problem:
    where = f" on lines {_numbers(lines)}" if len(lines) > 1 else ""
    return _problem(
        "alias",
        lines[0],
        f"{shown(name)} is used as an anchor or alias of YAML (& or *){where}.",
        "Scenarios do without: write the text out in each place, or put quotes around a text that begins with & or *.",
    )


def tag(line: int, name: str) -> Problem:
    return _problem(
        "yaml-tag",
        line,
        f"{shown(name)} is a tag of YAML (!).",
        "Scenarios do without: delete it, or put quotes around a text that begins with an exclamation mark.",
    )


def too_deep(line: int, limit: int) -> Problem:
    return _problem(
        "too-deep",
        line,
        f"the file is nested more than {limit} steps deep here, and was not read further.",
        "No part of a scenario goes so deep. See whether brackets or indents have gone astray.",
    )


def odd_key(line: int) -> Problem:
    return _problem(
        "odd-key",
        line,
        "a list or a group of keys stands where a key should be.",
        "Put quotes around a text that begins with a bracket or a brace.",
    )


def duplicate_key(line: int, key: str, first: int) -> Problem:
    return _problem(
        "duplicate-key",
        line,
        f"{shown(key)} is written a second time; the first is on line {first}.",
        "Keep one of the two, or give this one a name of its own.",
    )


def hidden_character(line: int, name: str, before: str) -> Problem:
    after = f" after {before!r}" if before else " at the start of the line"
    return _problem(
        "hidden-character",
        line,
        f"there is a character that cannot be seen{after} ({name}).",
        "Delete it; it often comes along when text is pasted. Typing the words anew is the surest.",
    )


def odd_space(line: int, name: str) -> Problem:
    return _problem(
        "odd-space",
        line,
        f"the line is indented with a space that is not an ordinary one ({name}).",
        "Delete the space before its first word and indent it anew; it often comes along when text is pasted.",
    )


# Keys and values


def unknown_key(line: int, where: str, key: str, known: Sequence[str]) -> Problem:
    way_out = _meant(key, known, "Keys known here")
    if " " in key.strip() and not nearest(key, known):
        way_out += " If it is part of a text, put quotes around the whole text: inside { } a comma ends it."
    return _problem("unknown-key", line, f"{where} has a key {shown(key)}, which is not known.", way_out)


def missing_key(line: int, where: str, key: str, description: str) -> Problem:
    return _problem("missing-key", line, f"{where} has no {key!r}.", _then("Add it", description))


WANTED = {
    "text": "Write one text after the colon; put quotes around it if it has a colon, a bracket or a brace in it.",
    "list": "Write each entry on a line of its own, after a dash; an empty list is [].",
    "keys": "Write each entry below it, indented, as key: text.",
}
IS = {str: "a text", list: "a list", dict: "a group of keys", type(None): "nothing"}


def wrong_type(line: int, where: str, found: object, wanted: str) -> Problem:
    should = {"text": "one text", "list": "a list", "keys": "a group of keys"}[wanted]
    return _problem(
        "wrong-type", line, f"{where} is {IS.get(type(found), 'something else')}, not {should}.", WANTED[wanted]
    )


def not_a_number(line: int, where: str, found: str) -> Problem:
    return _problem("not-a-number", line, f"{where} is {shown(found)}, not a whole number.", "Write it in figures.")


def number_out_of_range(line: int, where: str, found: str, limit: str) -> Problem:
    return _problem("out-of-range", line, f"{where} is {shown(found)}.", f"It should be {limit}.")


def empty_text(line: int, where: str, description: str, *, needed: bool) -> Problem:
    way_out = "Write it" if needed else "Write it or delete the line"
    return _problem("empty-text", line, f"{where} is empty.", _then(way_out, description))


def empty_list(line: int, where: str, description: str) -> Problem:
    return _problem("empty-list", line, f"{where} has no entry.", _then("Write at least one", description))


def too_long(line: int, where: str, length: int, limit: int, description: str) -> Problem:
    return _problem(
        "too-long",
        line,
        f"{where} has {length} letters; there is room for {limit}.",
        _then("Say it shorter", description),
    )


def bad_id(line: int, where: str, found: str, suggestion: str) -> Problem:
    example = f", for instance {suggestion!r}" if suggestion else ""
    return _problem(
        "bad-id",
        line,
        f"{where} is called {shown(found)}, which cannot be a name in this file.",
        f"Use small letters, figures and single hyphens{example}.",
    )


def not_a_month(line: int, where: str, found: str) -> Problem:
    return _problem(
        "not-a-month", line, f"{where} is {shown(found)}, not a month.", "Write year and month, as 2026-11."
    )


def not_one_of(line: int, where: str, found: str, allowed: Sequence[str]) -> Problem:
    near = nearest(found, allowed)
    hint = f"Did you mean {shown(near)}? " if near else ""
    return _problem(
        "not-one-of", line, f"{where} is {shown(found)}, which is not one.", f"{hint}It can be {_or(allowed)}."
    )


def not_valid(line: int, where: str, message: str) -> Problem:
    return _problem("not-valid", line, f"{where} cannot be so ({message}).", "See the author's guide for this key.")


def markup(line: int, where: str, found: str) -> Problem:
    return _problem(
        "markup",
        line,
        f"{where} has {shown(found)} in it, which is read as HTML.",
        "Use plain words, with *one* or **two** stars around what matters, and no angle brackets.",
    )


def link(line: int, where: str, found: str) -> Problem:
    return _problem(
        "link",
        line,
        f"{where} has a link, picture or web address in it: {shown(found)}.",
        "Pages must work without the internet: say in words what it is. Sources belong to the evidence.",
    )


# Local layers and help lines


def other_scenario(line: int, found: str, wanted: str) -> Problem:
    return _problem(
        "other-scenario",
        line,
        f"this layer is for {shown(found)}, not for {shown(wanted)}.",
        "Name the scenario it is for, or take the layer of the other one.",
    )


def unknown_name(line: int, name: str, known: Sequence[str]) -> Problem:
    return _problem(
        "unknown-name",
        line,
        f"{shown(name)} is no person or place of the scenario.",
        _meant(name, known, "Ids of its people and places"),
    )


def no_such_words(line: int, path: str, known: Sequence[str]) -> Problem:
    near = get_close_matches(path, known, n=1, cutoff=0.6)
    hint = f"Did you mean {near[0]}?" if near else "Write keys with a dot between, as scenes.saturday.text."
    return _problem("no-such-words", line, f"there are no words at {shown(path)} in the scenario.", hint)


def not_wording(line: int, path: str, *, is_evidence: bool) -> Problem:
    why = "says what studies show" if is_evidence else "steers the story or says where it comes from"
    return _problem(
        "not-wording",
        line,
        f"{shown(path)} {why}, and a local layer changes words only.",
        "Take the line out; to change more, copy the scenario under a name of its own.",
    )


def odd_phone(line: int, where: str, phone: str) -> Problem:
    return _problem(
        "odd-phone",
        line,
        f"{where} is {shown(phone)}, which cannot be dialled.",
        "Write digits and spaces; words go to detail.",
    )


# Roads through the story


def leads_nowhere(line: int, where: str, target: str, names: Sequence[str], also: Sequence[int]) -> Problem:
    return _problem(
        "leads-nowhere",
        line,
        f"{where} leads to {shown(target)}, which is not a scene here{_also(also)}.",
        _meant(target, names, "Scenes and endings in this file"),
    )


def start_not_there(line: int, start: str, names: Sequence[str]) -> Problem:
    return _problem(
        "start-not-there",
        line,
        f"the story starts at {shown(start)}, which is not a scene here.",
        _meant(start, names, "Scenes in this file"),
    )


def duplicate_id(line: int, name: str, first: int) -> Problem:
    return _problem(
        "duplicate-id",
        line,
        f"{name!r} is the name of a scene (line {first}) and of an ending.",
        "Give one of them another name, and mend what leads there.",
    )


def duplicate_choice(line: int, name: str, first: int) -> Problem:
    return _problem(
        "duplicate-id",
        line,
        f"two choices of this scene are called {name!r}; the first is on line {first}.",
        "Give this one a name of its own.",
    )


def unreachable(line: int, where: str, others: Sequence[str]) -> Problem:
    after = f" Nor, through it, can these be reached: {_listed(others)}." if others else ""
    return _problem(
        "unreachable",
        line,
        f"nothing leads to {where}, so nobody can reach it.{after}",
        "Let a choice or a scene lead to it, or delete it.",
    )


def no_ending(line: int, names: Sequence[str]) -> Problem:
    if len(names) == 1:
        what = f"scene {names[0]!r} leads only to itself, so no ending can be reached from it."
    else:
        way = " -> ".join([*names[:MANY], "..."] if len(names) > MANY else names)
        what = f"no ending can be reached from here: the story goes round and round ({way})."
    return _problem("no-ending", line, what, "Let one choice or scene lead out of it.")


def no_way_on(line: int, where: str) -> Problem:
    return _problem(
        "no-way-on",
        line,
        f"{where} has neither choices nor 'leads_to'.",
        "Write leads_to: and the next scene; or a question with choices; or move it under endings.",
    )


def two_ways_on(line: int, where: str) -> Problem:
    return _problem(
        "two-ways-on",
        line,
        f"{where} has both choices and 'leads_to'.",
        "Delete 'leads_to' here: each choice says itself where it leads.",
    )


# Forks


def choices_without_question(line: int, where: str) -> Problem:
    return _problem(
        "no-question",
        line,
        f"{where} has choices but no 'question'.",
        "Add one, for instance: On this shift, what would you do?",
    )


def question_without_choices(line: int, where: str) -> Problem:
    return _problem(
        "no-choices", line, f"{where} asks a question but has no choices.", "Add choices, or delete the question."
    )


def too_few_choices(line: int, where: str) -> Problem:
    return _problem(
        "too-few-choices",
        line,
        f"{where} has only one choice.",
        "A fork has two or more; where there is nothing to choose, use 'leads_to'.",
    )


def stances_missing(line: int, where: str, missing: Sequence[str]) -> Problem:
    words = {
        "risk_averse": "decided for safety, without the person (risk_averse)",
        "collaborative": "decided together with the person (collaborative)",
    }
    return _problem(
        "stances-missing",
        line,
        f"{where} has no choice that is {_and([words[stance] for stance in missing])}.",
        "Both are needed, so that people can see the two side by side: add one, or see its 'stance'.",
    )


def no_unsupported(line: int) -> Problem:
    return _problem(
        "no-unsupported",
        line,
        "no choice in the whole story leaves the person to manage alone (stance: unsupported).",
        "Add one to a fork where it could happen: being left alone with a risk is the third way of failing.",
    )


def not_known_missing(line: int, where: str, missing: Sequence[str]) -> Problem:
    return _problem(
        "no-known",
        line,
        f"{where} has no {_and([repr(key) for key in missing])}.",
        "Every fork says in one honest sentence each what studies show about this decision and what they do not.",
    )


def nothing_followed(line: int, where: str, missing: Sequence[str]) -> Problem:
    return _problem(
        "no-consequence",
        line,
        f"a choice leads to {where}, which has no {_and([repr(key) for key in missing])}.",
        "Say in two sentences what followed (in_short), and what else could have followed (could_also, a list).",
    )


def one_sided(line: int, where: str, missing: Sequence[str]) -> Problem:
    return _problem(
        "one-sided",
        line,
        f"{where} has no {_and([repr(key) for key in missing])}.",
        "Every choice costs somebody something and gives somebody something: write at least one of each.",
    )


def family_left_out(line: int, where: str) -> Problem:
    return _problem(
        "family-left-out",
        line,
        f"{where} says nothing of the family, and there is family in the story.",
        "Add a cost or a gain with to: family; or, where so, nobody_asked: [family].",
    )


# People, law and evidence


def no_person(line: int) -> Problem:
    return _problem(
        "no-person",
        line,
        "nobody under people has the role 'person'.",
        "Give it to the one whose care the story is about: role: person.",
    )


def nobody_in_people(line: int, where: str, name: str, people: Sequence[str], also: Sequence[int]) -> Problem:
    others = f"{where} is {shown(name)}" if name not in where else where
    return _problem(
        "nobody-in-people",
        line,
        f"{others}: there is no such person under people{_also(also)}.",
        _meant(name, people, "People in this file") if people else "Add them under people.",
    )


def no_legal_status(line: int, where: str, setting: str) -> Problem:
    return _problem(
        "no-legal-status",
        line,
        f"the story plays in hospital ({setting}) and {where} has no 'legal_status'.",
        "Say in plain words whether they are there by their own agreement or detained, and how.",
    )


def no_who_decides(line: int, where: str, setting: str) -> Problem:
    return _problem(
        "no-who-decides",
        line,
        f"the story plays in hospital ({setting}) and {where} does not say who decides.",
        "Add who_decides: who may decide this in law, and what the learner's view counts for.",
    )


def unknown_source(line: int, name: str, known: Iterable[str]) -> Problem:
    near = nearest(name, known)
    way_out = f"Did you mean {shown(near)}?" if near else "Keys are the ids in evidence/sources.json."
    return _problem(
        "unknown-source", line, f"'maps_to' names guidance {shown(name)}, which is not among the sources.", way_out
    )


def unknown_finding(line: int, where: str, name: str, known: Iterable[str]) -> Problem:
    near = nearest(name, known)
    way_out = f"Did you mean {shown(near)}?" if near else "Ids are in the first column of evidence/findings.csv."
    return _problem(
        "unknown-finding", line, f"{where} names a finding {shown(name)}, which is not in the evidence.", way_out
    )
