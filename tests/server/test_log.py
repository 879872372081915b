"""What the server prints while people use it."""

from types import SimpleNamespace

import pytest

from sharedground_server.application import _log_without_addresses
from tests.served import serving


def test_the_log_names_no_visitor_and_nothing_they_asked_for(tmp_path):
    output = tmp_path / "output"
    with serving("--ready", "0", output=output) as served:
        for path in ("", "page/canary-page", "practise?scenario=canary-scenario", "page/coming-down-slowly?canary"):
            served.ask(path, User_Agent="canary-browser")
        served.ask("health", Host="canary.example")
    printed = output.read_text(encoding="utf-8")
    assert "canary" not in printed
    assert [line for line in printed.splitlines() if "127.0.0.1" in line] == [
        f"Shared Ground is at http://127.0.0.1:{served.port} (stop it with Ctrl+C)"
    ]


@pytest.mark.parametrize("status", [500, 502])
def test_a_page_that_fails_is_logged_by_method_and_status_only(caplog, status):
    request = SimpleNamespace(method="GET", uri="/practise?scenario=canary", remote_ip="192.0.2.1")
    _log_without_addresses(SimpleNamespace(get_status=lambda: status, request=request))
    assert caplog.messages == [f"GET answered {status}"]


@pytest.mark.parametrize("status", [200, 304, 404, 421, 503])
def test_a_page_that_does_not_fail_is_not_logged(caplog, status):
    _log_without_addresses(SimpleNamespace(get_status=lambda: status, request=None))
    assert caplog.messages == []
