"""The interface's words: every language whole, no word anywhere else."""

import re
from collections.abc import Mapping
from pathlib import Path

import pytest
from babel import Locale

from sopbook import assets
from sopbook.core.words import Message

ENGLISH = assets.words("en").messages
LANGUAGES = tuple(name for name in assets.languages() if name != "en")
TEMPLATES = tuple(sorted(assets.FRAGMENTS.rglob("*.html")))
SCRIPTS = tuple(sorted((assets.ROOT / "assets").rglob("*.js")))
STYLES = tuple(sorted((assets.ROOT / "assets").rglob("*.css")))

_CODE = re.compile(r"\{#.*?#\}|\{%.*?%\}|\{\{.*?\}\}", re.DOTALL)
_SAID = re.compile(
    r"""\b(?:aria-label|aria-description|aria-roledescription|title|alt|placeholder)="([^"]*)\""""
)
_CSS_SAID = re.compile(r'content:[^;"]*"[^"]*[^\W\d_][^"]*"')
_TAG = re.compile(r"<[^>]*>")
_LETTER = re.compile(r"[^\W\d_]")
_COMMENT = re.compile(r"/\*.*?\*/|^\s*//.*?$", re.DOTALL | re.MULTILINE)
_LITERAL = re.compile(r""""((?:[^"\\\n]|\\.)*)"|'((?:[^'\\\n]|\\.)*)'|`((?:[^`\\]|\\.)*)`""")
# What people read has a space between words, or begins with a capital and goes on in small.
_SENTENCE = re.compile(r"^[A-ZĂÂÎȘȚ][a-zăâîșț]+$|[^\W\d_]{2,},? [^\W\d_]{2,}|[a-z][!?…]$")


def forms(message: Message) -> Mapping[str, str]:
    """Give a message's plural forms; one that has none has one."""
    return {"other": message} if isinstance(message, str) else message


def names(text: str) -> set[str]:
    """List the places to fill in."""
    return set(re.findall(r"\{(\w+)\}", text))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_is_whole(language: str) -> None:
    assert set(assets.words(language).messages) == set(ENGLISH)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_has_the_same_places(language: str) -> None:
    for key, message in assets.words(language).messages.items():
        expected = names(forms(ENGLISH[key])["other"])
        assert names(forms(message)["other"]) == expected, key
        assert all(names(text) <= expected for text in forms(message).values()), key


@pytest.mark.parametrize("language", ["en", *LANGUAGES])
def test_every_plural_form_is_there(language: str) -> None:
    needed = {*Locale.parse(language).plural_form.tags, "other"}
    for key, message in assets.words(language).messages.items():
        if not isinstance(message, str):
            assert set(message) == needed, key


def test_romanian_has_commas_below() -> None:
    text = (assets.ROOT / "locales" / "ro.toml").read_text(encoding="utf-8")
    assert not set("şŞţŢ") & set(text)


def words_in_template(text: str) -> list[str]:
    """List what a reader would see, or hear, that does not come from a message."""
    said = _SAID.findall(re.sub(r'"(?=[^{}]*\}\})', "'", text))
    hollow = _CODE.sub("{}", text)
    shown = _TAG.sub(" ", hollow).replace("{}", " ")
    parts = [_CODE.sub(" ", part) for part in said] + [shown]
    return [" ".join(part.split()) for part in parts if _LETTER.search(part)]


def words_in_script(text: str) -> list[str]:
    """List the literals that read like words for people."""
    code = _COMMENT.sub("", text).replace('"use strict"', "")
    literals = ("".join(parts) for parts in _LITERAL.findall(code))
    return [literal for literal in literals if _SENTENCE.search(literal)]


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_word_is_written_in_a_template(template: Path) -> None:
    assert words_in_template(template.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_sentence_is_written_in_a_script(script: Path) -> None:
    assert words_in_script(script.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("style", STYLES, ids=lambda path: path.name)
def test_no_word_is_written_in_a_style_sheet(style: Path) -> None:
    assert _CSS_SAID.findall(_COMMENT.sub("", style.read_text(encoding="utf-8"))) == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.name)
def test_no_style_and_no_script_is_written_in_a_template(template: Path) -> None:
    text = template.read_text(encoding="utf-8")
    assert not re.search(r"<script|<style|\bstyle=|\bon\w+=|\|\s*safe", text)


def test_these_tests_would_notice() -> None:
    assert words_in_template('<p class="{{ a }}">{{ t("x") }}: now</p>') == [": now"]
    assert words_in_template('<a title="{{ t("x") }} here">{% if a %}b{% endif %}</a>') == [
        "here",
        "b",
    ]
    assert words_in_template('<a aria-label="{{ t("x", y=z) }}" data-x="y">1</a>') == []
    assert words_in_script("a.textContent = 'Copied'; b = `Press ${key} now`") != []
    assert words_in_script('select(".sopbook-copy[hidden] b"); // Some words') == []
    assert _CSS_SAID.findall('a::after { content: "new"; }') != []
