"""What an attacker tried on the real thing, and what must hold since."""

import json
import random
import shutil
import socket
import string
import time
import uuid
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress

import psutil
import pytest
import websocket

from sharedground.content import folder
from sharedground.errors import SharedGroundError
from sharedground.play.help_lines import help_lines
from sharedground.scenario.read import hidden_in
from tests.served import serving
from tests.server.test_security import Stranger


@pytest.fixture
def stranger(server):
    kernel = server.kernel_of("practise")
    someone = Stranger(server, kernel)
    someone.kernel = kernel
    yield someone
    someone.socket.close()
    server.ask(f"voila/api/shutdown/{kernel}", method="POST")


def megabytes(served):
    return psutil.Process(served.process.pid).memory_info().rss / 2**20


def raw(served, sent, seconds=5):
    """What comes back for bytes that no library would send."""
    with socket.create_connection(("127.0.0.1", served.port)) as line:
        line.sendall(sent)
        line.settimeout(seconds)
        try:
            return line.recv(4096)
        except TimeoutError:
            return None
        except ConnectionError:
            return b""


def test_the_cap_on_pages_holds_when_many_open_at_once():
    with serving("--max-pages", "2", "--ready", "0") as served:
        with ThreadPoolExecutor(8) as many:
            answers = list(many.map(lambda _: served.ask("welcome").status, range(8)))
        assert sorted(set(answers)) == [200, 503]
        assert answers.count(200) == 2
        assert len(served.kernels()) <= 2


def test_a_visitor_who_goes_before_the_page_is_there_gives_the_place_back():
    with serving("--max-pages", "4", "--ready", "0") as served:
        for _ in range(4):
            with socket.create_connection(("127.0.0.1", served.port)) as line:
                line.sendall(b"GET /welcome HTTP/1.1\r\nHost: localhost\r\n\r\n")
                time.sleep(0.3)
        time.sleep(5)
        assert served.wait_for_kernels(0, seconds=25) == 0


def test_sockets_that_are_never_read_do_not_fill_the_server(server, stranger):
    model = next(key for key, value in stranger.states().items() if "moves" in value["state"])
    address = f"ws://127.0.0.1:{server.port}/api/kernels/{stranger.kernel}/channels?session_id="
    sockets = []
    for _ in range(16):
        try:
            sockets.append(websocket.create_connection(address + uuid.uuid4().hex, timeout=10))
        except websocket.WebSocketException:
            break
    before = megabytes(server)
    with suppress(OSError):
        stranger.update(model, {"moves": ["".join(random.choices(string.ascii_letters, k=7_500_000))]})
    time.sleep(5)
    grown = megabytes(server) - before
    for each in sockets:
        each.sock.close()
    assert grown < 40


def test_asking_for_states_without_reading_does_not_fill_the_server(server, stranger):
    model = next(key for key, value in stranger.states().items() if "moves" in value["state"])
    comm = uuid.uuid4().hex
    before = megabytes(server)
    with suppress(OSError):
        stranger.update(model, {"moves": ["".join(random.choices(string.ascii_letters, k=5_000_000))]})
        opening = {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}
        stranger.say("comm_open", opening, version="1.0.0")
        for _ in range(15):
            stranger.say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
    time.sleep(8)
    assert megabytes(server) - before < 40


def test_a_page_cannot_be_given_tens_of_sockets(server, stranger):
    address = f"ws://127.0.0.1:{server.port}/api/kernels/{stranger.kernel}/channels?session_id="
    opened = []
    with suppress(websocket.WebSocketException, OSError):
        for _ in range(12):
            opened.append(websocket.create_connection(address + uuid.uuid4().hex, timeout=10))
    for each in opened:
        each.close()
    assert len(opened) < 5


def test_a_large_body_is_refused_before_it_is_taken_in(server):
    said = raw(server, b"POST /health HTTP/1.1\r\nHost: localhost\r\nContent-Length: 90000000\r\n\r\n")
    assert said is not None, "it waits for 90 MB"


@pytest.mark.parametrize("words", ["not json", '{"channel": ["shell"], "header": {}}'])
def test_a_broken_message_leaves_no_trace_of_a_visitor_in_the_log(tmp_path, words):
    log = tmp_path / "log"
    with serving("--ready", "0", output=log) as served:
        kernel = served.kernel_of("welcome")
        someone = Stranger(served, kernel)
        someone.socket.send(words)
        with suppress(websocket.WebSocketException):
            someone.listen(1)
        text = log.read_text().replace(f"http://127.0.0.1:{served.port} (stop", "")
        assert kernel not in text
        assert "127.0.0.1" not in text
        assert "session_id" not in text


@pytest.mark.parametrize("path", ["voila/templates/canary", "voila/static/../../canary"])
def test_an_odd_address_leaves_no_trace_of_a_visitor_in_the_log(tmp_path, path):
    log = tmp_path / "log"
    with serving("--ready", "0", output=log) as served:
        raw(served, f"GET /{path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".encode())
        time.sleep(0.5)
        text = log.read_text().replace(f"http://127.0.0.1:{served.port} (stop", "")
        assert "127.0.0.1" not in text
        assert "canary" not in text


