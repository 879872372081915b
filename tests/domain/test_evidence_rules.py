"""Each charting rule, asked of the evidence as it stands."""

import pytest

from sharedground.evidence import Evidence, Rules, load_evidence
from sharedground.evidence.rules import RULES, read_rules


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


@pytest.fixture(scope="module")
def rules(evidence: Evidence) -> Rules:
    return evidence.rules


def test_what_is_never_to_be_charted_is_drawn_nowhere_and_its_number_is_kept_off_the_screen(rules):
    assert not rules.may_chart("contract-selfharm")
    assert not rules.may_show_figure("contract-selfharm")


@pytest.mark.parametrize("finding", ["leave-deaths", "lowrisk-80"])
def test_what_is_text_only_is_said_and_not_drawn(rules, finding):
    assert not rules.may_chart(finding)
    assert rules.may_show_figure(finding)


def test_only_the_sensitive_ask_for_help_lines_beside_them(rules):
    assert rules.is_sensitive("leave-deaths")
    assert not rules.is_sensitive("lowrisk-80")


def test_an_exposure_is_no_harm(rules):
    assert rules.is_exposure("ncish-categories")
    assert not rules.counts_as_harm("ncish-categories")


def test_inequality_guidance_and_opinion_are_kept_out_of_harm_counts(evidence, rules):
    assert evidence.findings["detention-ethnicity"].direction == "harm"
    assert not rules.counts_as_harm("detention-ethnicity")


def test_being_left_alone_is_never_shown_with_the_gain_of_staying_in_touch(evidence, rules):
    left_alone = [one for one in evidence.findings.values() if one.approach == "unsupported"]
    gains = [one.id for one in left_alone if one.direction == "benefit" and rules.may_show_figure(one.id)]
    assert left_alone
    assert [one for one in gains if not rules.is_exposure(one)] == []


def test_a_range_of_studies_is_no_interval(rules):
    assert rules.is_range("seclusion-ptsd-range")
    assert not rules.is_range("jcp-bpd")


def test_an_interquartile_range_is_no_interval(rules):
    assert rules.is_interquartile("violence-ppv")
    assert not rules.is_interquartile("jcp-bpd")


def test_a_figure_from_before_is_no_group_beside(rules):
    assert rules.compares_with_before("sixcore-days")
    assert not rules.compares_with_before("radar-relapse")


def test_an_interval_that_was_not_reported_is_marked(rules):
    assert rules.interval_not_reported("spi-behaviour-or")


def test_few_events_are_shown_as_counts(rules):
    assert rules.counts("jcp-2004-violence") == (3, 74, 11, 76)
    assert rules.counts("radar-relapse") is None


def test_a_footnote_goes_wherever_the_figure_goes(rules):
    assert rules.footnote("sp-meta-behaviour") == "Six studies, some not randomised."
    assert rules.footnote("radar-relapse") is None


def test_a_footnote_tells_readers_and_not_the_toolkit(rules):
    assert rules.footnote("sixcore-days") == "Wards without the programme also fell, from 25 to 19 percent."
    assert "never" not in rules.footnote("opendoor-hospital-suicide")


def test_what_must_be_shown_together_brings_what_that_must_be_shown_with():
    chain = Rules(always_show_together=(("a", "b"), ("c", "d"), ("b", "c")))
    assert chain.partners("a") == ("b", "c", "d")


def test_the_order_of_the_groups_changes_nothing_about_who_goes_together():
    groups = (("a", "b"), ("b", "c"), ("c", "d"), ("e", "f"))
    one, other = Rules(always_show_together=groups), Rules(always_show_together=groups[::-1])
    assert all(set(one.partners(each)) == set(other.partners(each)) for each in "abcdef")


def test_a_finding_alone_has_no_partners(rules):
    assert rules.partners("radar-relapse") == ("radar-function",)
    assert rules.partners("jcp-bpd") == ()


def test_the_rate_after_leaving_early_seen_brings_both_results_of_the_follow_up_rules(rules):
    assert set(rules.partners("left-followup7")) == {"left-policy-suicide", "left-policy-selfharm"}


def test_partners_come_after_the_finding_that_asks_for_them_and_once(rules):
    assert rules.with_partners(["cto-meta", "jcp-bpd", "advstatement-meta"]) == (
        "cto-meta",
        "advstatement-meta",
        "jcp-bpd",
    )


def test_of_two_forms_of_the_same_data_one_is_shown(rules):
    assert rules.pick_one(["spi-behaviour-or", "spi-behaviour-percent"]) == ("spi-behaviour-percent",)


def test_the_form_that_must_be_shown_with_others_is_the_one_that_stays(rules):
    assert rules.pick_one(["highrisk-suicide", "highrisk-or"]) == ("highrisk-or",)
    assert rules.pick_one(["peer-readmission-percent", "peer-readmission-or"]) == ("peer-readmission-or",)


def test_picking_one_leaves_everything_else_as_it_was(rules):
    ids = ["radar-relapse", "jcp-bpd", "spi-behaviour-or", "cto-meta"]
    assert rules.pick_one(ids) == tuple(ids)


def test_findings_that_share_studies_are_named_so_that_nobody_adds_them_up(rules):
    assert rules.overlapping(["jcp-crimson", "radar-relapse", "advstatement-meta"]) == (
        ("advstatement-meta", "jcp-crimson"),
    )
    assert rules.overlapping(["jcp-crimson", "radar-relapse"]) == ()


def test_every_rule_of_the_block_is_loaded():
    rules, faults = read_rules("{" + ", ".join(f'"{rule}": []' for rule in RULES) + "}", "rules.json")
    assert {problem.code for problem in faults} == {"malformed-rule"}
    assert rules == Rules()
