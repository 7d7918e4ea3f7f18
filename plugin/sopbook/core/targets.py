"""Where a link in a file leads: to another file of the docs folder, and to a place in it."""

import re
from dataclasses import dataclass
from urllib.parse import unquote

_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\?]", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """The path of a file, and a place in it, perhaps.

    The path is "" for the page itself, and None for what lies outside of the docs folder.
    """

    path: str | None
    anchor: str = ""


def target(source: str, address: str) -> Target | None:
    """Follow an address that stands in the file `source`; None: it leads to another site.

    Or to a place on the server, or where another program says (`{{ … }}`).
    """
    if _ELSEWHERE.match(address) or "{" in address:
        return None
    path, _, anchor = address.partition("#")
    path = unquote(path.partition("?")[0])
    return Target(_joined(source, path) if path else "", unquote(anchor))


def _joined(source: str, path: str) -> str | None:
    parts = source.split("/")[:-1]
    for part in path.split("/"):
        if part == ".." and not parts:
            return None
        if part == "..":
            parts.pop()
        elif part not in {"", "."}:
            parts.append(part)
    return "/".join(parts)


def as_link(source: str, path: str) -> str:
    """Write the path of a file as a link that stands in the file `source`."""
    here, there = source.split("/")[:-1], path.split("/")
    same = 0
    while same < min(len(here), len(there) - 1) and here[same] == there[same]:
        same += 1
    return "/".join([*[".."] * (len(here) - same), *there[same:]])
