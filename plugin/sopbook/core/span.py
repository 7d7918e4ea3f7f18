"""Where something was written."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a file; lines and columns count from 1, columns count characters.

    `end_column` is the first column after the stretch, so an empty stretch has equal columns.
    """

    path: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1

    def __str__(self) -> str:
        """Write the place as compilers and editors do: `path:line:column`."""
        return f"{self.path}:{self.line}:{self.column}"

    def holds(self, other: "Span") -> bool:
        """Say whether another stretch lies in this one."""
        return (
            self.path == other.path
            and (self.line, self.column) <= (other.line, other.column)
            and (other.end_line, other.end_column) <= (self.end_line, self.end_column)
        )
