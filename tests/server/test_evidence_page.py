"""All the evidence without a kernel: what is served, how small it is, and that nothing else can be had."""

import gzip
import json
import urllib.request

import pytest

from sharedground.errors import NoSuchContent
from sharedground.evidence import load_evidence
from sharedground.scenario import load_sound
from sharedground_server.evidence_pages import EvidencePages

MOST_BYTES = 100_000
ASSETS = ("evidence.json", "figures.json", "evidence.js", "evidence.css")


@pytest.fixture(scope="module")
def pages():
    return EvidencePages(load_evidence(), list(load_sound().values()))


def compressed(server, path):
    asked = urllib.request.Request(server.base + path, headers={"Accept-Encoding": "gzip"})
    with urllib.request.urlopen(asked, timeout=30) as answer:
        assert answer.headers["Content-Encoding"] == "gzip"
        return answer.read()


def test_the_page_starts_no_kernel(server):
    before = len(server.kernels())
    assert server.ask("all-the-evidence?practice=leave&direction=harm").status == 200
    for asset in ASSETS:
        assert server.ask(f"assets/{asset}").status == 200
    assert len(server.kernels()) == before


def test_the_page_has_a_language_a_title_a_way_past_the_top_and_a_main_part(server):
    text = server.ask("all-the-evidence").text
    assert '<html lang="en-GB"' in text
    assert "<title>All the evidence – Shared Ground</title>" in text
    assert '<a class="sg-skip" href="#main">' in text
    assert text.count("<main") == 1


def test_everything_a_phone_fetches_before_the_first_card_is_small(server):
    parts = ("all-the-evidence", "assets/evidence.json", "assets/evidence.js", "assets/evidence.css")
    assert sum(len(compressed(server, part)) for part in parts) < MOST_BYTES


@pytest.mark.parametrize("path", ["all-the-evidence", *(f"assets/{asset}" for asset in ASSETS)])
def test_no_cookie_is_set_and_nothing_is_loaded_from_elsewhere(server, path):
    answer = server.ask(path)
    assert "Set-Cookie" not in answer.headers
    assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    for outside in ('src="http', "@import", "cdn.", "url(http"):
        assert outside not in answer.text


def test_an_address_is_not_read_by_the_server(server):
    plain = server.ask("all-the-evidence").text
    assert server.ask("all-the-evidence?practice=%3Cscript%3Ealert(1)%3C/script%3E&q=canary").text == plain


def test_every_finding_travels_in_one_file(server):
    data = json.loads(gzip.decompress(compressed(server, "assets/evidence.json")))
    assert sorted(data["findings"]["id"]) == sorted(load_evidence().findings)


def test_a_file_asked_for_by_its_version_may_be_kept_for_ever(server):
    version = server.ask("all-the-evidence").text.split("evidence.json?v=")[1].split('"')[0]
    assert "immutable" in server.ask(f"assets/evidence.json?v={version}").headers["Cache-Control"]


def test_facilitator_notes_are_in_none_of_its_files(server):
    for asset in ASSETS:
        assert "facilitator" not in server.ask(f"assets/{asset}").text.lower()


def test_a_figure_is_served_by_its_name_and_may_be_kept_for_ever(server):
    name = json.loads(server.ask("assets/figures.json").text)["contrast"]
    answer = server.ask(f"figures/{name}.svg")
    assert answer.status == 200
    assert answer.headers["Content-Type"] == "image/svg+xml"
    assert "immutable" in answer.headers["Cache-Control"]
    assert answer.text.startswith("<svg")
    assert "<script" not in answer.text


@pytest.mark.parametrize(
    "name",
    [
        "0123456789abcdef.svg",
        "0123456789ABCDEF.svg",
        "contrast.svg",
        "..%2f..%2fpyproject.toml",
        "0123456789abcdef",
        "",
    ],
)
def test_a_figure_the_page_does_not_have_is_not_there(server, name):
    assert server.ask(f"figures/{name}").status == 404


def test_a_figure_that_was_never_drawn_is_drawn_when_it_is_asked_for(pages, tmp_path, monkeypatch):
    monkeypatch.setenv("SHAREDGROUND_CACHE", str(tmp_path))
    name = pages.figures.practice["medication-reduction"][0].name
    assert pages.drawing(name).startswith("<svg")
    assert (tmp_path / f"{name}.svg").is_file()


def test_only_figures_of_the_page_are_drawn(pages):
    with pytest.raises(NoSuchContent):
        pages.drawing("0123456789abcdef")


def test_every_file_of_the_page_is_asked_for_by_its_version(pages):
    assert pages.html.count("/assets/") == pages.html.count("?v=") > 0


def test_the_gallery_leads_to_all_the_evidence(server):
    assert 'href="/all-the-evidence"' in server.ask("").text
