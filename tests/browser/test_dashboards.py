"""The real pages of the real server, as people meet them."""

import re

import pytest
from playwright.sync_api import Page, expect

from sharedground.play.engine import Play
from sharedground.scenario import load, scenario_files
from tests.browser.by_keyboard import Keyboard
from tests.browser.conftest import DESK, PHONE, faults

SLUGS = list(scenario_files())
LOADS = 100


def open_practise(page: Page, server, query: str) -> None:
    page.goto(f"{server.base}practise?{query}")
    expect(page.get_by_role("button", name="Start from the beginning")).to_be_visible(timeout=30_000)


def road(slug: str, pick: int) -> Play:
    """A way to an ending that takes choice number `pick`, or the last there is, at each fork."""
    play = Play(load(slug))
    while not play.is_over:
        choices = getattr(play.scene, "choices", ())
        play = play.choose(choices[min(pick, len(choices) - 1)].id) if choices else play.go_on()
    return play


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_scenario_is_played_to_its_end_by_keyboard_alone(server, profile, slug, viewport):
    someone = profile(viewport)
    page = someone.page()
    open_practise(page, server, f"scenario={slug}")
    keys = Keyboard(page)
    keys.press("Start from the beginning")
    for move in road(slug, pick=1 if viewport is PHONE else 2).moves:
        keys.heading()
        assert faults(page) == []
        if move == "on":
            keys.press("Go on")
        else:
            keys.choose(move)
            assert faults(page) == []
            keys.skip_the_second_question()
    keys.press("Look back at what you decided")
    assert keys.screen() == "debrief"
    assert faults(page) == []
    assert someone.watched.elsewhere(server.base) == []
    assert someone.context.cookies() == []


@pytest.mark.parametrize("slug", SLUGS)
def test_python_hears_every_move(server, profile, slug):
    page = profile().page()
    sent = []
    page.on("websocket", lambda socket: socket.on("framesent", lambda payload: sent.append(str(payload))))
    open_practise(page, server, f"scenario={slug}")
    page.get_by_role("button", name="Start from the beginning").click()
    choice = load(slug).scenes[load(slug).start].choices[0]
    page.locator(f"input[value='{choice.id}']").check()
    page.locator("button[type=submit]").click()
    page.wait_for_timeout(300)
    assert any(f'"moves":["{choice.id}"]' in each for each in sent)


@pytest.mark.parametrize("slug", SLUGS)
def test_an_address_opens_one_decision(server, profile, slug):
    fork_id, fork = list(load(slug).forks.items())[-1]
    page = profile().page()
    page.goto(f"{server.base}practise?scenario={slug}&fork={fork_id}")
    page.get_by_role("button", name=fork.heading).first.click(timeout=30_000)
    expect(page.locator("legend")).to_have_text(fork.question)


def test_a_scenario_that_is_not_there_is_said_with_the_list_as_the_way_out(server, profile):
    page = profile().page()
    page.goto(f"{server.base}practise?scenario=no-such-scenario")
    expect(page.get_by_text("There is no scenario of that name here")).to_be_visible(timeout=30_000)
    page.get_by_role("button", name=f"Open {load(SLUGS[0]).title}").click()
    expect(page.get_by_role("button", name="Start from the beginning")).to_be_visible(timeout=20_000)


def test_with_the_network_cut_the_player_goes_on_and_says_so(server, profile):
    slug = SLUGS[0]
    someone = profile()
    page = someone.page()
    open_practise(page, server, f"scenario={slug}")
    page.get_by_role("button", name="Start from the beginning").click()
    someone.context.set_offline(True)
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text(re.compile("connection", re.IGNORECASE)).first).to_be_visible(timeout=20_000)
    keys = Keyboard(page)
    for move in road(slug, pick=0).moves:
        if move == "on":
            keys.press("Go on")
        else:
            keys.choose(move)
            keys.skip_the_second_question()
    keys.press("Look back at what you decided")
    expect(page.locator("[data-screen=debrief] table").first).to_be_visible()
    someone.context.set_offline(False)


