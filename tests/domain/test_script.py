"""The script for reviewers: all of the scenario, with numbers one can point at, in Word and in HTML."""

import re
import zipfile
from datetime import date
from html.parser import HTMLParser
from io import BytesIO
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn

from scenario_builder import RECITAL, scenario_from
from sharedground.cli import main
from sharedground.evidence import load_evidence
from sharedground.exchange.paper import Line, Paper, Table
from sharedground.exchange.paper_html import as_html
from sharedground.exchange.paper_word import as_word
from sharedground.exchange.script import ROLES, script
from sharedground.exchange.script_scene import NOBODY_ASKED
from sharedground.play.help_lines import help_lines
from sharedground.scenario import Scenario, load_sound, scenario_files
from sharedground.scenario.read import read_bytes

NOT_TEXTS = {"id", "stance", "freedom", "leads_to", "start", "you_are", "to", "kind", "role", "nobody_asked", "format"}
OUR_LEADS = (
    "You are:", "It goes on with:", "How it was decided:", "Study (", "Relates to:", "Takes:", "Not yet reviewed by:"
)  # fmt: skip
OUR_WORDS = {NOBODY_ASKED, *ROLES.values()}
OUR_KEYS = re.compile(r"\b(you_are|leads_to|stance|nobody_asked|role|findings|maps_to|minutes|reviewed_by):")
SHIPPED = load_sound()
SLUG = next(iter(SHIPPED))


def paper_of(scenario: Scenario, file: str) -> Paper:
    return script(scenario, file.encode(), load_evidence(), help_lines(), made_on=date(2026, 12, 1))


@pytest.fixture(scope="module")
def paper() -> Paper:
    return paper_of(scenario_from(), RECITAL)


@pytest.fixture(scope="module", params=["recital", *SHIPPED])
def shipped(request) -> tuple[Scenario, str, Paper]:
    """The small scenario of the tests and each that is shipped: scenario, file, paper."""
    if request.param == "recital":
        scenario, file = scenario_from(), RECITAL
    else:
        scenario, file = SHIPPED[request.param], scenario_files()[request.param].read_text(encoding="utf-8")
    return scenario, file, paper_of(scenario, file)


STRAIGHT = str.maketrans("“”‘’", "\"\"''")


def plain(text: str) -> str:
    """Words without emphasis, without the way they were wrapped, and with quotation marks as they are typed."""
    return " ".join(text.replace("*", "").translate(STRAIGHT).split())


def texts(part, key: str = "") -> list[str]:
    """Everything an author wrote for people to read."""
    if key in NOT_TEXTS:
        return []
    if isinstance(part, str):
        return [plain(part)]
    entries = part.items() if isinstance(part, dict) else [(key, each) for each in part or ()]
    return [text for name, each in entries if isinstance(each, (str, dict, tuple)) for text in texts(each, name)]


