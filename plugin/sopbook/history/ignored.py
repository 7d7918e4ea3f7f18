"""What readers are not bothered with: the work of machines, and mass changes of form."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sopbook.history.log import Author, Commit, Part

_REVISION = re.compile(r"^[ \t]*([0-9a-f]{40}|[0-9a-f]{64})\b", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Ignored:
    """Which changes are kept for the audit view alone."""

    revisions: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    """Authors that are bots by another name, in small letters."""

    def hides(self, commit: Commit, parts: Iterable[Part]) -> bool:
        """Say whether nobody wrote this, or it was listed; of a merge, all that it brought in."""
        if commit.id in self.revisions:
            return True
        work = tuple(parts) or (commit,)
        return all(each.id in self.revisions or not self.people((each.author,)) for each in work)

    def people(self, authors: Iterable[Author]) -> tuple[str, ...]:
        """Name those who are people, each once."""
        people = (each for each in authors if not each.machine)
        return tuple(dict.fromkeys(each.name for each in people if not self._is_ignored(each)))

    def _is_ignored(self, author: Author) -> bool:
        return author.name.casefold() in self.names


NOTHING = Ignored()


def ignored_in(listed: str, names: Iterable[str] = ()) -> Ignored:
    """Read a `.git-blame-ignore-revs`, and the names of a project's bots."""
    revisions = frozenset(_REVISION.findall(listed))
    return Ignored(revisions, frozenset(name.casefold() for name in names))
