"""Unpacking in the browser gives what Python packed, whichever way it was packed."""

import base64
import random
import zlib

import pytest

from sharedground.pages import module

PLAIN = {
    "nothing": b"",
    "words": "Rowan – “ten minutes”. ".encode() * 400,
    "one byte over and over": b"a" * 70_000,
    "chance": random.Random(7).randbytes(70_000),
    "short": b"Dee",
}


@pytest.mark.parametrize("level", [0, 1, 9], ids=["stored", "fast", "best"])
@pytest.mark.parametrize("plain", PLAIN.values(), ids=PLAIN.keys())
@pytest.mark.parametrize("strategy", [zlib.Z_DEFAULT_STRATEGY, zlib.Z_FIXED], ids=["dynamic", "fixed"])
def test_unpacking_gives_back_what_was_packed(profile, plain, level, strategy):
    deflate = zlib.compressobj(level, wbits=-zlib.MAX_WBITS, strategy=strategy)
    packed = deflate.compress(plain) + deflate.flush()
    page = profile().page()
    unpacked = page.evaluate(
        """async ([source, packed, size]) => {
          const { inflate } = await import(URL.createObjectURL(new Blob([source], { type: "text/javascript" })));
          const bytes = inflate(Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0)), size);
          let text = "";
          for (const byte of bytes) text += String.fromCharCode(byte);
          return btoa(text);
        }""",
        [module("inflate"), base64.b64encode(packed).decode(), len(plain)],
    )
    assert base64.b64decode(unpacked) == plain
