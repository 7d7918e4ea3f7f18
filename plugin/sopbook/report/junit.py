"""Findings as test results in JUnit's XML, which every CI server can show."""

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.report.material import Findings, Manual, Texts
from sopbook.report.text import block

# What no XML may hold, not even escaped.
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_NAME = "sopbook"


def render(findings: Findings, texts: Texts, manual: Manual) -> str:
    """Write a case per finding; advice passes, and where nothing was found one case does."""
    del manual
    failures = sum(found.severity is not Severity.ADVICE for found in findings)
    counts = {"tests": str(len(findings) or 1), "failures": str(failures), "errors": "0"}
    root = ET.Element("testsuites", {"name": _NAME} | counts)
    suite = ET.SubElement(root, "testsuite", {"name": _NAME} | counts | {"skipped": "0"})
    suite.extend(_cases(findings, texts) if findings else [_case(_NAME, "Nothing found")])
    ET.indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}'


def _cases(findings: Findings, texts: Texts) -> Iterator[ET.Element]:
    seen: Counter[tuple[str, str]] = Counter()
    for found in findings:
        path, name = found.span.path, f"{found.code}: {found.message}"
        seen[path, name] += 1
        # Of cases with one name in one file, readers show the first alone.
        again = seen[path, name]
        case = _case(path, f"{name} ({again})" if again > 1 else name)
        case.set("file", _safe(path))
        _tell(case, found, texts)
        yield case


def _case(where: str, name: str) -> ET.Element:
    return ET.Element("testcase", classname=_safe(where), name=_safe(name))


def _tell(case: ET.Element, found: Diagnostic, texts: Texts) -> None:
    if found.severity is Severity.ADVICE:
        told = ET.SubElement(case, "system-out")
    else:
        told = ET.SubElement(case, "failure", type=found.severity, message=_safe(found.message))
    told.text = _safe(block(found, texts))


def _safe(text: str) -> str:
    return _NO_XML.sub("\ufffd", text)
