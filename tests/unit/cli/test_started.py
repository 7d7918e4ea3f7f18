"""How the command starts and ends, whatever is around it."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.cli.started import BAD, GOOD, run


def test_a_failure_of_the_tool_is_not_a_finding(folder: Path) -> None:
    """A bug has an exit code of its own, so that CI can tell."""
    code = (
        "import sopbook.cli as c, sopbook.cli.checking as m;"
        "m.read_and_check = lambda root, day: 1 / 0; c.run()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "check"], cwd=folder.parent, capture_output=True, check=False
    )
    assert done.returncode == 2
    assert b"ZeroDivisionError" in done.stderr


def test_a_file_that_cannot_be_written(folder: Path) -> None:
    done = run("check", "--report", "sarif=sops/organisation.yml/x.sarif", cwd=folder.parent)
    assert done.returncode == 2
    assert done.stderr.startswith(b"Error: ")
    assert b"Traceback" not in done.stderr


def test_starts_without_the_host() -> None:
    """Checking needs no site generator: it is not loaded."""
    code = (
        "import sys, sopbook.cli;"
        "sys.exit(any(m in sys.modules for m in ('mkdocs', 'jinja2', 'markdown')))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize("words", ["check", "check --format json", "explain", "explain 301"])
def test_a_reader_that_leaves_early(folder: Path, words: str) -> None:
    """`sopbook check | head -1` shows one line, and no traceback."""
    many = "".join(f"  - do: Step {n}\n    by: agnet\n" for n in range(2_000))
    (folder / "calls/call.workflow.yml").write_text(
        GOOD.replace("  - end", f"{many}  - end"), encoding="utf-8"
    )
    piped = f"{sys.executable} -m sopbook.cli {words} | head -n 1"
    done = subprocess.run(
        ["bash", "-c", piped], cwd=folder.parent, capture_output=True, check=False
    )
    assert done.stdout.count(b"\n") == 1
    assert done.stderr == b""


@pytest.mark.parametrize(
    "environment",
    [{"LC_ALL": "C"}, {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"}],
)
def test_a_terminal_that_writes_no_umlauts(folder: Path, environment: dict[str, str]) -> None:
    """What it cannot write is shown as a number; for programs it is UTF-8 all the same."""
    text = BAD.replace("Answer", "Răspunde 🙂").replace("agnet", "agnét")
    (folder / "calls/call.workflow.yml").write_text(text, encoding="utf-8")
    done = run("check", cwd=folder.parent, **environment)
    assert done.returncode == 1
    assert "agn\\xe9t" in done.stdout.decode() or "agnét" in done.stdout.decode()
    done = run("check", "--format", "json", cwd=folder.parent, **environment)
    assert done.returncode == 1
    assert "agnét" in done.stdout.decode("utf-8")


@pytest.mark.skipif(sys.platform != "linux", reason="other systems refuse such names")
def test_a_file_whose_name_is_no_text(folder: Path) -> None:
    Path(str(folder), "calls", "caf\udce9.workflow.yml").write_text(BAD, encoding="utf-8")
    for name in ("text", "github", "gitlab", "sarif", "junit", "rdjson", "json"):
        done = run("check", "--format", name, "--report", f"{name}=report", cwd=folder.parent)
        assert (done.returncode, done.stderr) == (1, b"")
        assert b"workflow.yml" in done.stdout


def test_called_by_its_name(folder: Path) -> None:
    done = subprocess.run(
        [Path(sys.executable).with_name("sopbook"), "check"], cwd=folder.parent, check=False
    )
    assert done.returncode == 0
