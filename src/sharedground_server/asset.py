"""A file of our own, as it goes to a browser."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Asset:
    """Its bytes, and what kind of file they are."""

    content: bytes
    media_type: str