class Page(HTMLParser):
    """What a page shows, and of what it is made."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.words: list[str] = []
        self.references: list[tuple[str, str]] = []
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self._open: list[tuple[str, str]] = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        self.tags.append(tag)
        self.attributes += attributes
        if tag not in {"meta", "link", "hr"}:
            self._open.append((tag, dict(attributes).get("class") or ""))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        tag, named = self._open[-1] if self._open else ("", "")
        if named == "number":
            self.references.append((data, ""))
        elif named == "file-line":
            self.references[-1] = (self.references[-1][0], data.strip("[]"))
        elif tag != "style":
            self.words.append(data)


def word_paragraphs(data: bytes) -> list[tuple[str, list[tuple[str, str]]]]:
    """All paragraphs in order, those in tables included: the style of each, and of each run style and words."""

    def style(part, kind: str) -> str:
        found = part.find(f"{qn(f'w:{kind}Pr')}/{qn(f'w:{kind}Style')}")
        return "" if found is None else found.get(qn("w:val"))

    return [
        (style(paragraph, "p"), [(style(run, "r"), run.text) for run in paragraph.iter(qn("w:r"))])
        for paragraph in Document(BytesIO(data)).element.body.iter(qn("w:p"))
    ]


def word_words(data: bytes) -> str:
    """What a document says, without numbers and lines of the file."""
    aside = {"LineNumberHere", "LineintheFile"}
    return " ".join("".join(words for style, words in runs if style not in aside) for _, runs in word_paragraphs(data))


def lines_of(paper: Paper) -> list[Line]:
    """Every line that can be pointed at, those in tables included."""
    found: list[Line] = []
    for block in paper.blocks:
        if isinstance(block, Line):
            found.append(block)
        elif isinstance(block, Table):
            found += [line for _, cells in block.rows for cell in cells if not isinstance(cell, str) for line in cell]
    return found


def test_every_text_of_a_scenario_is_on_paper_in_word_and_in_html(shipped):
    scenario, _, paper = shipped
    in_html, in_word = plain("".join(Page(as_html(paper)).words)), plain(word_words(as_word(paper)))
    for text in texts(scenario.model_dump()):
        assert text in in_html
        assert text in in_word


def test_no_two_lines_have_one_number(shipped):
    numbers = [line.number for line in lines_of(shipped[2])]
    assert len(set(numbers)) == len(numbers)


def test_a_number_says_scene_and_line_counted_from_one_in_each_scene(paper):
    scenes: dict[str, list[int]] = {}
    for line in lines_of(paper):
        scene, number = line.number.split(".")
        scenes.setdefault(scene, []).append(int(number))
    assert list(scenes) == ["0", "1", "2", "3", "4", "5"]
    assert all(sorted(numbers) == list(range(1, len(numbers) + 1)) for numbers in scenes.values())


def test_every_line_says_where_it_stands_in_the_authors_file(shipped):
    _, file, paper = shipped
    written = file.splitlines()
    for line in lines_of(paper):
        there = plain(written[line.file_line - 1].replace('\\"', '"').replace("''", "'"))
        said = plain("".join(run.text for run in line.runs))
        if line.lead.startswith(OUR_LEADS) or said in OUR_WORDS:
            assert OUR_KEYS.search(there)
        else:
            assert " ".join(said.split()[:3]) in there


def test_both_forms_give_the_same_numbers_and_lines_of_the_file(paper):
    expected = sorted((line.number, str(line.file_line)) for line in lines_of(paper))
    in_word = [
        (runs[0][1].strip(), runs[-1][1].strip(" []"))
        for _, runs in word_paragraphs(as_word(paper))
        if runs and runs[0][0] == "LineNumberHere"
    ]
    assert sorted(Page(as_html(paper)).references) == expected
    assert sorted(in_word) == expected


def test_a_sentence_added_to_one_scene_moves_no_number_of_another(paper):
    longer = RECITAL.replace(
        "    text: The team looks again.", "    text: |\n      The team looks again.\n      It rains."
    )
    again = paper_of(scenario_from(longer), longer)
    unmoved = {line.number for line in lines_of(again)} - {line.number for line in lines_of(paper)}
    assert {number.split(".")[0] for number in unmoved} == {"2"}


def test_a_sentence_wrapped_over_two_lines_of_the_file_is_one_line_on_paper(paper):
    wrapped = RECITAL.replace(
        "text: The team looks again.", "text: >-\n      The team\n      looks again.\n      It rains."
    )
    lines = lines_of(paper_of(scenario_from(wrapped), wrapped))
    said = {"".join(run.text for run in line.runs): line.file_line for line in lines}
    first = wrapped.splitlines().index("      The team") + 1
    assert (said["The team looks again."], said["It rains."]) == (first, first + 2)


def test_a_reviewer_is_told_that_they_may_say_no_stop_be_paid_and_choose_their_credit(paper):
    said = word_words(as_word(paper))
    for right in ("You may say no.", "You may stop at any time", "You should be paid.", "You choose your credit"):
        assert right in said


def test_what_it_touches_on_and_whom_to_call_come_before_the_story(paper):
    said = word_words(as_word(paper))
    assert said.index("It touches on:") < said.index("Samaritans") < said.index("Rowan stands at the office door")


def test_there_is_room_to_write_after_each_scene_and_on_the_last_pages_for_each_kind_of_reader(paper):
    said = word_words(as_word(paper))
    for label in (
        "on scene 1:",
        "on scene 3:",
        "on ending 4:",
        "From lived experience",
        "As a carer",
        "As a clinician",
    ):
        assert label in said
    assert [style for style, _ in word_paragraphs(as_word(paper))].count("RuledLine") > 30


def test_what_came_back_is_entered_as_the_paper_says_and_passes_the_check(paper):
    typed = next(block.text for block in paper.blocks if block.kind == "typed")
    entered = scenario_from(RECITAL.replace("  reviewed_by: []", typed))
    assert [review.who for review in entered.about.reviewed_by] == ["lived experience", "carer"]
    assert "on line 11." in word_words(as_word(paper))
    assert RECITAL.splitlines()[10] == "  reviewed_by: []"


def test_the_fork_table_has_every_option_as_a_column_and_says_what_nobody_asked(paper):
    table = next(block for block in paper.blocks if isinstance(block, Table) and block.columns[0] == "For whom")
    assert table.columns[1:] == ("A. not agreed today", "B. agreed a plan for two hours", "C. left to decide alone")
    rows = dict(table.rows)
    assert [line.lead for line in rows["Rowan: cost"][0]] == ["trust:"]
    assert rows["Rowan: cost"][1] == "nothing said"
    assert "".join(run.text for run in rows["Family (Marta): cost"][2][0].runs) == "Nobody asked them."


def test_headings_are_real_and_leave_out_no_level(paper):
    in_word = [
        int(style.removeprefix("Heading"))
        for style, _ in word_paragraphs(as_word(paper))
        if style.startswith("Heading")
    ]
    in_html = [int(tag[1]) for tag in Page(as_html(paper)).tags if re.fullmatch(r"h[1-6]", tag)]
    assert in_word == in_html
    assert in_word.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(in_word))


def test_every_table_repeats_its_header_row_and_no_row_is_torn(paper):
    tables = Document(BytesIO(as_word(paper))).tables
    html = as_html(paper)
    for table in tables:
        assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None
        assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in table.rows)
    assert len(tables) == html.count("<thead>") == html.count("<caption>")
    assert html.count('scope="row"') == sum(len(table.rows) - 1 for table in tables)


def test_the_language_is_british_english_and_the_title_is_the_scenarios(paper):
    document = Document(BytesIO(as_word(paper)))
    languages = {lang.get(qn("w:val")) for lang in document.styles.element.iter(qn("w:lang"))}
    assert languages == {"en-GB"} == {document.core_properties.language}
    assert document.core_properties.title == "An evening of songs"
    assert '<html lang="en-GB">' in as_html(paper)
    assert "<title>An evening of songs – " in as_html(paper)


def test_the_footer_names_the_file_as_git_does(paper):
    # printf 'hello\n' | git hash-object --stdin
    assert (
        "print ce013625030b,"
        in script(scenario_from(), b"hello\n", load_evidence(), help_lines(), made_on=date(2026, 12, 1)).footer
    )
    document = Document(BytesIO(as_word(paper)))
    assert paper.footer in document.sections[0].footer.paragraphs[0].text


HOSTILE = (
    "<script>alert(1)</script>",
    "</script><script src=//evil.example/x.js></script>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><a href='javascript:alert(1)'>press</a></svg>",
    "![a picture](https://evil.example/x.png) and [a link](javascript:alert(1))",
    "&lt;b&gt; &#60;script&#62; &amp;amp;",
    "]]> <!-- <w:p/> {{ 7 * 7 }} {% raw %}",
    "\"><iframe srcdoc='<p>'></iframe>",
)


def hostile_paper(words: str) -> Paper:
    """A script of a scenario that says these words everywhere, which no check let through."""
    quoted = "'" + words.replace("'", "''") + "'"
    file = re.sub(
        r"^( *(?:- )?(?:title|text|label|reasoning|heading|in_short|question|known|job|drafted_by): ).*[^|]$",
        lambda found: found[1] + quoted,
        RECITAL,
        flags=re.MULTILINE,
    )
    file = file.replace("reviewed_by: []", f"reviewed_by: [{{who: carer, date: 2026-12, credit: {quoted}}}]")
    file = file.replace("text: Rowan stops asking.", f"text: {quoted}").replace("name: Marta", f"name: {quoted}")
    return paper_of(Scenario.model_validate(read_bytes(file.encode()).tree).named("recital"), file)


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words_in_html(hostile):
    page = Page(as_html(hostile_paper(hostile)))
    assert plain("".join(page.words)).count(plain(hostile)) > 10
    assert not {"script", "img", "svg", "a", "iframe", "object", "form"} & set(page.tags)
    assert not [name for name, _ in page.attributes if name.startswith("on") or name in {"src", "srcdoc", "style"}]
    assert [value for name, value in page.attributes if name == "href"] == ["data:,"]


@pytest.mark.parametrize("hostile", HOSTILE)
def test_hostile_words_stay_words_in_word(hostile):
    data = as_word(hostile_paper(hostile))
    assert plain(word_words(data)).count(plain(hostile)) > 10
    document = Document(BytesIO(data))
    assert not [part for part in document.part.rels.values() if part.is_external]
    assert document.element.find(f".//{qn('w:hyperlink')}") is None
    assert document.element.find(f".//{qn('w:instrText')}") is None
    assert not [name for name in zipfile.ZipFile(BytesIO(data)).namelist() if name.endswith((".bin", ".js"))]


@pytest.mark.parametrize("hidden", ["\u202e", "\u2066", "\u200b", "\x07", "\ufeff"])
def test_a_character_that_no_one_sees_is_shown_as_a_mark(hidden):
    file = RECITAL.replace("Rowan waited. On Monday the team looked again.", f'"Rowan \\u{ord(hidden):04X}waited."')
    scenario = Scenario.model_validate(read_bytes(file.encode()).tree).named("recital")
    assert hidden in (scenario.scenes["monday"].in_short or "")
    paper = paper_of(scenario, file)
    for said in (as_html(paper), word_words(as_word(paper))):
        assert "Rowan \N{REPLACEMENT CHARACTER}waited." in said
        assert hidden not in said


def test_the_command_writes_both_forms_beside_each_other(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["export", SLUG, "--to", "script"]) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [f"{SLUG}-script.docx", f"{SLUG}-script.html"]
    assert f"{SLUG}-script.docx written" in capsys.readouterr().out


@pytest.mark.parametrize(("name", "begins"), [("mine.docx", b"PK"), ("mine.html", b"<!DOCTYPE html>")])
def test_the_end_of_a_files_name_chooses_the_form(tmp_path, name, begins):
    assert main(["export", SLUG, "--to", "script", "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_bytes().lstrip().startswith(begins)
    assert len(list(tmp_path.iterdir())) == 1


def test_any_other_end_of_a_name_is_told_with_the_way_out(tmp_path, capsys):
    assert main(["export", SLUG, "--to", "script", "-o", str(tmp_path / "mine.pdf")]) == 2
    assert "End its name in .docx or .html." in capsys.readouterr().err
