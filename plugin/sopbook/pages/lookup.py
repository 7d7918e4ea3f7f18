"""Where readers look things up: the pages that list, and what stands below which of them."""

from collections.abc import Iterator, Mapping

from sopbook.pages.own import PAST, OwnPage

NONE = "-"
"""Stands in an address for SOPs that name no channel, or no reason; nothing has this id."""
EVERY = "all"
"""The page with all SOPs."""
A_TO_Z = "a_z"
"""The page with everything that has a name."""
LOOKUP = (
    EVERY,
    "matrix",
    A_TO_Z,
    "people",
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


_LISTED_ON = {"role": "people", "team": "people", "person": "people", "path": "learning"}
"""On which page each kind of page is listed."""


def above(page: OwnPage, paths: Mapping[str, str], sops: Mapping[str, str]) -> str:
    """Find the page that one of ours stands below: its SOP's, its list's; "" for none.

    `paths` has those of our pages by key, `sops` those of SOPs by id.
    """
    if page.part == PAST:
        return sops.get(page.about, "")
    found = paths.get(_LISTED_ON.get(page.part, page.part), "")
    return "" if found == page.path else found
