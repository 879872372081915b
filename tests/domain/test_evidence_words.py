"""How a finding is said: its figure, its limits, its reference and its card."""

import re
from dataclasses import replace

import pytest

from sharedground.evidence import Evidence, card, load_evidence
from sharedground.evidence.citation import citation, citations
from sharedground.evidence.figure_words import figure_in_words, groups, interval_kind
from sharedground.evidence.limits import CORRECTION, LEANS_ON, SENTENCE_ENDS, correction, in_words, limits
from sharedground.evidence.measures import MEASURES
from sharedground.evidence.readers import for_readers

NUMBER = re.compile(r"\d+(?:\.\d+)?")


@pytest.fixture(scope="module")
def evidence() -> Evidence:
    return load_evidence()


def figure(evidence: Evidence, finding_id: str) -> str | None:
    finding = evidence.findings[finding_id]
    return figure_in_words(finding, evidence.rules, evidence.wording.get(finding_id))


@pytest.mark.parametrize(
    ("finding", "said"),
    [
        (
            "jcp-2004-mha-percent",
            "13 in 100 with a joint crisis plan, compared with 27 in 100 with usual care",
        ),
        ("spi-behaviour-percent", "3.03% with a safety plan and phone calls, compared with 5.29% with usual care"),
        ("burnout-exhaustion", "40 in 100 (interval 31 to 48)"),
        ("scale-ppv-suicide", "5.5% (interval 3.9% to 7.9%)"),
        ("violence-npv", "91 in 100 (the middle half of the studies: 81 to 95)"),
        ("restraint-injury-range", "from 0.8 to 4% (the lowest and the highest study)"),
        ("safewards-conflict", "a fall of 15% (interval 5.6% to 23.7%)"),
        (
            "ips-employment",
            "risk ratio 1.63 (interval 1.46 to 1.82); above 1 means more often with early help into a job "
            "(individual placement and support) than with usual services",
        ),
        ("cto-london-days", "mean difference 17.3 (interval 4.0 to 30.6); 0 means no difference"),
        (
            "hometreatment-suicide",
            "14.6 per 10,000 episodes of home treatment, compared with 8.8 per 10,000 stays in hospital",
        ),
        ("jcp-2004-violence", "3 of 74 with a joint crisis plan, compared with 11 of 76 with usual care"),
        ("obs-deaths", "113"),
        ("leave-restricted-wait", "95 days"),
        ("detention-experience", None),
    ],
)
def test_a_figure_is_said_in_the_words_of_its_measure(evidence, finding, said):
    assert figure(evidence, finding) == said


def test_an_interval_that_holds_no_difference_says_that_none_is_shown(evidence):
    assert figure(evidence, "jcp-bpd").endswith("; the interval includes 1, so a difference is not shown")
    assert figure(evidence, "refocus-recovery").endswith("; the interval includes 0, so a difference is not shown")
    assert "not shown" not in figure(evidence, "advstatement-meta")


def test_a_ratio_without_an_interval_says_so(evidence):
    assert figure(evidence, "spi-behaviour-or").endswith("; no interval was reported in what was read")


def test_a_number_that_may_not_be_charted_at_all_is_not_said_either(evidence):
    assert {figure(evidence, finding) for finding in evidence.rules.never_chart} == {None}


def test_no_figure_is_rounded_or_reformatted_or_added(evidence):
    for finding in evidence.findings.values():
        written = {finding.value_text, finding.ci_low_text, finding.ci_high_text, finding.comparator_text}
        written = {text.lstrip("-") for text in written} | set(map(str, evidence.rules.counts(finding.id) or ()))
        wording = evidence.wording.get(finding.id)
        words = f"{wording.group} {wording.beside}" if wording else ""
        fixed = {"0", "0.5", "0.2", "1", "100", "10", "000", *NUMBER.findall(words)}
        said = set(NUMBER.findall(figure(evidence, finding.id) or "")) - fixed
        assert said <= written, finding.id


