"""Each charting rule of rules.json, obeyed by the figures; real rows throughout."""

from dataclasses import replace

import pytest
from charted import drawn, everything, evidence, figure_of, figures, row_of, texts

from sharedground.charts.figures import figures_for, words_for
from sharedground.charts.matrix import contrast_rows
from sharedground.charts.rows import fits_a_hundred_people, words_row
from sharedground.errors import EvidenceError
from sharedground.evidence.rules import RULES

LEAVE = ["leave-deaths", "leave-evidence-gap", "leave-purpose", "leave-restricted-wait", "postdischarge-week"]
COVERED = {
    "never_chart", "text_only_sensitive", "text_only_other", "exposure_not_harm", "range_not_interval",
    "iqr_not_interval", "comparator_is_before", "not_in_harm_counts", "interval_not_reported_mark",
    "same_data_pick_one", "overlapping_evidence_do_not_add_up", "always_show_together", "show_as_counts", "footnotes",
}  # fmt: skip
"""The rules that have a test here; a new rule in rules.json needs one too."""


def words(*finding_ids: str) -> list[str]:
    return [card["id"] for card in words_for(evidence(), finding_ids)]


def drawn_by_figure() -> set[str]:
    return {finding for spec in everything() for finding in spec.findings if spec.kind != "contrast"}


def marked() -> set[str]:
    return {finding for row in contrast_rows(evidence()) for finding in row["findings"]}


def test_every_rule_has_its_test_here():
    assert set(RULES) == COVERED


@pytest.mark.parametrize("rule", ["never_chart", "text_only_sensitive", "text_only_other"])
def test_what_may_not_be_charted_is_drawn_nowhere_and_said_in_words(rule):
    forbidden = set(getattr(evidence().rules, rule))
    assert not forbidden & (drawn_by_figure() | marked())
    assert forbidden <= set(words(*evidence().findings))


def test_words_in_a_figure_give_the_number_but_never_a_sensitive_one():
    assert words_row(evidence().findings["lowrisk-80"], evidence())["value_words"] == "80 in 100"
    assert words_row(evidence().findings["leave-deaths"], evidence())["value_words"] == ""


def test_no_figure_is_drawn_about_deaths_on_leave_so_words_carry_it():
    assert figures(*LEAVE) == []
    assert words(*LEAVE) == LEAVE


def test_what_counts_how_common_something_is_is_called_no_harm():
    exposures = evidence().rules.exposure_not_harm & drawn_by_figure()
    assert exposures
    for finding in exposures:
        assert row_of(finding)["direction"] == "exposure"
        assert row_of(finding)["direction_words"] == "how common it is, not a measured harm"
    assert not evidence().rules.exposure_not_harm & marked()


def test_a_range_is_called_lowest_and_highest_study_and_no_interval():
    for finding in evidence().rules.range_not_interval:
        assert row_of(finding)["shape"] == "range"
        assert row_of(finding)["group"] == "lowest and highest study"
        assert "interval" not in row_of(finding)["value_words"]


def test_a_middle_half_is_called_so_and_no_interval():
    for finding in evidence().rules.iqr_not_interval:
        assert row_of(finding)["shape"] == "middle half"
        assert row_of(finding)["group"].startswith("middle half of the studies")
        assert "interval" not in row_of(finding)["value_words"]


def test_a_comparison_with_earlier_is_called_before_and_after_and_never_drawn_as_people():
    for finding in evidence().rules.comparator_is_before:
        assert "after" in row_of(finding)["group"]
        assert "before" in row_of(finding)["other"]
        assert figure_of(finding).kind == "values"
        assert any("at two times" in note for note in figure_of(finding).notes)


def test_what_is_kept_out_of_harm_counts_is_marked_nowhere_in_the_contrast():
    assert not evidence().rules.not_in_harm_counts & marked()


