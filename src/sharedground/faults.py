"""One fault in a file of content, as a value; it knows no scenario and no table."""

from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Problem:
    """What is wrong and where; ``what`` ends with the way out."""

    code: str
    line: int | None
    what: str
    file: str

    def __str__(self) -> str:
        place = self.file if self.line is None else f"{self.file}, line {self.line}"
        return f"{place}: {self.what} [{self.code}]"

    def as_dict(self) -> dict[str, str | int | None]:
        """The same as plain data, for ``check --format json``."""
        return asdict(self)