def test_every_figure_of_a_row_is_said(evidence):
    for finding in evidence.findings.values():
        said = figure(evidence, finding.id)
        if said is not None:
            for text in (finding.value_text, finding.ci_low_text, finding.ci_high_text, finding.comparator_text):
                assert text in said, finding.id


def test_a_new_finding_without_words_of_its_own_names_its_practice(evidence):
    group, beside = groups(evidence.findings["radar-relapse"], evidence.rules)
    assert group == "with the practice studied (reducing medication slowly, with support)"
    assert beside == "in the comparison group"


@pytest.mark.parametrize(
    ("finding", "kind"),
    [
        ("jcp-bpd", "interval"),
        ("violence-ppv", "interquartile"),
        ("seclusion-ptsd-range", "range"),
        ("restrain-yourself", "not_reported"),
        ("ward-violence", "not_reported"),
        ("radar-relapse", "none"),
    ],
)
def test_the_two_ends_of_a_figure_are_called_what_they_are(evidence, finding, kind):
    assert interval_kind(evidence.findings[finding], evidence.rules) == kind


def test_ratios_go_on_a_log_scale_with_one_as_no_difference():
    ratios = {measure.code: (measure.scale, measure.null) for measure in MEASURES.values() if measure.kind == "ratio"}
    assert set(ratios.values()) == {("log", 1)}
    assert set(ratios) == {"odds_ratio", "risk_ratio", "hazard_ratio", "incidence_rate_ratio"}


def said(evidence: Evidence, finding_id: str) -> str:
    return limits(evidence.findings[finding_id], evidence.findings, evidence.rules)


def test_limits_keep_every_caveat_and_leave_what_is_for_the_toolkit(evidence):
    assert said(evidence, "cto-octet-compulsion") == (
        "Median days, from a letter by the trial authors. Loss of liberty without fewer readmissions. Certainty "
        "moderate: direct record from the trial; counted as harm only in the sense of longer compulsion. The author's "
        "letter says these are the first period only, not all compulsion in the year; the gap is the treatment itself."
    )


def test_a_correction_is_told_with_the_second_check_and_its_caveat_with_the_limits(evidence):
    assert "corrected" not in said(evidence, "asking-behaviour").lower()
    assert said(evidence, "asking-behaviour").endswith("the safe message is no sign of harm.")
    assert "Corrected on 23 November 2026: certainty was moderate." in str(
        card(evidence.findings["asking-behaviour"], evidence)["second_check"]
    )


def test_a_correction_of_any_day_is_told_with_the_second_check(evidence):
    noted = replace(evidence.findings["jcp-bpd"], notes="Low: small. Corrected 2027-03-04: n was 80.")
    assert limits(noted, evidence.findings, evidence.rules) == "Certainty low: small."
    assert correction(noted, evidence.findings) == "Corrected on 4 March 2027: n was 80."


def test_limits_that_lean_on_another_finding_say_what_that_one_says(evidence):
    assert said(evidence, "postdischarge-month") == (
        "What holds for “Suicide rate in the first week after leaving hospital, per 100,000 person-years” holds here "
        "too: Not caused by either approach: shows why joint discharge planning matters. Certainty low: I2 88 and "
        "publication bias towards higher rates."
    )


def test_limits_without_a_reason_for_the_certainty_take_it_from_the_same_study(evidence):
    assert said(evidence, "suicide-aftermath-retire") == "Same survey. Certainty moderate: good response, older."


def test_an_exposure_says_that_it_measures_no_harm(evidence):
    assert said(evidence, "trusts-unvalidated").endswith("This counts how common something is; it measures no harm.")


def test_a_comparison_with_before_says_that_no_group_stands_beside_it(evidence):
    assert "Compared with the time before, not with a group beside it." in said(evidence, "crisis24h")


def test_a_footnote_stands_among_the_limits(evidence):
    for finding_id in evidence.rules.footnotes:
        assert str(evidence.rules.footnote(finding_id)) in said(evidence, finding_id)


