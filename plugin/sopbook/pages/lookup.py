"""Where readers look things up: the pages that list, and what stands below which of them."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from sopbook.pages.own import PAST, OwnPage, key_of

EVERY = "all"
"""The page with all SOPs."""
LOOKUP = (
    EVERY,
    "matrix",
    "a_z",
    "people",
    "roles",
    "teams",
    "escalation_map",
    "measures",
    "tools",
    "learning",
    "practice",
    "news",
)
"""The pages that list things, by their keys, what agents need first in front."""


def lists(paths: Mapping[str, str]) -> Iterator[str]:
    """Yield the paths of the pages that list things, where the site has them."""
    return (paths[key] for key in LOOKUP if key in paths)


def above(page: OwnPage, paths: Mapping[str, str], sops: Mapping[str, str]) -> str:
    """Find the page that one of ours stands below: its SOP's, its list's; "" for none.

    `paths` has those of our pages by key, `sops` those of SOPs by id.
    """
    if page.part == PAST:
        return sops.get(page.about, "")
    index = PurePosixPath(page.path).with_name("index.md").as_posix()
    found = paths.get(key_of(page.part), index if index in paths.values() else "")
    return "" if found == page.path else found
