"""What a figure is before anyone draws it: its words, its table and its rows, as plain values. Knows no drawing."""

import json
from dataclasses import asdict, dataclass
from functools import cache, cached_property
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    import pandas as pd

FigureKind = Literal["contrast", "values", "people"]
HERE = Path(__file__).parent
DRAWN_BY = ("alt_text.py", "contrast.py", "draw.py", "layout.py", "palette.py", "people.py", "values.py")


@dataclass(frozen=True)
class Table:
    """The figure once more, as text: what a screen reader, a phone and a printed page can always show."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    """Cells as text; several entries of one cell stand on lines of their own."""


@dataclass(frozen=True)
class FigureSpec:
    """One figure: everything that must be shown with it, and the rows it is drawn from."""

    kind: FigureKind
    title: str
    sentence: str
    """What is shown, what was found and how sure it is: the text alternative of the drawing."""
    notes: tuple[str, ...]
    """Limits and footnotes; they are shown wherever the figure is."""
    table: Table
    findings: tuple[str, ...]
    rows: tuple[dict[str, Any], ...]
    """One plain dict per row; the columns are those of the module that draws the kind."""
    words_beside: tuple[str, ...] = ()
    """Findings that may only be said in words and must not be parted from this figure; they are in it."""

    @cached_property
    def name(self) -> str:
        """Sixteen hexadecimal digits that change with anything shown or with the code that draws it."""
        return sha256(f"{_drawing()}{json.dumps(asdict(self), sort_keys=True)}".encode()).hexdigest()[:16]

    def as_dict(self) -> dict[str, Any]:
        """Everything a page shows beside the drawing."""
        plain = asdict(self)
        del plain["rows"]
        return {**plain, "name": self.name}

    def frame(self) -> "pd.DataFrame":
        """The rows as the table that the drawing functions take."""
        import pandas as pd

        return pd.DataFrame(list(self.rows))


def to_json(specs: "list[FigureSpec]") -> str:
    return json.dumps([asdict(spec) for spec in specs])


def from_json(text: str) -> list[FigureSpec]:
    return [_spec(plain) for plain in json.loads(text)]


def _spec(plain: dict[str, Any]) -> FigureSpec:
    table = plain.pop("table")
    return FigureSpec(
        table=Table(table["caption"], tuple(table["columns"]), tuple(tuple(row) for row in table["rows"])),
        notes=tuple(plain.pop("notes")),
        findings=tuple(plain.pop("findings")),
        rows=tuple(plain.pop("rows")),
        words_beside=tuple(plain.pop("words_beside")),
        **plain,
    )


@cache
def _drawing() -> str:
    """Changes whenever the code that draws changes, so that no cache keeps an old drawing."""
    source = b"".join((HERE / name).read_bytes() for name in DRAWN_BY if (HERE / name).exists())
    return sha256(source).hexdigest()