MEANT_FOR_THE_TOOLKIT = set(
    re.findall(
        r"\w+",
        """sensitive show as text not a bar with signposting no figures shown figure do chart charted one only harm
    percent check before release build follow up and team action into the toolkit say so when ratio is never difference
    present contracts causing self detail keeps tool honest key caution for this next row always them beside ci_low
    ci_high hold are comparator_value n""",
    )
)


def test_a_sentence_of_the_notes_that_is_not_for_the_toolkit_stands_on_the_card_word_for_word(evidence):
    for finding in evidence.findings.values():
        on_card = said(evidence, finding.id)
        for sentence in SENTENCE_ENDS.split(finding.notes):
            leans = LEANS_ON.match(sentence) or sentence.endswith("as above.")
            if for_readers(sentence) == sentence and not leans and not CORRECTION.match(sentence):
                assert in_words(sentence, finding, evidence.findings) in on_card, finding.id


def test_a_sentence_of_the_notes_loses_only_what_is_meant_for_the_toolkit(evidence):
    for finding in evidence.findings.values():
        for sentence in SENTENCE_ENDS.split(finding.notes):
            words, left = (set(re.findall(r"\w+", text.lower())) for text in (sentence, for_readers(sentence)))
            assert words - left <= MEANT_FOR_THE_TOOLKIT, finding.id


def test_a_card_holds_what_the_page_asks_for(evidence):
    shown = card(evidence.findings["radar-relapse"], evidence)
    assert shown["practice_words"] == "reducing medication slowly, with support"
    assert shown["approach_words"] == "collaborative practice"
    assert shown["mark"] == "●"
    assert shown["kind_words"] == "distress"
    assert shown["certainty_words"] == "moderate certainty"
    assert shown["how_read"] == "second-hand: read in someone else's report of it"
    assert shown["url"] == "https://doi.org/10.1016/S2215-0366(23)00258-4"
    assert str(shown["citation"]).startswith("Moncrieff J, Crellin N, Stansfeld J and others (2023).")
    assert str(shown["second_check"]).startswith(
        "A second reader looked again and found the same. Note of that reading:"
    )


def test_a_finding_without_words_of_its_own_is_said_in_those_of_the_table(evidence):
    finding = replace(evidence.findings["detention-experience"], outcome="Fear: locked v open ward")
    assert card(finding, evidence)["plain"] == "Fear: locked compared with open ward."


def test_where_a_source_may_be_found_is_an_https_address_or_nothing(evidence):
    addresses = [card(finding, evidence)["url"] for finding in evidence.findings.values()]
    assert all(address is None or str(address).startswith("https://") for address in addresses)
    assert addresses.count(None) == 2


def test_a_finding_of_which_nothing_was_seen_says_so(evidence):
    shown = card(evidence.findings["sdm-cochrane"], evidence)
    assert (shown["figure"], shown["how_read"]) == (None, "known of, not seen: so no number is given")


def test_a_reference_names_three_authors_of_many_and_ends_with_its_doi(evidence):
    assert citation(evidence.sources["barnett2019"]) == (
        "Barnett P, Mackay E, Matthews H and others (2019). Ethnic variations in compulsory detention under the Mental "
        "Health Act: a systematic review and meta-analysis of international data. The Lancet Psychiatry, 6(4), "
        "305–317. doi:10.1016/S2215-0366(19)30027-6"
    )


def test_a_reference_whose_authors_are_not_all_known_says_and_others(evidence):
    assert citation(evidence.sources["carter2017"]).startswith("Carter G and others (2017).")


def test_a_reference_without_a_date_says_that_none_was_seen(evidence):
    assert citation(evidence.sources["ritb_principles"]) == "Recovery in the Bin (date not seen). RITB: key principles."


def test_the_stored_references_are_those_the_style_makes_today(evidence):
    assert citations(evidence.sources.values()) == evidence.citations
