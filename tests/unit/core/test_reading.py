"""What is read of pages and cards beside the steps."""

from sopbook.assets import words
from sopbook.checks import findings_of
from sopbook.core.diagnostic import Diagnostic, Severity, errors
from sopbook.core.fences import fences, flowcharts
from sopbook.core.names import Names
from sopbook.core.reading import read_library
from sopbook.core.span import Span
from sopbook.report import text as text_report

HERE = Span("a.md", 1, 3, 1, 5)


def test_host_keys_keep_their_types() -> None:
    """What is the host's is given as its own reader would; what was quoted stays text."""
    keys = "hide: [toc]\nsearch: {boost: 1.5, exclude: false}\ndate: ~\nn: 3\ntitle: '3'\n"
    page = f"---\n{keys}---\nText".encode()
    meta = read_library({"a.md": page}).pages["a.md"].meta
    search = {"boost": 1.5, "exclude": False}
    assert meta == {"hide": ["toc"], "search": search, "date": None, "n": 3, "title": "3"}


def test_a_page_without_keys() -> None:
    """All of it is text, also where it begins with a line."""
    assert read_library({"a.md": b"---\n\nText"}).pages["a.md"].text == "---\n\nText"


def test_fences() -> None:
    """Blocks within blocks are text, and a block that is never closed runs to the end."""
    text = "````\n```flowchart\nx\n```\n````\n~~~ flowchart\ncall\n~~~\n``` flowchart\nopen\n"
    assert [fence.text for fence in flowcharts(text.split("\n"))] == ["call", "open"]
    assert [fence.info for fence in fences(text.split("\n"))] == ["", "flowchart", "flowchart"]


def test_a_workflow_only_sop_has_a_page() -> None:
    """Its page is where its Markdown would be."""
    sops = read_library({"a/b.workflow.yml": b"title: T\nsteps:\n  - end: X\n"}).library.sops
    assert sops["b"].page_path == "a/b.md"
    assert sops["b"].title == "T"


def test_names_of_own_measures() -> None:
    """The author's title and meaning, or the interface's."""
    file = b"measures:\n  mine: {title: Mine, meaning: My own.}\n  csat: {title: Smiles}\n"
    known = Names(read_library({"organisation.yml": file}).library, words("en"))
    assert (known.measure("mine"), known.meaning("mine")) == ("Mine", "My own.")
    assert known.measure("csat") == "Smiles"
    assert known.channel("phone") == "Phone"
    assert known.channel("nowhere") == "nowhere"


def test_only_errors_stop_a_build() -> None:
    """Warnings and advice are findings, too, but not errors."""
    found = [Diagnostic("X", "m", HERE, severity=severity) for severity in Severity]
    assert [finding.severity for finding in errors(found)] == [Severity.ERROR]
    assert text_report.summary(tuple(found)) == "1 error, 1 warning, 1 advice"


def test_the_mark_is_below_what_it_means() -> None:
    """Letters of two columns, marks without one, and tabs keep the mark in its place."""
    wide = Diagnostic("X", "m", Span("a.md", 1, 4, 1, 6))
    text = text_report.render([wide], {"a.md": "日e\u0301語x"})
    assert text.split("\n")[2] == "       |    ^^^"
    tab = text_report.render([Diagnostic("X", "m", Span("a.md", 1, 2, 1, 3))], {"a.md": "\tx"})
    assert tab.split("\n")[2] == "       | \t^"


def test_lines_that_would_not_help_are_not_shown() -> None:
    """Endless lines, and places behind the end."""
    found = [Diagnostic("X", "m", HERE), Diagnostic("X", "n", Span("a.md", 9, 1, 9, 2))]
    assert "|" not in text_report.render(found, {"a.md": "x" * 500})


def test_values_that_only_look_right() -> None:
    """An address that is none, keys without values, a name that is none."""
    file = (
        b"title: T\npromise: {reply: }\nmeasures: {csat: , Bad Id: at least 1, csat: at least x}\n"
        b"steps:\n  - do: A\n    uses: ['https://[', [], {Form: }]\n  - end: B\n"
    )
    codes = [finding.code for finding in findings_of(read_library({"t.workflow.yml": file}))]
    assert codes == ["SOP108", "SOP108", "SOP206", "SOP105", "SOP117", "SOP109", "SOP108"]
