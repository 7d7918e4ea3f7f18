"""The summary of a job, as a reader of GitHub's Markdown that others wrote takes it."""

import re
from html import unescape
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from markdown_it import MarkdownIt

from sopbook.core.diagnostic import Diagnostic, Severity
from sopbook.core.span import Span
from sopbook.report import job_summary
from sopbook.report.material import Findings
from tests.unit.report.sample import CALL, FINDINGS, MADE, MANUAL, TEXTS, many

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])
TAGS = {"h3", "table", "thead", "tbody", "tr", "th", "td", "code", "br", "p"}


def written(findings: Findings) -> str:
    return job_summary.render(findings, TEXTS, MANUAL)


def cells(findings: Findings) -> list[list[str]]:
    """Read the table's rows as a person would; nothing but the tags of ours may be there."""
    html = READER.render(written(findings))
    assert set(re.findall(r"<(\w+)", html)) <= TAGS
    rows = re.findall(r"<tr>(.*?)</tr>", html.partition("<tbody>")[2], re.DOTALL)
    return [
        [unescape(re.sub(r"<[^>]*>", " ", cell)) for cell in re.findall(r"<td>(.*?)</td>", row)]
        for row in rows
    ]


def plain(text: str) -> list[str]:
    """Drop what only looks: code marks, spaces; Markdown shows no NUL."""
    return text.replace("`", " ").replace("\x00", "\ufffd").split()


@given(MADE)
def test_authors_text_stays_text(findings: Findings) -> None:
    rows = cells(findings)
    assert len(rows) == len(findings)
    for _, _, _, what, _ in rows:
        assert any(plain(what)[: len(plain(f.message))] == plain(f.message) for f in findings)


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "![x](https://example.com/x.png) [y](javascript:z) <https://example.com>",
        "a | b || `c | d` \\| e \\",
        "`<img src=x>` `one\\` two` **bold** _it_ ~~gone~~ &lt; # no heading",
        "```\nfence\n```",
        "\u2028odd\u00a0space\x00",
    ],
)
def test_nothing_that_is_written_does_anything(text: str) -> None:
    (row,) = cells((Diagnostic("SOP301", text, Span(CALL, 4, 9, 4, 14), text),))
    assert len(row) == 5
    assert plain(row[3]) == plain(text)


def test_a_name_in_backticks_is_code() -> None:
    assert "<code>agnet</code> is no person" in READER.render(written(FINDINGS))


def test_it_says_how_many_are_not_beside_the_lines() -> None:
    crowd = written((*many(12, Severity.WARNING), *many(1, Severity.ERROR)))
    assert crowd.startswith("### SOPs: 1 error, 12 warnings\n")
    assert "Shown only here: 2 warnings." in crowd
    assert "Shown only here" not in written(FINDINGS)


def test_it_is_never_too_large() -> None:
    """GitHub takes 1 MiB, and nothing of what has more."""
    wordy = tuple(Diagnostic("SOP301", "x" * 5_000, Span(CALL, n, 1, n, 5)) for n in range(1, 400))
    text = written(wordy)
    assert 900_000 < len(text.encode()) < 1_040_000
    left_out = int(re.findall(r"(\d+) more have no room", text)[0])
    assert len(cells(wordy)) + left_out == len(wordy)


def test_nothing_found() -> None:
    html = READER.render(written(()))
    assert ET.fromstring(html).text == "SOPs: Nothing found."  # noqa: S314 - our own
