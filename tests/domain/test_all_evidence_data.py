"""All the evidence as plain data: what is said first, how one finds a finding, what may not be parted."""

import re
from collections import Counter
from dataclasses import replace

import pytest

from sharedground import content
from sharedground.evidence import load_evidence
from sharedground.evidence.dictionary import SHOWN, data_dictionary
from sharedground.evidence.thin import COMPILED, HEAD_TO_HEAD, STARTED_FROM, what_is_thin
from sharedground.play.all_evidence import evidence_data, page_figures
from sharedground.play.debrief import findings_of
from sharedground.play.help_lines import help_lines
from sharedground.scenario import load_sound


@pytest.fixture(scope="module")
def evidence():
    return load_evidence()


@pytest.fixture(scope="module")
def scenarios():
    return list(load_sound().values())


@pytest.fixture(scope="module")
def figures(evidence, scenarios):
    return page_figures(evidence, scenarios)


@pytest.fixture(scope="module")
def data(evidence, scenarios, figures):
    return evidence_data(evidence, scenarios, figures, help_lines())


@pytest.fixture(scope="module")
def findings(data):
    """The findings by id, as the page puts them together."""
    columns = data["findings"]
    return {one: {key: cells[at] for key, cells in columns.items()} for at, one in enumerate(columns["id"])}


def passages(evidence):
    return [passage for part in what_is_thin(evidence).values() for passage in part]


def test_what_is_thin_says_the_numbers_of_the_table(evidence):
    said = " ".join(passage["text"] for passage in what_is_thin(evidence)["thin"])
    read, sure = (Counter(getattr(f, key) for f in evidence.findings.values()) for key in ("verified", "certainty"))
    assert f"{read['abstract']} findings come from an abstract" in said
    assert f"{read['secondary']} from someone else's report" in said
    assert f"{sure['high']} are of high certainty" in said
    alone = sum(finding.approach == "unsupported" for finding in evidence.findings.values())
    assert f"{alone} of {len(evidence.findings)} findings are about it" in said


def test_every_number_in_what_is_said_first_changes_with_the_table(evidence):
    none_left = replace(evidence, findings=dict(list(evidence.findings.items())[:1]))
    for before, after in zip(passages(evidence), passages(none_left), strict=True):
        numbers = [number for number in re.findall(r"\d+", before["text"]) if number not in {"2010", "2014"}]
        assert not numbers or before["text"] != after["text"]


def test_what_is_thin_points_only_to_findings_that_are_there(evidence):
    assert {one for passage in passages(evidence) for one in passage["findings"]} <= evidence.findings.keys()


def test_the_one_study_that_compares_head_to_head_says_so_itself(evidence):
    assert "head-to-head" in evidence.findings[HEAD_TO_HEAD[0]].notes
    assert {evidence.findings[one].source_id for one in HEAD_TO_HEAD} == {evidence.findings[HEAD_TO_HEAD[0]].source_id}


def test_no_finding_rests_on_the_paper_that_was_not_read(evidence):
    assert "full PDF was not stored" in evidence.sources[STARTED_FROM]["note"]
    assert STARTED_FROM not in {finding.source_id for finding in evidence.findings.values()}


def test_the_date_of_the_table_is_the_one_its_readme_gives():
    readme = (content.folder("scenarios") / "evidence" / "README.md").read_text(encoding="utf-8")
    assert f"compiled and checked on {COMPILED.day} {COMPILED:%B %Y}" in readme


def test_every_finding_is_there_once_and_they_stand_by_practice(data, evidence):
    assert sorted(data["findings"]["id"]) == sorted(evidence.findings)
    practices = data["findings"]["in_practice"]
    assert len({*practices}) == sum(one != before for one, before in zip(practices, [None, *practices], strict=False))


def test_every_list_of_the_findings_is_of_one_length(data, evidence):
    assert {len(cells) for cells in data["findings"].values()} == {len(evidence.findings)}


def test_the_surest_finding_of_a_practice_comes_first(findings):
    sureness = ["high", "moderate", "low", "very_low"]
    places: dict[str, list[int]] = {}
    for finding in findings.values():
        places.setdefault(finding["in_practice"], []).append(sureness.index(finding["certainty"]))
    assert all(found == sorted(found) for found in places.values())


def test_every_choice_of_a_filter_has_a_finding_and_every_finding_a_choice(data, findings):
    for each in data["filters"]:
        offered = {place for choice in each["choices"] for place in choice.get("of", [choice["value"]])}
        assert offered == {finding[f"in_{each['key']}"] for finding in findings.values()}