@pytest.mark.parametrize("path", ["voila/templates/x", "voila/templates/lab/static/..", "x" * 300])
def test_an_odd_address_is_not_found_rather_than_a_fault(server, path):
    assert server.ask(path).status == 404


@pytest.mark.parametrize("path", ["voila/labextensions/x", "voila/api/themes/x"])
def test_no_error_page_sets_a_cookie(server, path):
    assert "Set-Cookie" not in server.ask(path).headers


@pytest.mark.parametrize("target", ["jupyter.widget", "jupyter.widget.control"])
def test_opening_a_comm_wrongly_gives_no_traceback(stranger, target):
    stranger.say("comm_open", {"comm_id": uuid.uuid4().hex, "target_name": target, "data": {}})
    heard = stranger.listen(2)
    assert "Traceback" not in heard
    assert "site-packages" not in heard


def test_a_stranger_cannot_make_widgets(stranger):
    stranger.states()
    names = {
        "_model_module": "@jupyter-widgets/controls",
        "_model_module_version": "2.0.0",
        "_model_name": "LabelModel",
    }
    views = {"_view_module": "@jupyter-widgets/controls", "_view_module_version": "2.0.0", "_view_name": "LabelView"}
    state = {**names, **views, "value": "canary-widget"}
    data = {"state": state, "buffer_paths": []}
    stranger.say(
        "comm_open", {"comm_id": uuid.uuid4().hex, "target_name": "jupyter.widget", "data": data}, version="2.1.0"
    )
    stranger.listen(1)
    with suppress(AssertionError):
        stranger.states()  # the first asking makes layouts while it lists, and fails
    stranger.heard.clear()
    assert "canary-widget" not in json.dumps(stranger.states())


@pytest.mark.parametrize("channel", ["shell", "control"])
def test_a_stranger_cannot_make_the_server_start_kernels(server, channel):
    kernel = server.kernel_of("welcome")
    before = {each.pid for each in server.kernels()}
    someone = Stranger(server, kernel)
    someone.say("shutdown_request", {"restart": True}, channel)
    time.sleep(6)
    after = {each.pid for each in server.kernels()}
    server.ask(f"voila/api/shutdown/{kernel}", method="POST")
    assert after <= before


def test_opening_a_page_leaves_no_line_on_disk(tmp_path, monkeypatch):
    monkeypatch.setenv("IPYTHONDIR", str(tmp_path))
    with serving("--ready", "0") as served:
        kernel = served.kernel_of("welcome")
        time.sleep(2)
        served.ask(f"voila/api/shutdown/{kernel}", method="POST")
        time.sleep(1)
    assert not list(tmp_path.rglob("history.sqlite"))


def test_words_of_a_notebook_stay_words(tmp_path):
    folder = tmp_path / "notebooks"
    folder.mkdir()
    code = {"cell_type": "code", "id": "c", "metadata": {}, "outputs": [], "execution_count": None}
    words = {"cell_type": "markdown", "id": "m", "metadata": {}, "source": "# A plain title\n\nSome words."}
    kernel = {"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}}
    screen = {**code, "source": "from sharedground_widgets import Welcome\nWelcome()"}
    attack = {**kernel, "lang": 'en" onmouseover="alert(1)" x="'}
    for name, cells, metadata in (("words", [words, screen], kernel), ("lang", [screen], attack)):
        book = {"cells": cells, "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}
        (folder / f"{name}.ipynb").write_text(json.dumps(book))
    with serving("--ready", "0", home=tmp_path) as served:
        assert 'onmouseover="' not in served.ask("lang").text
        assert "Some words." in served.ask("words").text, "a notebook with a title in Markdown breaks off"


def test_help_lines_take_no_alias(tmp_path):
    bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 5)]
    file = tmp_path / "help-lines.yaml"
    file.write_text("\n".join([*bomb, "awake_now: []", "national: []", "note: *a4"]))
    with pytest.raises(SharedGroundError, match="could not be read"):
        help_lines(file)


@pytest.mark.parametrize("path", ["", "page/two-hours-for-a-recital"])
def test_pages_open_although_the_help_lines_are_broken(tmp_path, path):
    shutil.copytree(folder("scenarios"), tmp_path / "scenarios")
    (tmp_path / "scenarios" / "help-lines.yaml").write_text("awake_now: [")
    with serving("--ready", "0", home=tmp_path) as served:
        assert served.ask(path).status == 200


@pytest.mark.parametrize("hidden", ["\u3164", "\u115f", "\uffa0", "\u034f", "\U000e0100"])
def test_more_letters_that_nobody_sees_are_told(hidden):
    assert hidden_in(f"a{hidden}b")
