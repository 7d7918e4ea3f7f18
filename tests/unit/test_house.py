import ast
import gzip
import re
import statistics
import subprocess
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parent.parent.parent
PLUGIN = PROJECT / "plugin"
MODULES = sorted(PLUGIN.rglob("*.py"))
FILE_LINES = 300
FUNCTION_LINES = 40
LED_BYTES = 25 * 1024
P90 = 25
MEDIAN = 8
# An address of a package registry, by the names such hosts bear.
REGISTRY = re.compile(
    r"\b(?:registry|pypi|index|deb|proxy|files)(?:\.[a-z-]+)*\.(?:org|io|com|net)\b"
)


def functions() -> Iterator[tuple[str, int]]:
    """Every function of ours, and its lines without the docstring."""
    for module in MODULES:
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{module.relative_to(PLUGIN)}:{node.lineno} {node.name}", length(node)


def length(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    lines = (node.end_lineno or node.lineno) - node.lineno + 1
    first = node.body[0]
    if ast.get_docstring(node) is None:
        return lines
    return lines - ((first.end_lineno or first.lineno) - first.lineno + 1)


def tracked() -> list[Path]:
    listing = subprocess.run(
        ("git", "ls-files", "-z"), cwd=PROJECT, capture_output=True, text=True, check=True
    )
    files = (PROJECT / name for name in listing.stdout.split("\0") if name)
    return [file for file in files if file.is_file()]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(PLUGIN)))
def test_a_file_can_be_read_at_one_sitting(module: Path) -> None:
    assert len(module.read_text(encoding="utf-8").splitlines()) <= FILE_LINES


def test_a_function_fits_on_a_screen() -> None:
    assert [name for name, lines in functions() if lines > FUNCTION_LINES] == []


def test_most_functions_are_short() -> None:
    lengths = [lines for _, lines in functions()]
    assert statistics.median(lengths) <= MEDIAN
    assert statistics.quantiles(lengths, n=10)[-1] <= P90


def test_no_file_names_a_machine_or_a_registry() -> None:
    places = (str(PROJECT), str(Path.home()) + "/")
    found = []
    for file in tracked():
        text = file.read_text(encoding="utf-8", errors="replace")
        named = [place for place in places if place in text] + REGISTRY.findall(text)
        found += [f"{file.relative_to(PROJECT)}: {name}" for name in named]
    assert found == []


def test_locks_name_no_address() -> None:
    for lock in PROJECT.glob("requirements*.lock"):
        assert "://" not in lock.read_text(encoding="utf-8"), lock.name
    web = (PROJECT / "tests/web/package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in web


def test_every_locked_package_is_hashed() -> None:
    for lock in PROJECT.glob("requirements*.lock"):
        for entry in re.split(r"\n(?=\S)", lock.read_text(encoding="utf-8").strip()):
            assert "--hash=sha256:" in entry, entry


def test_what_leads_and_teaches_weighs_little() -> None:
    """Guide, checklist, onboarding and practice together, as they are served; no page needs all."""
    assets = PROJECT / "site_templates" / "assets" / "sopbook"
    rooms = (sorted((assets / room).glob("*.js")) for room in ("learn", "practice", "walk"))
    starters = (assets / f"{name}.js" for name in ("guide", "learn", "practice"))
    served = b"".join(script.read_bytes() for script in (*chain(*rooms), *starters))
    assert len(gzip.compress(served, 9)) <= LED_BYTES
