"""Authors' notes and scripts."""

from hypothesis import given, settings
from hypothesis import strategies as st

from sopbook.prose import _PLAIN, Prose

PROSE = Prose()
# What the quick way takes, and what it must leave to Markdown.
LETTERS = st.sampled_from("aZé ș.,;:?!'’()/%…–_*`1-\n")


def slowly(text: str) -> str:
    """Render with Markdown whatever it is: a second paragraph makes no text a plain one."""
    return PROSE.html(f"{text.rstrip()}\n\n*", str).strip().removesuffix("<p>*</p>").strip()


@settings(max_examples=600, deadline=None)
@given(st.text(LETTERS, max_size=40).filter(_PLAIN.fullmatch))
def test_plain_texts_are_rendered_as_markdown_would(text: str) -> None:
    assert PROSE.html(text, str).strip() == slowly(text)


def test_signs_are_left_to_markdown() -> None:
    for text in ("a *b*", "a _b_", "`a`", "1. a", "- a", "a\nb", "<b>a</b>", "a & b", "[a](b)"):
        assert not _PLAIN.fullmatch(text)


def test_links_are_followed() -> None:
    html = PROSE.html("See [it](more.md) or ![a](b.png).", lambda link: f"../{link}")
    assert 'href="../more.md"' in html
    assert 'src="../b.png"' in html


def test_harm_is_taken_out() -> None:
    html = PROSE.html("<script>x</script>[a](javascript:b) <b onclick=c>d</b>", str)
    assert html.strip() == "<p><a>a</a> <b>d</b></p>"
