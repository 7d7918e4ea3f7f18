"""Files made to do harm: each is refused with a finding, soon, and never with a crash."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook.checks import findings_of
from sopbook.core.findings import Findings
from sopbook.core.reading import Reading, read_library
from sopbook.core.yaml_events import read_yaml

STEPS = "title: T\nsteps:\n  - do: Answer\n"

HOSTILE: dict[str, bytes] = {
    "nul": b"title: a\x00b\n",
    "bell": b"title: a\x07b\n",
    "escape-character": b"title: \x1b[31mred\n",
    "delete": b"title: a\x7fb\n",
    "c1-control": "title: a\u0085b\n".encode(),
    "line-separator": "title: a\u2028b\n".encode(),
    "paragraph-separator": "title: a\u2029b\n".encode(),
    "bidi-override": "title: a\u202eb\n".encode(),
    "bidi-isolate": "title: a\u2066b\n".encode(),
    "arabic-letter-mark": "title: a\u061cb\n".encode(),
    "byte-order-mark-inside": "title: a\ufeffb\n".encode(),
    "tag-characters": "title: a\U000e0041b\n".encode(),
    "noncharacter": "title: a\uffffb\n".encode(),
    "escaped-nul": b'title: "a\\0b"\n',
    "escaped-bidi": b'title: "a\\u202eb"\n',
    "escaped-separator": b'title: "a\\Lb"\n',
    "escaped-in-key": b'"ti\\u202etle": a\n',
    "utf-16": "title: a\n".encode("utf-16"),
    "latin-1": "title: caf\xe9\n".encode("latin-1"),
    "lone-surrogate": b"title: \xed\xa0\x80\n",
    "overlong": b"title: \xc0\xaf\n",
    "truncated": b"title: \xe2\x82",
    "alias": b"a: &x [1]\nb: *x\n",
    "anchor": b"title: &x T\n",
    "billion-laughs": b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n",
    "recursive-alias": b"&x [*x]\n",
    "tag-python": b"title: !!python/object/apply:os.system ['true']\n",
    "tag-local": b"title: !env HOME\n",
    "tag-binary": b"title: !!binary aGVsbG8=\n",
    "tag-directive": b"%TAG ! tag:example.com,2000:\n---\ntitle: !x y\n",
    "merge-key": b"<<: {title: T}\n",
    "two-documents": b"title: T\n---\ntitle: U\n",
    "duplicate-keys": b"title: T\ntitle: U\n",
    "list-as-key": b"? [a]\n: b\n",
    "deep-lists": b"[" * 200_000,
    "deep-tables": b"{a: " * 100_000,
    "deep-blocks": b"".join(b" " * n + b"a:\n" for n in range(1500)),
    "deep-dashes": b"- " * 100_000,
    "closed-nest": b"title: " + b"[" * 50_000 + b"]" * 50_000 + b"\n",
    "too-large": b"title: T\n" + b"# padding\n" * 250_000,
    "too-many-nodes": b"steps: [" + b"a," * 250_000 + b"]\n",
    "long-text": b"title: " + b"x" * 30_000 + b"\n",
    "long-key": b"x" * 30_000 + b": T\n",
    "megabyte-label": b"title: T\nsteps:\n  - do: " + b"x" * 1_000_000 + b"\n",
    "unclosed-quote": b'title: "T\n',
    "unknown-escape": b'title: "\\q"\n',
    "backticks": b"title: `T`\n",
    "tabs": b"title: T\nsteps:\n\t- do: x\n",
    "many-mistakes": b"title: T\nsteps:\n" + b"  - dp: x\n" * 1_000,
    "many-dangling": b"title: T\nsteps:\n"
    + b"".join(b"  - {do: x, then: y%d}\n" % n for n in range(1_000)),
}


def _read(data: bytes, name: str = "call.workflow.yml") -> Reading:
    return read_library({name: data})


@pytest.mark.parametrize("name", HOSTILE)
def test_refused(name: str) -> None:
    """It gets a finding with a place and a sentence; `bench/reading.py` says how soon."""
    found = findings_of(_read(HOSTILE[name]))
    assert found
    assert all(finding.message and finding.span.path for finding in found)
    assert all(len(finding.message) < 300 for finding in found)


@pytest.mark.parametrize("name", HOSTILE)
def test_refused_at_the_top_of_a_text(name: str) -> None:
    """The keys of a Markdown file go through the same reader."""
    found = findings_of(_read(b"---\n" + HOSTILE[name] + b"\n---\n\nText.\n", "call.md"))
    assert found or name == "two-documents"  # Its second document is the text of the page here.


def test_ten_thousand_steps_are_read() -> None:
    """A huge but honest workflow is read, not refused."""
    steps = "".join(f"  - do: Step {n}\n" for n in range(10_000))
    reading = _read(f"title: T\nsteps:\n{steps}  - end: Done\n".encode())
    assert not reading.findings
    workflow = reading.library.sops["call"].workflow
    assert workflow is not None
    assert len(workflow.steps) == 10_001


def test_byte_order_mark_and_line_ends_are_forgiven() -> None:
    """What editors on Windows write is read."""
    reading = _read(b"\xef\xbb\xbf" + STEPS.replace("\n", "\r\n").encode() + b"  - end: Done\r\n")
    assert not reading.findings


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=st.sampled_from("ab:-[]{}#&*!|>'\"%@`,? \n\t\\x0<~\u202e\u0000é")))
def test_reader_never_raises(text: str) -> None:
    """Whatever is typed, the reader answers with nodes or findings."""
    findings = Findings()
    node = read_yaml("f.yml", text, findings)
    assert node is None or not any(found.code == "SOP101" for found in findings.found)


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200))
def test_library_never_raises(data: bytes) -> None:
    """Whatever the bytes, in whichever file."""
    for name in ("call.workflow.yml", "call.md", "organisation.yml"):
        assert _read(data, name) is not None


_LINES = st.lists(
    st.sampled_from(
        [
            *("title: T", "steps:", "  - do: A", "  - ask: B", "    answers:", "      yes: next"),
            *("      no:", "        - end: X", "    by: agent", "    then: a", "  - id: a"),
            *("    do: C", "  - together:", "      x:", "  - end: Y", "  - escalate: E"),
            *("    to: agent", "    within: 3 min", "  -", "id: call"),
        ]
    ),
    max_size=25,
)  # fmt: skip


@settings(max_examples=400, deadline=None)
@given(_LINES)
def test_nearly_right_files_never_raise(lines: list[str]) -> None:
    """Files as authors half-write them are read or refused, and every exit leads somewhere."""
    reading = _read("\n".join(lines).encode())
    for sop in reading.library.sops.values():
        steps = sop.workflow.steps if sop.workflow else ()
        ids = {step.id for step in steps}
        assert len(ids) == len(steps)
        assert all(way.target in ids for step in steps for way in step.exits)
