"""What makes a finding the same one tomorrow, when lines above it have come or gone."""

import re
from collections import Counter
from hashlib import sha256

from sopbook.report.material import Findings, Texts, line_of

_LINE = re.compile(r"\bline [0-9]+")


def fingerprints(findings: Findings, texts: Texts) -> tuple[str, ...]:
    """Give each finding a mark of its own, made of all but its line's number.

    Those that are alike in everything are told apart by their order.
    """
    seen: Counter[str] = Counter()
    marks = []
    for found in findings:
        span = found.span
        line = line_of(texts, span.path, span.line).strip()
        alike = "\n".join((found.code, span.path, _LINE.sub("", found.message), line))
        seen[alike] += 1
        marks.append(f"{alike}\n{seen[alike]}".encode("utf-8", "surrogatepass"))
    return tuple(sha256(mark).hexdigest() for mark in marks)
