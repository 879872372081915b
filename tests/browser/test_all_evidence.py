"""All the evidence as people meet it: found by an address, read with its limits, taken away whole."""

import io
import re

import pandas as pd
import pytest
from playwright.sync_api import Page, expect

from sharedground.evidence import load_evidence
from sharedground.evidence.dictionary import data_dictionary
from sharedground.evidence.glossary import PRACTICES
from sharedground.pages import module
from sharedground.play.all_evidence import evidence_data, page_figures
from sharedground.play.debrief import findings_of
from sharedground.play.help_lines import help_lines
from sharedground.scenario import load_sound
from tests.browser.by_keyboard import Keyboard
from tests.browser.conftest import DESK, PHONE, faults

EVIDENCE = load_evidence()
SCENARIOS = load_sound()
ALL = len(EVIDENCE.findings)
SLUG = "coming-down-slowly"
FORK_ID, FORK = next((fork_id, fork) for fork_id, fork in SCENARIOS[SLUG].forks.items() if findings_of(fork))
SENSITIVE = "leave-deaths"
STATES = {
    "everything": "",
    "one practice": "?practice=joint-crisis-plan",
    "a finding": "?practice=medication-reduction#radar-relapse",
    "about deaths": f"?practice=leave#{SENSITIVE}",
    "a decision": f"?scenario={SLUG}&fork={FORK_ID}",
    "nothing": "?practice=leave&direction=benefit&who=family",
    "left out by the filter": "?practice=leave#radar-relapse",
    "an unknown address": "?practice=no-such-practice",
}


def opened(page: Page, server, query: str = "", path: str = "all-the-evidence") -> Page:
    page.goto(f"{server.base}{path}{query}")
    expect(page.locator(".sg-title")).to_be_visible(timeout=30_000)
    return page


def shown(page: Page) -> list[str]:
    """The ids of the findings on the page, in its order."""
    return [str(one) for one in page.locator(".sg-findings > li").evaluate_all("all => all.map((it) => it.id)")]


def card(page: Page, finding: str):
    return page.locator(f"[id='{finding}']")


def of_practice(practice: str) -> set[str]:
    return {one for one, finding in EVIDENCE.findings.items() if finding.practice == practice}


def test_what_is_thin_or_missing_is_said_before_any_finding(server, profile):
    page = opened(profile().page(), server)
    first = page.locator("[data-part=first]")
    for point in ("Hardly any study compares the two ways head to head.", "Little was found on being left alone."):
        expect(first.get_by_text(point, exact=True)).to_be_visible()
    expect(first.get_by_text("The paper this toolkit starts from was not read in full.")).to_be_visible()
    above = "(it) => it.getBoundingClientRect().top"
    assert first.evaluate(above) < page.locator("[data-part=contrast]").evaluate(above)
    assert page.locator("[data-part=contrast]").evaluate(above) < page.locator("form").evaluate(above)
    assert page.locator("form").evaluate(above) < page.locator(".sg-findings").first.evaluate(above)


def test_every_finding_is_there_under_its_practice(server, profile):
    page = opened(profile().page(), server)
    assert sorted(shown(page)) == sorted(EVIDENCE.findings)
    expect(page.get_by_role("status").filter(has_text="findings")).to_have_text(f"All {ALL} findings.")
    headings = [heading.lower().lstrip("“") for heading in page.locator("h3").all_inner_texts()]
    practices = {words.lower().lstrip("“") for words in PRACTICES.values()}
    assert [each for each in headings if each in practices] == sorted(practices & {*headings})