def test_a_page_whose_kernel_was_let_go_says_so_and_goes_on(server, profile):
    page = profile().page()
    open_practise(page, server, f"scenario={SLUGS[0]}")
    kernel = page.evaluate("() => JSON.parse(document.getElementById('sharedground-kernel').textContent).kernel")
    server.ask(f"voila/api/shutdown/{kernel}", method="POST")
    page.evaluate("() => document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.get_by_text("its connection was let go. You can go on")).to_be_visible(timeout=20_000)
    page.get_by_role("button", name="Start from the beginning").click()
    expect(page.get_by_role("radio").first).to_be_visible()


def test_after_a_reload_one_goes_on_where_one_was(server, profile):
    page = profile().page()
    open_practise(page, server, f"scenario={SLUGS[0]}")
    page.get_by_role("button", name="Start from the beginning").click()
    heading = page.locator("h1").inner_text()
    page.reload()
    expect(page.locator("h1")).to_have_text(heading, timeout=20_000)


def test_two_people_after_each_other_see_nothing_of_each_other(server, profile):
    someone = profile()
    first = someone.page()
    open_practise(first, server, f"scenario={SLUGS[0]}")
    first.get_by_role("button", name="Start from the beginning").click()
    first.get_by_role("radio").first.check()
    first.locator("button[type=submit]").click()
    first.get_by_label("Why? One line, if you like").fill("canary of the first person")
    first.locator("button[type=submit]").click()
    second = someone.page()
    open_practise(second, server, f"scenario={SLUGS[0]}")
    assert "canary" not in second.content()
    assert second.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])").count("canary") == 0
    first.goto(f"{server.base}practise?scenario={SLUGS[0]}")
    expect(first.get_by_role("button", name="Start from the beginning")).to_be_visible(timeout=20_000)
    assert first.evaluate("() => JSON.stringify([{...localStorage}, {...sessionStorage}])").count("canary") == 0


def test_where_sockets_are_blocked_a_simple_page_is_offered(server, profile):
    page = profile().page()
    page.route_web_socket(re.compile("/channels"), lambda socket: socket.close())
    page.goto(f"{server.base}practise?scenario={SLUGS[0]}")
    link = page.get_by_role("link", name="Open it as a simple page")
    expect(link).to_be_visible(timeout=30_000)
    link.click()
    expect(page.get_by_role("button", name="Start from the beginning")).to_be_visible()


def test_reloading_and_closing_leave_no_kernel_behind(server, profile):
    at_rest = server.wait_for_kernels(2)
    page = profile().page()
    for _ in range(3):
        open_practise(page, server, f"scenario={SLUGS[0]}")
        page.reload()
    page.close(run_before_unload=True)
    assert server.wait_for_kernels(at_rest, seconds=30) == at_rest


def test_a_figure_is_fetched_and_shown_when_asked_for(server, profile):
    slug = "coming-down-slowly"
    page = profile(DESK).page()
    fork_id, fork = next(iter(load(slug).forks.items()))
    page.goto(f"{server.base}practise?scenario={slug}&fork={fork_id}")
    page.get_by_role("button", name=fork.heading).first.click(timeout=30_000)
    page.locator(f"input[value='{fork.choices[0].id}']").check()
    page.locator("button[type=submit]").click()
    page.locator("button[type=submit]").click()
    page.get_by_role("button", name=re.compile("figures", re.IGNORECASE)).first.click()
    expect(page.locator("figure img, figure svg").first).to_be_visible(timeout=30_000)
    page.wait_for_timeout(1500)
    assert faults(page) == []


@pytest.mark.parametrize("viewport", [PHONE, DESK], ids=["phone", "desk"])
@pytest.mark.parametrize("path", ["", "welcome", "no-such-page"])
def test_lists_and_words_have_no_accessibility_fault(server, profile, path, viewport):
    someone = profile(viewport)
    page = someone.page()
    page.goto(server.base + path)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    assert faults(page) == []
    assert someone.watched.elsewhere(server.base) == []


@pytest.mark.parametrize("path", ["", "welcome", f"practise?scenario={SLUGS[0]}"])
def test_nothing_needs_sideways_scrolling_at_320_pixels(server, profile, path):
    page = profile({"width": 320, "height": 640}).page()
    page.goto(server.base + path)
    expect(page.locator("h1")).to_be_visible(timeout=30_000)
    assert page.evaluate("() => document.documentElement.scrollWidth") <= 320


@pytest.mark.timeout(900)
@pytest.mark.parametrize("path", ["", "welcome", f"practise?scenario={SLUGS[0]}"])
def test_a_hundred_loads_and_none_hangs(server, profile, path):
    page = profile().page()
    for _ in range(LOADS):
        page.goto(server.base + path)
        expect(page.locator("h1")).to_be_visible(timeout=20_000)
