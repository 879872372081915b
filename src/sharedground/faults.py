"""One fault in something an author wrote: where it is, what it is, and the way out."""

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """A fault as a value, so that an author sees all of them at once."""

    file: str
    line: int | None
    code: str
    what: str
    """What is wrong, with the value, and then the way out."""

    def __str__(self) -> str:
        line = f", line {self.line}" if self.line else ""
        return f"{self.file}{line}: {self.what} [{self.code}]"

    def as_dict(self) -> dict[str, str | int | None]:
        return {"file": self.file, "line": self.line, "code": self.code, "what": self.what}