@pytest.mark.parametrize(
    ("key", "value", "column", "codes"),
    [
        ("practice", "safety-plan", "practice", {"safety_plan"}),
        ("direction", "no-effect", "direction", {"no_effect"}),
        ("who", "practitioner", "experienced_by", {"practitioner"}),
        ("kind", "trust", "domain", {"trust"}),
        ("decided", "unsupported", "approach", {"unsupported"}),
        ("certainty", "moderate-or-high", "certainty", {"moderate", "high"}),
        ("design", "rct", "design", {"RCT"}),
        ("country", "united-kingdom", "country", {"England", "England and Wales", "Scotland", "UK", "UK review"}),
        ("read", "full-text", "verified", {"full_text"}),
    ],
)
def test_a_filter_in_the_address_shows_exactly_its_findings(server, profile, key, value, column, codes):
    page = opened(profile(DESK).page(), server, f"?{key}={value}")
    expected = {one for one, finding in EVIDENCE.findings.items() if getattr(finding, column) in codes}
    brought = {partner for one in expected for partner in EVIDENCE.rules.partners(one)}
    assert expected <= {*shown(page)}
    count = page.get_by_role("status").filter(has_text=f"of {ALL} findings")
    assert count.inner_text().startswith(f"{len(expected)} of {ALL} findings")
    assert brought - expected <= {*shown(page)}
    assert page.locator(f"form select >> css=option[value='{value}']:checked").count() == 1


def test_the_year_is_a_filter_and_a_year_that_was_not_seen_is_one_too(server, profile):
    page = opened(profile().page(), server, "?year=year-not-seen")
    assert {one for one, finding in EVIDENCE.findings.items() if finding.year is None} <= {*shown(page)}


@pytest.mark.parametrize(
    "one", ["practice=leave&direction=harm", "direction=harm&practice=leave", "practice=LEAVE&direction=Harm"]
)
def test_a_link_that_was_sent_shows_the_same_whoever_wrote_it(server, profile, one):
    page = opened(profile().page(), server, f"?{one}")
    asked = {i for i in of_practice("leave") if EVIDENCE.findings[i].direction == "harm"}
    assert asked <= {*shown(page)}
    assert page.get_by_role("button", name="Practice: leave from the ward").count() == 1


def test_a_code_of_the_table_works_in_an_address_too(server, profile):
    page = opened(profile().page(), server, "?practice=joint_crisis_plan")
    assert of_practice("joint_crisis_plan") <= {*shown(page)}


def test_choosing_writes_the_address_and_back_undoes_it(server, profile):
    page = opened(profile(DESK).page(), server)
    page.get_by_label("Practice", exact=True).select_option(label="safety plan")
    expect(page).to_have_url(re.compile(r"\?practice=safety-plan$"))
    page.get_by_label("What was reported").select_option(label="no effect shown")
    expect(page).to_have_url(re.compile(r"\?practice=safety-plan&direction=no-effect$"))
    both = shown(page)
    page.go_back()
    expect(page).to_have_url(re.compile(r"\?practice=safety-plan$"))
    assert len(shown(page)) > len(both)
    expect(page.get_by_label("What was reported")).to_have_value("")
    page.go_back()
    assert len(shown(page)) == ALL
    page.go_forward()
    page.go_forward()
    assert shown(page) == both


def test_a_reload_shows_the_same(server, profile):
    page = opened(profile(DESK).page(), server)
    page.get_by_label("Country").select_option(label="Finland")
    before = shown(page)
    page.reload()
    expect(page.get_by_label("Country")).to_have_value("finland")
    assert shown(page) == before


def test_words_are_looked_for_in_all_that_a_card_says(server, profile):
    page = opened(profile().page(), server)
    page.get_by_label("Words to look for").press_sequentially("Moncrieff RADAR")
    expect(page.get_by_role("status").filter(has_text="of")).to_contain_text("of 220 findings")
    assert {"radar-relapse", "radar-function"} == {*shown(page)}
    expect(page).to_have_url(re.compile(r"\?q=Moncrieff\+RADAR$"))
    page.go_back()
    expect(page.get_by_label("Words to look for")).to_have_value("")


def test_typing_is_one_step_back_and_the_field_keeps_what_is_typed(server, profile):
    page = opened(profile().page(), server)
    field = page.get_by_label("Words to look for")
    field.press_sequentially("leave ", delay=60)
    page.wait_for_timeout(600)
    field.press_sequentially("home", delay=60)
    page.wait_for_timeout(600)
    expect(field).to_have_value("leave home")
    page.go_back()
    assert len(shown(page)) == ALL


