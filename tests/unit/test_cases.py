"""Golden cases: files as authors write them, and the report they get, to the letter.

Adding a case is adding a file; with `day`, it is judged by that day. Cases in `reading/` show what
the reader finds, and no rule that could be switched off. Run with `UPDATE_CASES=1` to write what
comes out, then read it.
"""

import datetime as dt
import os
import re
from pathlib import Path

import pytest
import yaml

from sopbook.checks import findings_of
from sopbook.checks.policy import Policy
from sopbook.checks.rules import RULES
from sopbook.core.diagnostic import in_order
from sopbook.core.other_files import complain_of_other
from sopbook.core.reading import read_library
from sopbook.core.source_files import is_ours
from sopbook.report import text as text_report

CASES = Path(__file__).parent.parent / "cases"
PACKAGE = Path(__file__).parent.parent.parent / "plugin" / "sopbook"
FILES = sorted(CASES.rglob("*.yml"))
READING = {code: None for code, rule in RULES.items() if not rule.is_fixed}


def _policy(path: Path, on: dt.date | None) -> Policy:
    return Policy(READING if path.parent.name == "reading" else {}, on)


def _report(files: dict[str, str], policy: Policy) -> str:
    data = {path: text.encode() for path, text in files.items()}
    others = [complain_of_other(path, data[path]) for path in data if not is_ours(path)]
    sources = {path: data[path] for path in data if is_ours(path)}
    reading = read_library(sources, frozenset(data) - frozenset(sources))
    found = in_order((*findings_of(reading, policy), *(other for other in others if other)))
    return text_report.render(found, reading.texts) + "\n"


class _Blocks(yaml.SafeDumper):
    """Writes texts of several lines as blocks, so that a case can be read."""


def _block(dumper: yaml.SafeDumper, text: str) -> yaml.Node:
    style = "|" if "\n" in text else None
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style=style)


_Blocks.add_representer(str, _block)


@pytest.mark.parametrize(
    "path", FILES, ids=lambda path: str(path.relative_to(CASES).with_suffix(""))
)
def test_report(path: Path) -> None:
    """The report is the expected one."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert True not in case, "write `day:`; YAML takes an unquoted `on` for true"
    report = _report(case["files"], _policy(path, case.get("day")))
    if os.environ.get("UPDATE_CASES"):
        whole = yaml.dump(
            case | {"report": report},
            Dumper=_Blocks,
            sort_keys=False,
            allow_unicode=True,
            width=1000,
        )
        path.write_text(whole, encoding="utf-8")
    assert report == case.get("report"), case["shows"]


def test_every_code_has_a_case() -> None:
    """No code exists that no case shows."""
    code = re.compile(r'"(SOP[0-9]{3})"')
    written = {
        found
        for file in PACKAGE.rglob("*.py")
        for found in code.findall(file.read_text(encoding="utf-8"))
    }
    shown = {
        found
        for file in FILES
        for found in re.findall(r"SOP[0-9]{3}", file.read_text(encoding="utf-8"))
    }
    assert not written - shown
