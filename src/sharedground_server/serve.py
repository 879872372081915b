"""Starts the server: checks the port, points Jupyter at our template, says where it is."""

import os
import socket
import threading
from collections.abc import Sequence

from sharedground.charts import cache
from sharedground.content import folder
from sharedground.errors import SharedGroundError
from sharedground_server.application import SharedGround, configuration
from sharedground_server.site import Site


def serve(
    *,
    port: int = 8866,
    host: str = "127.0.0.1",
    allow_hosts: Sequence[str] = (),
    max_pages: int = 30,
    ready: int = 1,
    idle_minutes: float = 30,
) -> None:
    """Serve until interrupted.

    Parameters
    ----------
    host
        The address to listen on; ``0.0.0.0`` lets others in the room reach it.
    allow_hosts
        Names, beside localhost and any IP address, under which it answers.
    max_pages
        Pages with a kernel that may be open at one time (about 45 MB each).
    ready
        Kernels of the practise page that wait, already started.
    idle_minutes
        A page that reported nothing for so long gives up its kernel; what is on it stays.

    Raises
    ------
    SharedGroundError
        The port is taken; the message says how to choose another.
    """
    _must_be_free(host, port)
    _point_jupyter_at_our_template()
    site = Site()
    config = configuration(site.notebooks, ready=ready, idle_minutes=idle_minutes)
    app = SharedGround(
        config=config,
        site=site,
        ip=host,
        port=port,
        port_retries=0,
        allow_hosts=list(allow_hosts),
        max_pages=max_pages,
        on_listening=lambda: _say_where(host, port, site),
    )
    app.initialize([])
    app.start()


def _must_be_free(host: str, port: int) -> None:
    with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as trial:
        trial.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trial.bind((host, port))
        except OSError as trouble:
            raise SharedGroundError(
                f"cannot listen on {host}, port {port} ({trouble.strerror}). Perhaps Shared Ground is already "
                f"running there. Stop that one, or choose another port: make run PORT={port + 1}"
            ) from trouble


def _point_jupyter_at_our_template() -> None:
    ours = str(folder("share") / "jupyter")
    others = os.environ.get("JUPYTER_PATH")
    os.environ["JUPYTER_PATH"] = os.pathsep.join([ours, others] if others else [ours])


def _say_where(host: str, port: int, site: Site) -> None:
    shown = "127.0.0.1" if host in ("", "0.0.0.0", "::") else host
    print(f"Shared Ground is at http://{shown}:{port} (stop it with Ctrl+C)", flush=True)
    threading.Thread(target=_draw_figures, args=(site,), daemon=True).start()


def _draw_figures(site: Site) -> None:
    """Every figure of every fork and every practice, once, into the cache, so that no reader waits for a drawing."""
    cache.ensure(site.all_evidence.figures.by_name.values())
