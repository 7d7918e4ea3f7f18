"""Whether a site stays bounded: bytes a page, and time a build, with few SOPs and with many.

    PYTHONPATH=. python bench/pages.py                # 100 and 3,000 SOPs; takes some minutes
    PYTHONPATH=. python bench/pages.py --many 600

The SOPs are those of `bench/site.py`, once in one folder and once in a hundred. The pages of the
SOPs, and the home, are to have at most 1.3 times the bytes that they have with few SOPs. Lists of
all SOPs grow, as they must; the largest are named. Twice the SOPs take twice the time where the
exponent, log(ratio of times) / log(ratio of SOPs), is 1.
"""

import argparse
import math
import statistics
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.site import ORGANISATION, build, write_ours, write_site

GOAL, EXPONENT = 1.3, 1.15
FOLDERS = 100
LARGEST = 5
HOME = "# Bench\n\n```sops\n```\n"


@dataclass(frozen=True, slots=True)
class Sizes:
    """Bytes of pages, and what their build took in CPU seconds."""

    median: float
    largest: int
    home: int
    cpu: float
    others: tuple[tuple[int, str], ...]


def measure(root: Path, count: int, folders: int) -> Sizes:
    """Build a site of so many SOPs, and measure its pages."""
    write_site(root, count, "search, sopbook", write_ours, -(-count // folders))
    (root / "docs/organisation.yml").write_text(ORGANISATION, encoding="utf-8")
    (root / "docs/index.md").write_text(HOME, encoding="utf-8")
    cost = build(root)
    pages = {page: page.stat().st_size for page in (root / "site").rglob("*.html")}
    sops = [size for page, size in pages.items() if page.parent.name.startswith("area-")]
    others = sorted(
        (size, page.relative_to(root / "site").as_posix())
        for page, size in pages.items()
        if not page.parent.name.startswith("area-")
    )
    return Sizes(
        statistics.median(sops),
        max(sops),
        pages[root / "site/index.html"],
        cost.cpu,
        tuple(reversed(others[-LARGEST:])),
    )


def table(few: int, many: int, one: Sizes, other: Sizes) -> Iterator[str]:
    """Both sites side by side."""
    yield f"{'':24}{few:>10}{many:>10}{'ratio':>8}{'goal':>8}"
    for name, before, after in (
        ("SOP's page, median", one.median, other.median),
        ("SOP's page, largest", one.largest, other.largest),
        ("home", one.home, other.home),
    ):
        met = "met" if after / before <= GOAL else "MISSED"
        yield f"{name:24}{before:10.0f}{after:10.0f}{after / before:8.2f}{GOAL:8.2f}  {met}"
    exponent = math.log(other.cpu / one.cpu) / math.log(many / few)
    met = "met" if exponent <= EXPONENT else "MISSED"
    costs = f"{'CPU s, and exponent':24}{one.cpu:10.1f}{other.cpu:10.1f}"
    yield f"{costs}{exponent:8.2f}{EXPONENT:8.2f}  {met}"
    yield "largest others: " + ", ".join(
        f"{name} {size / 1000:.0f} KB" for size, name in other.others
    )


def main() -> None:
    """Build each pair of sites in a temporary folder, and print its table."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--few", type=int, default=100)
    parser.add_argument("--many", type=int, default=3000)
    asked = parser.parse_args()
    for folders in (1, FOLDERS):
        with tempfile.TemporaryDirectory(prefix="sopbook-bench-") as folder:
            one = measure(Path(folder, "few"), asked.few, folders)
            other = measure(Path(folder, "many"), asked.many, folders)
        print(f"in {folders} folder(s)", *table(asked.few, asked.many, one, other), sep="\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main()