@pytest.mark.parametrize("group", EVIDENCE.rules.always_show_together, ids=lambda group: group[0])
def test_what_must_be_read_together_is_on_the_page_together_whatever_is_asked_for(server, profile, group):
    page = opened(profile().page(), server, f"?q={group[0]}")
    assert {*group} <= {*shown(page)}


def test_what_was_brought_along_is_said_and_counted_apart(server, profile):
    page = opened(profile().page(), server, "?practice=medication-reduction&direction=harm")
    expect(page.get_by_text("Must be read with it:")).to_be_visible()
    expect(page.get_by_text("1 of 220 findings, and 1 more that must be read with it.")).to_be_visible()


def test_a_finding_has_an_address_of_its_own_and_opens_there(server, profile):
    page = opened(profile().page(), server, "?practice=medication-reduction#radar-relapse")
    expect(card(page, "radar-relapse").get_by_text("25 in 100")).to_be_visible()
    assert page.evaluate("() => document.activeElement.closest('li').id") == "radar-relapse"
    assert page.evaluate("() => document.activeElement.getBoundingClientRect().top") > 0


def test_a_finding_that_the_filter_leaves_out_is_shown_all_the_same(server, profile):
    page = opened(profile().page(), server, "?practice=leave#radar-relapse")
    expect(page.get_by_role("heading", name="The finding you were sent to")).to_be_visible()
    expect(card(page, "radar-relapse").get_by_text("25 in 100")).to_be_visible()
    assert of_practice("leave") <= {*shown(page)}


def test_a_card_says_all_that_is_known_of_a_finding(server, profile):
    page = opened(profile().page(), server, "#spi-behaviour-percent")
    inside = card(page, "spi-behaviour-percent")
    for words in (
        "3.03% with a safety plan and phone calls, compared with 5.29% with usual care.",
        "What it does not show.",
        "certainty was moderate; unrandomised cohorts elsewhere in this file are low",
        "JAMA Psychiatry, 75(9), 894–900",
        "Second-hand: read in someone else's report of it.",
        "A second reader looked again and could not find it.",
        "Veterans attending emergency departments",
        "The same data in another form: count it once",
        "do not add up",
    ):
        expect(inside.get_by_text(words).first).to_be_visible()
    link = inside.get_by_role("link", name=re.compile("Open the source"))
    assert link.get_attribute("href") == "https://doi.org/10.1001/jamapsychiatry.2018.1776"
    assert link.get_attribute("rel") == "noopener noreferrer"


@pytest.mark.parametrize("finding", ["left-pd-crisis-care", "online-guidance", "left-recovery-survivors"])
def test_a_finding_without_an_address_or_a_year_has_none(server, profile, finding):
    page = opened(profile().page(), server, f"#{finding}")
    inside = card(page, finding)
    expect(inside.locator("dl")).to_be_visible()
    for nothing in ("null", "undefined", "None", "NaN"):
        assert nothing not in inside.inner_text()
    if EVIDENCE.findings[finding].year is None:
        expect(inside.get_by_text("year not seen")).to_be_visible()


def test_a_finding_about_deaths_stands_beside_who_is_awake_now(server, profile):
    page = opened(profile().page(), server, f"#{SENSITIVE}")
    beside = card(page, SENSITIVE).get_by_role("complementary", name="Who is awake now")
    expect(beside.get_by_role("link", name="116 123")).to_be_visible()
    expect(beside.get_by_text(help_lines()["awake_now"][0]["label"])).to_be_visible()


def test_a_number_that_no_screen_may_show_is_nowhere(server, profile):
    page = opened(profile().page(), server, "#restraint-death-ncish")
    expect(card(page, "restraint-death-ncish").locator("dl")).to_be_visible()
    assert "24" not in card(page, "restraint-death-ncish").locator("p").all_inner_texts()[0]


