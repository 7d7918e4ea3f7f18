"""Charts as Mermaid code: its structure, and nothing in it that an author wrote as code."""

import re

import pytest

from sopbook.core.fates import Fate, Fates
from sopbook.core.measures import parse_duration
from sopbook.core.model import Exit, Kind, Step, Workflow
from sopbook.formats.mermaid import Chart, mermaid
from tests.generated import names, workflow
from tests.unit.diagram.workflows import HERE, NAMES, WORDS, by, chain

# In quotes stand letters, figures, spaces, commas, numbers of signs and breaks: no sign of ASCII.
SAID = r'"(?:[^\x00-\x1f!-+\--/:-@\[-`{-\x7f]|#[0-9]+;|<br/>)*"'
LINES = re.compile(
    "|".join(
        (
            rf"  n[0-9]+(?:\(\[{SAID}\]\)|\[\[{SAID}\]\]|\[{SAID}\])",
            rf"  n[0-9]+(?:\{{\{{{SAID}\}}\}}|\{{{SAID}\}}|>{SAID}\])",
            rf"  n[0-9]+ (?:-->|-\.->)(?:\|{SAID}\|)? n[0-9]+",
            rf"  subgraph c[0-9]+\[{SAID}\]|  direction TB|  end",
            r"  classDef [a-z]+ [a-z:#0-9, -]+|  class n[0-9]+(?:,n[0-9]+)* [a-z]+",
            r"  linkStyle [0-9]+(?:,[0-9]+)* [a-z:#0-9, -]+",
        )
    )
)
HOSTILE = (
    'a "quote"', "`code` and ``` more", "]; click n1 call x()", "<img src=x onerror=alert(1)>",
    "%%{init: {'securityLevel': 'loose'}}%%", "end", "--> n2", "|", "&lt;b&gt; #quot; #35;",
    "$$x$$", "fa:fa-user", "1. one", "- *two*", "{{7*7}}", "ﬂ°°35¶ß", "line\nbreak\u2028too",
    "\x00\x1b[31m\ud800", "subgraph x", "", "ș ț ğ ū 你好 👋🏽 \u202eאב",
)  # fmt: skip


def code(*steps: Step, fates: Fates | None = None, title: str = "T") -> list[str]:
    chart = Chart(title, chain(*steps), fates or Fates())
    return mermaid((chart,), NAMES).split("\n")


def step(name: str, kind: Kind = Kind.DO, text: str = "Do", **more: object) -> Step:
    return Step(name, kind, 1, HERE, text, **more)  # type: ignore[arg-type] # a test's shorthand


def shown(line: str) -> str:
    """What a reader sees in a box or on an arrow: the numbers are signs again."""
    (said,) = re.findall(r'"(.*)"', line)
    return re.sub(r"#([0-9]+);", lambda found: chr(int(found[1])), said)


def test_a_chart() -> None:
    found = code(
        step("start", Kind.START, "Call"),
        step("a", by=by("agent"), when="needed", within=parse_duration("2 h")),
        step("ask", Kind.ASK, "Fine?", exits=(Exit("e", "yes"), Exit("up", "no"))),
        step("up", Kind.ESCALATE, "Up", to=by("team-lead")[0], after=parse_duration("1 h")),
        step("e", Kind.END, "Done"),
    )
    assert found == [
        "flowchart TD",
        '  n1(["1 · Call"])',
        '  n2["2 · Do<br/>Support agent<br/>optional#58; needed<br/>within 2 h"]',
        '  n3{"3 · Fine#63;"}',
        '  n4>"4 · Up<br/>to Team lead<br/>after 1 h"]',
        '  n5(["5 · Done"])',
        "  n1 --> n2",
        "  n2 --> n3",
        '  n3 -->|"yes"| n5',
        '  n3 -->|"no"| n4',
        "  n4 --> n5",
    ]


def test_what_changed_shows_by_word_line_and_colour() -> None:
    fates = Fates(
        {"a": Fate.ADDED, "b": Fate.REMOVED},
        {("a", 0): Fate.ADDED, ("b", 0): Fate.REMOVED, ("c", 0): Fate.REROUTED},
    )
    found = code(
        step("a", exits=(Exit("b", "yes"),)), step("b"), step("c"), step("e", Kind.END), fates=fates
    )
    assert '  n1["new<br/>1 · Do"]' in found
    assert '  n1 -->|"new · yes"| n2' in found
    assert '  n2 -.->|"removed"| n3' in found
    assert '  n3 -->|"new way"| n4' in found
    assert "  class n2 removed" in found
    assert any(line.startswith("  classDef removed ") and "dasharray" in line for line in found)
    assert any(line.startswith("  linkStyle 1 stroke:#b91c1c") for line in found)


@pytest.mark.parametrize("fate", Fate)
def test_every_fate_is_drawn(fate: Fate) -> None:
    found = code(step("a"), step("e", Kind.END), fates=Fates({"a": fate}, {("a", 0): fate}))
    assert [line.split()[0] for line in found[-3:]] == ["classDef", "class", "linkStyle"]


def test_several_charts_stand_in_frames_and_share_no_id() -> None:
    chart = Chart('A "b"', chain(step("a"), step("e", Kind.END)))
    found = mermaid((chart, chart), NAMES).split("\n")
    assert found[1] == '  subgraph c1["A #34;b#34;"]'
    assert found.count("  end") == 2
    assert "  n1 --> n2" in found
    assert "  n3 --> n4" in found


def test_a_way_to_nowhere_is_left_out() -> None:
    found = mermaid((Chart("T", Workflow((step("a", exits=(Exit("gone"),)),))),), NAMES)
    assert "-->" not in found


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_text_is_a_text(text: str) -> None:
    found = code(
        step("end", Kind.ASK, text, exits=(Exit("e", text),), by=by(text), when=text),
        step("e", Kind.END, text),
        fates=Fates({"end": Fate.ADDED}, {("end", 0): Fate.ADDED}),
    )
    strange = [line for line in found[1:] if not LINES.fullmatch(line)]
    assert strange == []
    cleaned = re.sub(r"[\x00-\x1f\ud800]", "\N{REPLACEMENT CHARACTER}", " ".join(text.split()))
    assert shown(found[2]) == f"2 · {cleaned}".rstrip()


@pytest.mark.parametrize("seed", range(20))
def test_any_chart_is_whole(seed: int) -> None:
    made = workflow(seed, 40)
    found = mermaid((Chart("T", made),), names(WORDS)).split("\n")
    assert [line for line in found[1:] if not LINES.fullmatch(line)] == []
    arrows = [line for line in found if "--> " in line or "-->|" in line]
    assert len(arrows) == sum(len(each.exits) for each in made.steps)
