"""What a stranger with a raw WebSocket can and cannot do."""

import base64
import json
import re
import time
import uuid
import zlib

import pytest
import websocket

from sharedground.scenario import load, scenario_files

WORST = [
    {"moves": [1, {"a": 2}]},
    {"moves": "x" * 10_000},
    {"moves": ["no-such-choice"] * 3},
    {"wanted": {"__class__": "x"}},
    {"wanted": "../../etc/passwd"},
    {"data": {"format": 1}},
    {"begin": ["x"]},
    {"play": "x"},
    {"trouble": "<script>alert(1)</script>"},
]


def unpacked(page: str) -> str:
    """A single page with what it carries packed laid open."""
    parts = re.findall(r'<script type="text/plain"[^>]*>([^<]*)</script>', page)
    assert parts
    return page + "".join(zlib.decompress(base64.b64decode(part), wbits=-zlib.MAX_WBITS).decode() for part in parts)


class Stranger:
    """A client that speaks the kernel's protocol and keeps every word it hears."""

    def __init__(self, server, kernel: str) -> None:
        self.session = uuid.uuid4().hex
        address = f"ws://127.0.0.1:{server.port}/api/kernels/{kernel}/channels?session_id={self.session}"
        self.socket = websocket.create_connection(address, timeout=10)
        self.heard: list[str] = []

    def say(self, kind: str, content: dict, channel: str = "shell", **metadata: str) -> None:
        header = {
            "msg_id": uuid.uuid4().hex,
            "username": "",
            "session": self.session,
            "msg_type": kind,
            "version": "5.3",
        }
        message = {"header": header, "parent_header": {}, "metadata": metadata, "content": content, "channel": channel}
        self.socket.send(json.dumps({**message, "buffers": []}))

    def listen(self, seconds: float = 1.5) -> str:
        until = time.monotonic() + seconds
        while (left := until - time.monotonic()) > 0:
            self.socket.settimeout(left)
            try:
                said = self.socket.recv()
            except websocket.WebSocketTimeoutException:
                break
            self.heard.append(said if isinstance(said, str) else said.decode("utf-8", "replace"))
        return "\n".join(self.heard)

    def states(self) -> dict:
        """Every widget's state, as the control comm gives it to anybody who asks."""
        comm = uuid.uuid4().hex
        self.say("comm_open", {"comm_id": comm, "target_name": "jupyter.widget.control", "data": {}}, version="1.0.0")
        self.say("comm_msg", {"comm_id": comm, "data": {"method": "request_states"}})
        self.listen(3)
        for said in self.heard:
            data = json.loads(said).get("content", {}).get("data", {})
            if data.get("method") == "update_states":
                return data["states"]
        raise AssertionError("no states came")

    def update(self, model: str, state: dict) -> None:
        self.say("comm_msg", {"comm_id": model, "data": {"method": "update", "state": state, "buffer_paths": []}})


@pytest.fixture
def stranger(server):
    kernel = server.kernel_of("practise")
    someone = Stranger(server, kernel)
    yield someone
    someone.socket.close()
    server.ask(f"voila/api/shutdown/{kernel}", method="POST")


@pytest.mark.parametrize("channel", ["shell", "control"])
@pytest.mark.parametrize("kind", ["execute_request", "inspect_request", "complete_request", "debug_request"])
def test_a_stranger_cannot_run_code(stranger, tmp_path, kind, channel):
    canary = tmp_path / "canary"
    code = f"open({str(canary)!r}, 'w').write('x')"
    stranger.say(kind, {"code": code, "silent": False, "cursor_pos": 1, "command": "evaluate"}, channel)
    heard = stranger.listen()
    assert not canary.exists()
    assert "execute_reply" not in heard
    assert "_reply" not in heard


def test_a_stranger_gets_no_traceback_for_the_worst_they_can_say(stranger):
    model = next(iter(key for key, value in stranger.states().items() if "moves" in value["state"]))
    for state in WORST:
        stranger.update(model, state)
    stranger.say("comm_msg", {"comm_id": model, "data": {"method": "custom", "content": ["not", "a", "dict"]}})
    stranger.say(
        "comm_msg", {"comm_id": model, "data": {"method": "custom", "content": {"kind": "figure", "name": [1]}}}
    )
    stranger.say("comm_msg", {"comm_id": "no-such-comm", "data": {}})
    stranger.say("comm_msg", {"nonsense": True})
    heard = stranger.listen(3)
    assert "Traceback" not in heard
    assert "site-packages" not in heard
    assert 'File \\"' not in heard


def test_the_page_cannot_put_words_into_what_the_kernel_shows(stranger):
    states = stranger.states()
    model = next(key for key, value in states.items() if "moves" in value["state"])
    stranger.update(model, {"trouble": "canary-trouble", "data": {"title": "canary-data"}})
    stranger.listen()
    stranger.heard.clear()
    state = stranger.states()[model]["state"]
    assert state["trouble"] != "canary-trouble"
    assert state["data"] == {}


@pytest.mark.parametrize("slug", list(scenario_files()))
def test_no_facilitator_note_reaches_a_learners_page(stranger, server, slug):
    scenario = load(slug)
    model = next(key for key, value in stranger.states().items() if "moves" in value["state"])
    stranger.update(model, {"wanted": slug})
    stranger.listen(3)
    stranger.heard.clear()
    told = json.dumps(stranger.states(), ensure_ascii=False) + unpacked(server.ask(f"page/{slug}").text)
    assert told.count(scenario.what_matters[0]) >= 2
    parts = [*scenario.scenes.values(), *scenario.endings.values()]
    notes = [part.facilitator_notes for part in parts if part.facilitator_notes]
    assert notes
    for note in notes:
        for line in note.splitlines():
            assert len(line) < 20 or line not in told


def test_a_page_elsewhere_cannot_open_our_socket(server):
    kernel = server.kernel_of("welcome")
    address = f"ws://127.0.0.1:{server.port}/api/kernels/{kernel}/channels"
    with pytest.raises(websocket.WebSocketBadStatusException, match="403"):
        websocket.create_connection(address, origin="http://evil.example", timeout=10)
    server.ask(f"voila/api/shutdown/{kernel}", method="POST")


def test_a_guessed_kernel_is_not_there(server):
    assert server.ask(f"api/kernels/{uuid.uuid4()}").status == 404