def test_no_code_of_the_table_is_on_the_screen(server, profile):
    page = opened(profile().page(), server)
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    words = page.locator("main").inner_text()
    for code in ("risk_averse", "no_effect", "very_low", "not_checked", "full_text", "unsupported", "undefined", "NaN"):
        assert code not in words


def test_a_decision_leads_to_its_findings_and_each_finding_back_to_it(server, profile):
    page = opened(profile().page(), server, f"?scenario={SLUG}&fork={FORK_ID}")
    assert {*findings_of(FORK)} <= {*shown(page)}
    expect(page.locator("h1")).to_have_text(f"Studies on “{FORK.heading}”")
    assert page.title() == f"Studies on “{FORK.heading}” – Shared Ground"
    there = f"{server.base}practise?scenario={SLUG}&fork={FORK_ID}"
    assert page.get_by_role("link", name="Go to the decision").evaluate("(it) => it.href") == there
    one = findings_of(FORK)[0]
    card(page, one).locator("summary").first.click()
    back = card(page, one).get_by_role("link", name=FORK.heading, exact=True)
    assert back.evaluate("(it) => it.href") == there


def test_from_a_decision_one_goes_on_to_everything(server, profile):
    page = opened(profile().page(), server, f"?scenario={SLUG}&fork={FORK_ID}")
    page.get_by_role("button", name="All the evidence").click()
    assert len(shown(page)) == ALL
    assert page.evaluate("() => document.activeElement.getAttribute('role')") == "status"


@pytest.mark.parametrize(
    "query",
    [
        "?practice=%3Cscript%3Ecanary%3C/script%3E",
        "?practice=javascript:canary",
        "?practice=__proto__&direction=constructor",
        "?direction=harm%27%22%3E%3Cimg%20src=x%20onerror=canary()%3E",
        "?q=%3Cimg%20src=x%20onerror=canary()%3E",
        "?q=%00%FF%C0",
        f"?q={'a' * 5000}",
        "?q=(((((((((((((a*)*",
        "?scenario=../../etc/passwd&fork=canary",
        "?fork=canary",
        "?practice=leave&practice=safety-plan",
        "?practice[]=leave&year=2020%20or%20later",
        "?=&&&&",
        "#%3Cimg%20src=x%20onerror=canary()%3E",
        "#__proto__",
        "#main",
    ],
)
def test_nothing_in_an_address_runs_breaks_the_page_or_is_shown_as_it_is(server, profile, query):
    someone = profile()
    page = opened(someone.page(), server, query)
    expect(page.get_by_role("heading", name="All the evidence")).to_be_visible()
    assert page.locator("img[src=x], main script").count() == 0
    assert "canary" not in page.locator("main").inner_text()
    assert someone.watched.elsewhere(server.base) == []


def test_an_address_that_is_partly_unknown_says_which_part(server, profile):
    page = opened(profile().page(), server, "?practice=no-such-practice&direction=harm")
    expect(page.get_by_text("Part of the address is not known here and was left out: Practice.")).to_be_visible()
    assert page.get_by_role("button", name="What was reported: reported harm").count() == 1


def test_where_nothing_is_found_one_can_take_a_filter_away(server, profile):
    page = opened(profile().page(), server, "?practice=leave&direction=benefit&who=family")
    expect(page.get_by_text("No finding has all of that.")).to_be_visible()
    expect(page.get_by_text("It says nothing about what is true.")).to_be_visible()
    page.get_by_role("button", name="What was reported: reported gain").click()
    page.get_by_role("button", name="Who it is about: family and friends").click()
    assert of_practice("leave") <= {*shown(page)}
    page.get_by_role("button", name="Practice: leave from the ward").click()
    assert len(shown(page)) == ALL


def download(page: Page, name: str) -> str:
    page.get_by_text("Send this view, or take it away").click()
    with page.expect_download() as fetched:
        page.get_by_role("button", name=name).click()
    return fetched.value.path().read_bytes().decode("utf-8")


