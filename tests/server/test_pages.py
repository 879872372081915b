"""What the server answers, without a browser."""

import gzip
import time
import urllib.request

import pytest

from sharedground.scenario import scenario_files
from tests.served import serving

FIRST = next(iter(scenario_files()))


def test_the_gallery_lists_every_scenario_and_starts_no_kernel(server):
    before = len(server.kernels())
    answer = server.ask()
    assert answer.status == 200
    assert all(f"practise?scenario={slug}" in answer.text for slug in scenario_files())
    assert len(server.kernels()) == before


@pytest.mark.parametrize("path", ["", "practise", "welcome", "no-such-page"])
def test_every_page_has_a_language_a_title_a_way_past_the_top_and_a_main_part(server, path):
    text = server.ask(path).text
    assert '<html lang="en-GB"' in text
    assert "Shared Ground</title>" in text
    assert '<a class="sg-skip" href="#main">' in text
    assert text.count("<main") == 1


@pytest.mark.parametrize("path", ["", "practise", "welcome", f"page/{FIRST}", "no-such-page", "assets/host.js"])
def test_no_page_sets_a_cookie_or_loads_from_elsewhere(server, path):
    answer = server.ask(path)
    assert "Set-Cookie" not in answer.headers
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    for outside in ('src="http', "src='http", 'rel="stylesheet" href="http', "@import", "cdn."):
        assert outside not in answer.text


@pytest.mark.parametrize(
    "path",
    [
        "no-such-page",
        "page/no-such-scenario",
        "assets/secrets.txt",
        "voila/files/private.txt",
        "voila/files/practise.ipynb",
        "voila/files/../private.txt",
        "voila/tree",
        "voila/render/practise.ipynb",
        "voila/api/contents",
        "practise.ipynb",
        "../pyproject.toml",
        "api/kernels",
        "api/contents",
    ],
)
def test_what_is_not_meant_to_be_public_is_not_there(server, path):
    answer = server.ask(path)
    assert answer.status == 404
    assert "canary" not in answer.text
    assert "There is no such page" in answer.text or path.startswith("voila/")


def test_a_strange_host_name_gets_one_sentence_and_nothing_else(server):
    answer = server.ask("practise", Host="evil.example")
    assert answer.status == 421
    assert "under a name it does not know" in answer.text
    assert "sharedground-kernel" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:8866", "192.168.1.20:8866", "[::1]:8866"])
def test_any_address_and_localhost_are_known(server, host):
    assert server.ask("", Host=host).status == 200


def test_a_configured_name_is_known():
    with serving("--allow-host", "training.example", "--ready", "0") as served:
        assert served.ask("", Host="training.example:80").status == 200
        assert served.ask("", Host="training.example.evil.example").status == 421


def test_pages_travel_compressed(server):
    asked = urllib.request.Request(server.base, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        assert b"Shared Ground" in gzip.decompress(answer.read())


@pytest.mark.parametrize("path", ["health", f"page/{FIRST}", "no-such-page"])
def test_light_pages_start_no_kernel(server, path):
    before = len(server.kernels())
    server.ask(path)
    assert len(server.kernels()) == before


def test_a_look_by_a_link_preview_starts_no_kernel(server):
    before = len(server.kernels())
    assert server.ask("welcome", method="HEAD").status == 200
    assert len(server.kernels()) == before


def test_the_address_chooses_no_template(server):
    assert "sharedground-kernel" in server.ask("welcome?template=lab&theme=dark").text


def test_a_page_that_closes_ends_its_kernel_without_any_cookie(server):
    before = len(server.kernels())
    kernel = server.kernel_of("welcome")
    assert len(server.kernels()) == before + 1
    assert server.ask(f"voila/api/shutdown/{kernel}", method="POST").status == 204
    assert server.wait_for_kernels(before) == before


def test_a_notebook_that_fails_says_so_and_shows_no_traceback(server):
    text = server.ask("failing").text
    assert "This part of the page could not be made" in text
    assert "canary" not in text
    assert "Traceback" not in text
    assert text.rstrip().endswith("</html>")


def test_a_trainers_own_notebook_gets_the_stock_front_end(server):
    text = server.ask("own").text
    assert "voila.js" in text
    assert "assets/host.js" not in text


def test_when_all_places_are_taken_there_is_a_kind_word_and_a_way_out():
    with serving("--max-pages", "1", "--ready", "0") as served:
        assert served.ask("welcome").status == 200
        answer = served.ask("welcome")
        assert answer.status == 503
        assert answer.headers["Retry-After"] == "60"
        assert "All places are taken just now" in answer.text
        assert served.ask("").status == 200


def test_a_taken_port_is_said_in_one_sentence_with_a_way_out(server):
    from sharedground.errors import SharedGroundError
    from sharedground_server.serve import serve

    with pytest.raises(SharedGroundError, match=f"make run PORT={server.port + 1}"):
        serve(port=server.port)


def test_an_idle_page_is_culled_and_a_waiting_kernel_is_not():
    with serving("--ready", "1", "--idle-minutes", "0.03") as served:
        assert served.wait_for_kernels(1) == 1
        time.sleep(3)
        (waiting,) = served.kernels()
        served.ask("welcome")
        assert served.wait_for_kernels(2) == 2
        time.sleep(3)
        assert served.wait_for_kernels(1) == 1
        assert served.kernels() == [waiting]