def test_an_interval_that_was_not_reported_is_called_so_wherever_it_is_drawn():
    shown = evidence().rules.interval_not_reported_mark & drawn_by_figure()
    assert len(shown) > 5
    for finding in shown:
        assert row_of(finding)["low"] is None
        assert row_of(finding)["interval_words"] == "interval not reported"


@pytest.mark.parametrize("group", evidence().rules.same_data_pick_one, ids="-".join)
def test_the_same_data_are_drawn_once_even_when_asked_for_twice(group):
    shown = [finding for spec in figures(*group) for finding in spec.findings]
    assert len(set(shown) & set(group)) == 1


def test_of_the_same_data_what_was_asked_for_is_drawn():
    assert "peer-readmission-percent" in figure_of("peer-readmission-percent").findings


def test_the_interval_of_the_same_data_is_said_beside_a_percent_that_has_none():
    note = "The same data as odds ratio 0.66 (interval 0.43 to 0.99)."
    assert note in row_of("peer-readmission-percent")["own_notes"]


@pytest.mark.parametrize("group", evidence().rules.always_show_together, ids="-".join)
def test_asking_for_one_brings_all_that_must_be_shown_with_it(group):
    for asked in group:
        shown = {finding for spec in figures(asked) for finding in (*spec.findings, *spec.words_beside)}
        assert set(group) <= shown | set(words(asked))


@pytest.mark.parametrize("group", evidence().rules.always_show_together, ids="-".join)
def test_what_belongs_together_stands_in_one_figure_or_altogether_in_words(group):
    homes = [spec for spec in figures(*group) if set(group) & {*spec.findings, *spec.words_beside}]
    assert len(homes) <= 1
    for spec in homes:
        assert set(group) <= {*spec.findings, *spec.words_beside}


def test_a_percent_brings_the_null_result_that_its_ratio_brings():
    assert "peer-discharge-null" in figure_of("peer-readmission-percent").words_beside


@pytest.mark.parametrize("group", evidence().rules.overlapping_evidence_do_not_add_up, ids="-".join)
def test_overlapping_evidence_shown_together_says_not_to_add_it_up(group):
    shown = [spec for spec in figures(*group) if set(group) & set(spec.findings)]
    for spec in shown:
        assert any("same people" in note for note in spec.notes)
    assert shown or set(group) <= set(words(*group))


def test_evidence_that_overlaps_with_nothing_shown_says_nothing_of_it():
    assert not any("same people" in note for note in figure_of("jcp-bpd").notes)


def test_few_events_are_shown_as_counts_of_people():
    (spec,) = figures("jcp-2004-violence", "jcp-2004-selfharm", "jcp-bpd")
    said = {row["finding"]: row["value_words"] for row in spec.rows}
    assert said["jcp-2004-violence"] == "3 of 74 v 11 of 76"
    assert said["jcp-2004-selfharm"] == "1 of 74 v 7 of 76"


def test_counts_alone_make_no_figure():
    assert figures("jcp-2004-violence") == []
    assert words("jcp-2004-violence") == ["jcp-2004-violence"]


def test_footnotes_stand_in_the_drawing_the_sentence_and_the_table():
    shown = set(evidence().rules.footnotes) & drawn_by_figure()
    assert len(shown) > 8
    for finding in shown:
        footnote = evidence().rules.footnote(finding)
        spec = figure_of(finding)
        assert footnote in spec.sentence
        assert any(footnote in cell for row in spec.table.rows for cell in row)
    assert "Planned discharge of more stable people" in texts(drawn("left-gp-discharge-null"))


def test_the_contrast_comes_first_and_is_the_same_for_every_fork():
    first = {figures_for(evidence(), ids)[0].name for ids in ([], LEAVE, ["radar-relapse"])}
    assert len(first) == 1
    assert figures_for(evidence(), [])[0].kind == "contrast"