def read(csv: str) -> pd.DataFrame:
    assert csv.startswith("\ufeff"), "without its mark a spreadsheet reads the marks of the page wrongly"
    return pd.read_csv(io.StringIO(csv.removeprefix("\ufeff")), dtype=str, keep_default_na=False)


@pytest.mark.parametrize(
    "query", ["", "?practice=medication-reduction&direction=harm", f"?scenario={SLUG}&fork={FORK_ID}"]
)
def test_the_file_is_exactly_what_is_shown(server, profile, query):
    page = opened(profile(DESK).page(), server, query)
    table = read(download(page, "Download th"))
    assert list(table["id"]) == shown(page)
    scenarios = list(SCENARIOS.values())
    held = evidence_data(EVIDENCE, scenarios, page_figures(EVIDENCE, scenarios), help_lines())["findings"]
    at = {one: place for place, one in enumerate(held["id"])}
    for column in data_dictionary():
        if column.key == "shown":
            continue
        cells = [held[column.key][at[one]] for one in table["id"]]
        as_text = ["; ".join(cell) if isinstance(cell, list) else "" if cell is None else str(cell) for cell in cells]
        assert list(table[column.name]) == as_text, column.name


def test_the_file_says_why_each_finding_is_in_it(server, profile):
    page = opened(profile(DESK).page(), server, "?practice=medication-reduction&direction=harm")
    table = read(download(page, "Download th")).set_index("id")["shown_because"]
    assert table["radar-relapse"] == "asked for"
    assert table["radar-function"] == "must be read with what was asked for"


def test_figures_in_the_file_are_numbers_for_pandas(server, profile):
    page = opened(profile(DESK).page(), server)
    table = pd.read_csv(io.StringIO(download(page, "Download th").removeprefix("\ufeff"))).set_index("id")
    for column in ("value", "ci_low", "ci_high", "comparator_value"):
        ours = pd.Series({one: getattr(finding, column) for one, finding in EVIDENCE.findings.items()}, dtype="float64")
        ours[list(EVIDENCE.rules.never_chart)] = float("nan")
        pd.testing.assert_series_equal(table[column], ours[table.index], check_names=False)


def test_what_the_columns_mean_comes_with_what_was_asked_for(server, profile):
    page = opened(profile(DESK).page(), server, "?practice=leave")
    table = read(download(page, "Download what its columns mean")).set_index("column")
    assert [column.name for column in data_dictionary()] == list(table.index[2:])
    assert table.loc["direction", "words_it_may_hold"].split("; ") == list(data_dictionary()[7].words)
    assert "Practice: leave from the ward" in table.loc["(the whole file)", "meaning"]
    assert "23 November 2026" in table.loc["(the whole file)", "meaning"]


def test_no_cell_is_taken_for_a_formula_and_every_cell_comes_back(profile):
    page = profile().page()
    formulas = ["=1+1", "+44 20", "-cmd|' /C'!A0", "@SUM(A1)", "\t=1", "\n=1", "＝1", "- a"]
    plain = ["-0.13", "-1.7", 'a "b", c\nd', "a=b", "", "’"]
    csv = page.evaluate(
        """async ([source, cells]) => {
          const { asCsv } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
          return asCsv([{ name: "cell", key: "cell" }, { name: "n", key: "n" }], cells.map((cell, n) => ({ cell, n })));
        }""",
        [module("evidence-csv"), [*formulas, *plain]],
    )
    assert list(read(csv)["cell"]) == [*(f"'{cell}" for cell in formulas), *plain]


def test_the_contrast_is_fetched_when_it_is_opened_and_says_what_is_on_it(server, profile):
    someone = profile()
    page = opened(someone.page(), server)
    assert not [address for address in someone.watched.asked if "/figures/" in address or "figures.json" in address]
    page.get_by_text("Reported harms and gains, side by side").click()
    picture = page.locator("[data-part=contrast] img")
    expect(picture).to_be_visible(timeout=30_000)
    assert picture.get_attribute("alt").startswith("A table of words: kinds of harm and gain down the side")
    page.get_by_text("The same in words and numbers").first.click()
    expect(page.locator("[data-part=contrast] table")).to_be_visible()
    expect(page.get_by_text("The number of marks says what was looked for and found").first).to_be_visible()
    assert faults(page) == []


