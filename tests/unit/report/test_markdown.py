"""Authors' text in Markdown: it stays text, and calls nobody."""

import pytest

from sopbook.report.markdown import escaped, uncalled


def test_signs_are_signs() -> None:
    assert escaped("*a* <b> 1. [x](y)") == r"\*a\* \<b\> 1\. \[x\]\(y\)"
    assert escaped(" a ") == " a "


@pytest.mark.parametrize("text", ["@ana", "#12", "ana@example", "org/repo#1", "!7", "&3", "~label"])
def test_nobody_is_called(text: str) -> None:
    said = uncalled(text)
    assert "<!-- -->" in said
    assert said.replace("<!-- -->", "") == escaped(text)


def test_what_calls_nobody_stays() -> None:
    assert uncalled("a @ b # c") == r"a \@ b \# c"