def test_every_finding_asked_for_is_drawn_or_said_once():
    asked = [finding for finding in evidence().findings if not evidence().rules.same_data([finding])]
    shown = [finding for spec in everything() if spec.kind != "contrast" for finding in spec.findings]
    assert len(shown) == len(set(shown))
    doubled = {one for group in evidence().rules.same_data_pick_one for one in group}
    assert set(asked) - doubled <= {*shown, *words(*asked)}
    assert not set(shown) & set(words(*asked))


def test_two_measures_never_share_an_axis():
    for spec in everything():
        panels: dict[str, set[str]] = {}
        for row in spec.rows:
            if spec.kind == "values" and row["shape"] not in ("words", "counts"):
                panels.setdefault(row["panel"], set()).add(evidence().findings[row["finding"]].measure)
        assert all(len(measures) == 1 for measures in panels.values())


def test_a_study_stands_under_its_practice_and_never_under_a_stance():
    assert figure_of("seclusion-ptsd-range").title == "Seclusion or restraint"
    stances = ("risk-averse", "collaborative", "left alone", "without them", "together with")
    for spec in everything()[1:]:
        assert not any(stance in spec.title.lower() for stance in stances)


def test_no_two_figures_have_the_same_title():
    titles = [spec.title for spec in everything()]
    assert len(titles) == len(set(titles))


def test_every_row_says_that_it_is_a_study_how_sure_it_is_and_what_it_means():
    for spec in everything()[1:]:
        for row in spec.rows:
            assert row["study_words"].startswith("Study: ")
            assert row["certainty_words"]
            assert row["direction_words"]


def test_no_figure_is_written_other_than_in_the_table_of_findings():
    for spec in everything()[1:]:
        for row in spec.rows:
            finding = evidence().findings[row["finding"]]
            if row["shape"] in ("share", "pair", "estimate"):
                assert row["value_words"].startswith(finding.value_text)
            if row["shape"] == "pair":
                assert row["other_words"].startswith(finding.comparator_text)


@pytest.mark.parametrize(
    ("finding", "why_not"),
    [
        ("sixcore-days", "compared with before"),
        ("crp-v-contract-percent", "low certainty"),
        ("pad-peer-used", "no whole people, few events"),
        ("highrisk-suicide", "number of people not known"),
        ("coercion-prevalence", "nothing beside it"),
        ("jcp-2004-mha-rr", "a ratio"),
        ("care-involvement-survey", "how common something is"),
    ],
)
def test_a_hundred_people_are_not_drawn_where_that_would_say_too_much(finding, why_not):
    assert not fits_a_hundred_people(evidence().findings[finding], evidence()), why_not


@pytest.mark.parametrize(
    "finding",
    ["radar-relapse", "maintenance-relapse", "maintenance-weight", "jcp-2004-mha-percent", "jcp-crimson",
     "peer-readmission-percent", "coercion-oxford"],
)  # fmt: skip
def test_a_hundred_people_are_drawn_of_two_groups_side_by_side_with_enough_events(finding):
    assert fits_a_hundred_people(evidence().findings[finding], evidence())


def test_ten_events_in_each_group_are_enough_for_a_hundred_people_and_nine_are_not():
    finding = evidence().findings["jcp-2004-mha-percent"]
    enough = replace(finding, value=10.0, comparator_value=30.0, n=200)
    assert fits_a_hundred_people(enough, evidence())
    assert not fits_a_hundred_people(replace(enough, n=198), evidence())


def test_people_are_drawn_only_where_all_that_belongs_together_fits():
    assert figure_of("jcp-2004-mha-percent").kind == "people"
    assert set(figure_of("jcp-2004-mha-percent").findings) == {"jcp-2004-mha-percent", "jcp-crimson"}
    assert figure_of("radar-relapse").words_beside == ("radar-function",)


def test_a_lone_number_of_days_is_said_and_not_drawn():
    assert figures("leave-restricted-wait") == []


def test_an_unknown_finding_is_told_with_the_nearest_one():
    with pytest.raises(EvidenceError, match=r"no finding 'radar-relapsed'\. Did you mean 'radar-relapse'\?"):
        figures_for(evidence(), ["radar-relapsed"])