def test_figures_of_a_practice_come_when_asked_for_and_whole(server, profile):
    page = opened(profile(DESK).page(), server, "?practice=joint-crisis-plan&direction=benefit")
    page.get_by_role("button", name=re.compile("See the figures.*joint crisis plan")).click()
    expect(page.locator("figure img").first).to_be_visible(timeout=30_000)
    expect(page.get_by_text("do not add them up").first).to_be_visible()
    alts = page.locator("figure img").evaluate_all("all => all.map((it) => it.alt).join(' ')")
    assert "no effect shown" in alts, "a filter must not leave the null result out of a figure"


def test_without_the_figures_the_findings_still_stand(server, profile):
    page = profile(DESK).page()
    page.route("**/figures/**", lambda route: route.abort())
    page.route("**/assets/figures.json*", lambda route: route.abort())
    opened(page, server, "?practice=joint-crisis-plan")
    page.get_by_role("button", name=re.compile("See the figures.*joint crisis plan")).click()
    expect(page.get_by_text("The figures could not be fetched just now.")).to_be_visible()
    assert of_practice("joint_crisis_plan") <= {*shown(page)}


def test_without_the_findings_the_page_says_so(server, profile):
    page = profile().page()
    page.route("**/assets/evidence.json*", lambda route: route.abort())
    page.goto(f"{server.base}all-the-evidence")
    expect(page.get_by_text("The findings could not be fetched. Please reload the page.")).to_be_visible()


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("state", STATES)
def test_no_state_of_the_page_has_an_accessibility_fault(server, profile, viewport, state):
    someone = profile(viewport)
    page = opened(someone.page(), server, STATES[state])
    assert faults(page) == []
    assert someone.watched.elsewhere(server.base) == []
    assert someone.context.cookies() == []


@pytest.mark.parametrize("state", STATES)
def test_nothing_needs_sideways_scrolling_at_320_pixels(server, profile, state):
    page = opened(profile({"width": 320, "height": 640}).page(), server, STATES[state])
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


def test_dark_and_large_are_readable_too(server, profile):
    page = opened(profile().page(), server, f"?practice=leave#{SENSITIVE}")
    page.get_by_text("How this page is read").click()
    page.get_by_label("Dark").check()
    page.get_by_label("Largest").check()
    assert faults(page) == []
    assert page.evaluate("() => document.documentElement.scrollWidth") <= PHONE["width"]


def test_the_page_needs_no_kernel(server, profile):
    at_rest = server.wait_for_kernels(2)
    page = opened(profile().page(), server)
    page.get_by_text("Reported harms and gains, side by side").click()
    expect(page.locator("[data-part=contrast] img")).to_be_visible(timeout=30_000)
    assert len(server.kernels()) == at_rest


def test_a_finding_is_found_and_read_by_keyboard_alone(server, profile):
    page = opened(profile().page(), server)
    keys = Keyboard(page)
    keys.tab_to("it.matches('input[type=search]')")
    page.keyboard.type("radar-relapse")
    page.keyboard.press("Enter")
    keys.tab_to("it.matches('summary') && it.closest('li')?.id === 'radar-relapse'")
    page.keyboard.press("Enter")
    expect(card(page, "radar-relapse").get_by_text("25 in 100")).to_be_visible()
    keys.tab_to("it.matches('a') && it.textContent.startsWith('No difference in social functioning')")
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('li').id") == "radar-function"


def test_who_is_awake_now_is_one_press_away(server, profile):
    page = opened(profile().page(), server)
    button = page.get_by_role("button", name="Who is awake now")
    button.click()
    expect(button).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("heading", name="Who is awake now")).to_be_visible()
    assert faults(page) == []