def test_the_choices_of_a_filter_differ_in_address_and_in_words(data):
    for each in data["filters"]:
        for part in ("value", "words"):
            said = [choice[part] for choice in each["choices"]]
            assert len(said) == len(set(said)), each["key"]


def test_no_code_of_the_table_stands_in_words_on_the_page(data):
    words = [choice["words"] for each in data["filters"] for choice in each["choices"]]
    words += [each["label"] for each in data["filters"]]
    assert not [said for said in words if "_" in said or re.search(r"\bunsupported\b|\bRCT\b", said)]


def test_what_must_be_shown_together_is_named_on_both(findings, evidence):
    for group in evidence.rules.always_show_together:
        for one in group:
            assert {*group} - {one} <= {*findings[one]["together"]}


def test_the_same_data_in_another_form_brings_what_the_first_form_brings(findings, evidence):
    for group in evidence.rules.same_data_pick_one:
        bound = {partner for one in group for partner in evidence.rules.partners(one)}
        for one in group:
            assert {*findings[one]["same_data"]} == {*group} - {one}
            assert bound <= {*findings[one]["together"]}


def test_studies_that_share_people_name_each_other(findings, evidence):
    for group in evidence.rules.overlapping_evidence_do_not_add_up:
        for one in group:
            assert {*group} - {one} <= {*findings[one]["overlaps"], *findings[one]["same_data"]}
    assert "sp-meta-behaviour" in findings["spi-behaviour-percent"]["overlaps"], "the same data in percent"


def test_a_figure_that_may_not_be_shown_is_in_no_column(findings, evidence):
    for one in evidence.rules.never_chart:
        assert [findings[one][key] for key in ("figure", "value", "low", "high", "beside")] == [None] * 5


def test_a_figure_keeps_its_written_text(findings, evidence):
    for one, finding in findings.items():
        if evidence.rules.may_show_figure(one):
            written = evidence.findings[one]
            assert (finding["value"], finding["low"], finding["high"], finding["beside"]) == (
                written.value_text, written.ci_low_text, written.ci_high_text, written.comparator_text,
            )  # fmt: skip


def test_every_fork_is_there_and_each_finding_knows_the_forks_that_name_it(data, findings, scenarios):
    forks = {(s.slug, fork_id): findings_of(fork) for s in scenarios for fork_id, fork in s.forks.items()}
    assert {(each["scenario"], each["fork"]) for each in data["decisions"]} == set(forks)
    for one, finding in findings.items():
        assert finding["decisions"] == [f"{slug}/{fork}" for (slug, fork), ids in forks.items() if one in ids]


def test_a_practice_with_a_figure_is_said_to_have_one(data, figures):
    assert {*data["drawn"]} == {
        key for part in (figures.practice, figures.decision) for key, specs in part.items() if specs
    }


def test_the_figures_of_a_practice_leave_nothing_of_it_out_whatever_is_asked_for(figures, evidence):
    shown = {one for spec in figures.practice["joint-crisis-plan"] for one in (*spec.findings, *spec.words_beside)}
    drawable = {
        one
        for one, finding in evidence.findings.items()
        if finding.practice == "joint_crisis_plan" and finding.value is not None and evidence.rules.may_chart(one)
    }
    doubles = {one for group in evidence.rules.same_data_pick_one for one in group}
    assert drawable - doubles <= shown


def test_every_figure_is_known_by_its_name(figures):
    assert all(spec.name == name for name, spec in figures.by_name.items())
    assert figures.contrast.name in figures.by_name
    plain = figures.as_dict()
    assert set(plain["specs"]) == set(figures.by_name)


def test_every_column_of_the_file_is_held_by_every_finding(findings):
    wanted = {column.key for column in data_dictionary()} - {"shown"}
    for finding in findings.values():
        assert wanted <= finding.keys()


def test_a_column_with_a_list_of_words_holds_no_other(findings):
    for column in data_dictionary():
        if column.words and column.key != "shown":
            assert {finding[column.key] for finding in findings.values()} <= {*column.words, None}, column.name


def test_the_columns_have_names_of_their_own_and_say_what_they_mean():
    columns = data_dictionary()
    assert len({column.name for column in columns}) == len(columns)
    assert all(column.meaning.rstrip().endswith(".") for column in columns)
    assert next(column.words for column in columns if column.key == "shown") == SHOWN
