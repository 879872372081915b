"""A wire between a browser and a server on this machine, on which bytes are counted."""

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass


@dataclass
class Wire:
    """Where it begins, and how many bytes have come back through it."""

    port: int
    received: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}/"


@contextmanager
def counted(port: int) -> Iterator[Wire]:
    """A wire to that port of this machine, until the block ends."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        wire = Wire(listening.getsockname()[1])
        threading.Thread(target=_accept, args=(listening, port, wire), daemon=True).start()
        yield wire


def _accept(listening: socket.socket, port: int, wire: Wire) -> None:
    with suppress(OSError):
        while True:
            near, _ = listening.accept()
            far = socket.create_connection(("127.0.0.1", port))
            threading.Thread(target=_carry, args=(near, far, None), daemon=True).start()
            threading.Thread(target=_carry, args=(far, near, wire), daemon=True).start()


def _carry(source: socket.socket, target: socket.socket, wire: Wire | None) -> None:
    with suppress(OSError):
        while data := source.recv(65536):
            target.sendall(data)
            if wire:
                wire.received += len(data)
    for end in (source, target):
        with suppress(OSError):
            end.shutdown(socket.SHUT_RDWR)