def test_stepping_out_leaves_nothing_of_what_was_looked_for(server, profile):
    page = opened(profile().page(), server, f"?practice=leave#{SENSITIVE}")
    page.get_by_role("button", name="Step out").click()
    expect(page.get_by_role("heading", name="Take all the time you need")).to_be_visible()
    assert page.url == f"{server.base}all-the-evidence"
    assert page.title() == "Shared Ground"
    assert "suicide" not in page.locator("main").inner_text().lower()
    assert faults(page) == []
    page.get_by_role("button", name="Go on reading").click()
    assert len(shown(page)) == ALL


def test_on_paper_every_card_that_is_shown_is_open(server, profile):
    page = opened(profile().page(), server, "?practice=leave")
    page.evaluate("() => window.dispatchEvent(new Event('beforeprint'))")
    page.emulate_media(media="print")
    assert page.locator(".sg-findings details[open] dl").count() == len(shown(page))
    expect(page.locator("form")).not_to_be_visible()
    page.emulate_media(media="screen")
    page.evaluate("() => window.dispatchEvent(new Event('afterprint'))")
    assert page.locator(".sg-findings details[open]").count() == 0


def test_the_notebook_shows_the_same_page_with_a_kernel(server, profile):
    someone = profile(DESK)
    page = opened(someone.page(), server, "?practice=medication-reduction#radar-relapse", path="evidence")
    expect(card(page, "radar-relapse").get_by_text("25 in 100")).to_be_visible()
    page.get_by_role("button", name=re.compile("See the figures.*reducing medication")).click()
    expect(page.locator("figure img").first).to_be_visible(timeout=30_000)
    assert faults(page) == []
    assert someone.watched.elsewhere(server.base) == []


def test_where_sockets_are_blocked_the_notebook_offers_the_page_without_a_kernel(server, profile):
    page = profile().page()
    page.route_web_socket(re.compile("/channels"), lambda socket: socket.close())
    page.goto(f"{server.base}evidence?practice=leave#{SENSITIVE}")
    page.get_by_role("link", name="Open it as a simple page").click(timeout=30_000)
    expect(card(page, SENSITIVE).locator("dl")).to_be_visible()


def test_explore_is_served_with_stock_widgets_and_redraws_when_something_is_chosen(server, profile):
    someone = profile(DESK)
    page = someone.page()
    page.goto(f"{server.base}explore")
    page.get_by_label("Practice").wait_for(timeout=60_000)
    pictures = page.locator("main img")
    assert all(pictures.evaluate_all("all => all.map((it) => it.alt.length > 40 && it.naturalWidth > 0)"))
    assert pictures.count() >= 4
    page.get_by_label("Practice").select_option(label="leave from the ward")
    expect(page.get_by_text("Decisions about leave rest on rules of thumb")).to_be_visible(timeout=30_000)
    assert faults(page) == []
    assert page.evaluate("() => getComputedStyle(document.body).overflowY") != "hidden"
    assert someone.watched.elsewhere(server.base) == []


def test_the_gallery_leads_here(server, profile):
    page = profile().page()
    page.goto(server.base)
    page.get_by_role("link", name="Read all the evidence").click()
    expect(page.get_by_role("heading", name="All the evidence")).to_be_visible()


def test_a_debrief_leads_to_the_studies_on_its_decision(server, profile):
    page = profile().page()
    page.goto(f"{server.base}practise?scenario={SLUG}&fork={FORK_ID}")
    page.get_by_role("button", name=FORK.heading).first.click(timeout=30_000)
    page.locator(f"input[value='{FORK.choices[0].id}']").check()
    page.locator("button[type=submit]").click()
    page.locator("button[type=submit]").click()
    page.get_by_text("The studies, one by one").click()
    with page.context.expect_page() as other:
        page.get_by_role("link", name="Among all the evidence").click()
    expect(other.value.locator("h1")).to_have_text(f"Studies on “{FORK.heading}”")
