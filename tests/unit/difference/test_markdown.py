"""The comment on a request to merge, read by a reader of Markdown that others wrote."""

import re
from html import unescape

from markdown_it import MarkdownIt

from sopbook.difference.markdown import MOST, markdown
from sopbook.history.compared import Version, compare, names_of
from tests.history.department import BEFORE, HOSTILE, NEW, TEXT
from tests.unit.difference.versions import WORDS, department, older, version

READER = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
TAGS = {"h3", "h4", "p", "ul", "li", "blockquote", "ins", "del", "code", "pre", "em", "br"}


def comment(before: Version, after: Version) -> str:
    return markdown(compare(before, after, WORDS), names_of(before, after, WORDS))


def html(text: str) -> str:
    """What is shown; nothing but our tags may be there."""
    shown = str(READER.render(text)).replace("<!-- -->", "")
    assert set(re.findall(r"<(\w+)", shown)) <= TAGS
    return shown


def words(text: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html(text))).split())


def test_sentences_words_and_charts() -> None:
    text = markdown(*department())
    shown = html(text)
    assert "<h3>SOPs: what changed from v1 to v2</h3>" in shown
    assert "<h4>Refund an order (material)</h4>" in shown
    assert "within <del>three</del> <ins>two</ins> rings" in shown
    assert text.count("```mermaid\nflowchart TD\n") == 3
    assert "<code>index.md</code>, <code>organisation.yml</code>" in shown
    assert "broken.workflow.yml:4:1: A value is missing" in shown


def test_an_authors_text_is_text_and_calls_nobody() -> None:
    text = markdown(*department())
    assert " ".join(HOSTILE.split()) in words(text)
    assert "@<!-- -->ana" in text
    assert "@ana" not in re.sub(r"```.*?```", "", text, flags=re.DOTALL)


def test_an_editorial_sentence_among_material_ones_says_so() -> None:
    after = BEFORE["money/refund.workflow.yml"].replace("yes: card", "yes: {go: card, share: 70 %}")
    after = after.replace("within: 2 h", "within: 1 h")
    text = comment(
        version("v1", {"a.workflow.yml": BEFORE["money/refund.workflow.yml"]}),
        version("v2", {"a.workflow.yml": after}),
    )
    assert text.count("(editorial)") == 1


def test_nothing_changed() -> None:
    assert words(comment(older(), older())).endswith("No SOP changed.")


def many(count: int, flow: str) -> Version:
    return version("v2", {f"sop-{n}.workflow.yml": flow for n in range(count)})


def long_flow(steps: int) -> str:
    lines = "".join(f"  - do: Look at place {n} very carefully\n" for n in range(steps))
    return NEW.replace("steps:\n", f"steps:\n{lines}")


def test_charts_give_way_first() -> None:
    text = comment(version("v1", {}), many(60, long_flow(20)))
    assert len(text.encode()) < MOST
    assert text.count("#### Chat with a customer") == 60
    assert 0 < text.count("```mermaid") < 60
    assert "The flowchart is too large to be shown here" in words(text)


def test_then_whole_sops_which_are_counted() -> None:
    text = comment(version("v1", {}), many(1_000, NEW))
    assert len(text.encode()) < MOST
    told = text.count("#### Chat with a customer")
    assert f"{1_000 - told} more SOPs changed, and have no room here." in words(text)


def test_a_chart_that_no_host_draws() -> None:
    text = comment(version("v1", {}), many(1, long_flow(520)))
    assert "```mermaid" not in text
    assert "The flowchart is too large to be shown here" in words(text)


def test_words_that_have_no_room() -> None:
    old = "".join(f"Once {n} there was a text of some length here.\n\n" for n in range(900))
    new = old.replace("length", "considerable length").replace("Once", "Then")
    before, after = (version("v", {"greeting.md": TEXT + more}) for more in (old, new))
    text = comment(before, after)
    assert len(text.encode()) < MOST
    assert "The changed words have no room here." in words(text)
    assert "- The text under “By mail” changed" in text


def test_sentences_that_have_no_room() -> None:
    heads = [f"## Heading {n} of a very long text that has many of them\n\n" for n in range(900)]
    old, new = ("".join(f"{head}{word} is said.\n\n" for head in heads) for word in ("One", "Two"))
    before, after = (version("v", {"greeting.md": TEXT + more}) for more in (old, new))
    text = comment(before, after)
    assert len(text.encode()) < MOST
    assert "900 changes, which have no room here." in words(text)


def test_many_names_are_cut() -> None:
    files = {f"page-{n}`@ana`.md": "# Page\n" for n in range(400)}
    text = comment(version("v1", {}), version("v2", files))
    assert len(text) < 2_000
    assert text.endswith(", …")
    html(text)


def test_code_keeps_its_lines() -> None:
    old = TEXT + "```\none\ntwo\nthree\nfour\n```\n"
    text = comment(
        version("v1", {"greeting.md": old}),
        version("v2", {"greeting.md": old.replace("four", "<b>five</b>")}),
    )
    assert "<br>" in html(text)
    assert "<ins>" in text
    assert "<b>five</b>" in words(text)
