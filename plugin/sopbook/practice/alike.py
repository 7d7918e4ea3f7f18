"""Whether two answers say the same, as far as their words tell: then only one may be offered."""

import re
from functools import lru_cache

from sopbook.core.fold import fold

_WORD = re.compile(r"\w+")
_STEM = 5
"""Words that begin with the same letters are one: `answer` and `answers`, `refund`, `refunded`."""
_MEANING = 4
"""Shorter words carry little, where there are longer ones."""
_TELLING = 2
"""A question of fewer such words tells nobody what it is about."""
_MUCH = 2
"""So many words must be shared to say nearly the same, where neither holds the other."""


@lru_cache(maxsize=32_768)
def stems(text: str) -> frozenset[str]:
    """Give the beginnings of the words that carry the meaning."""
    words = _WORD.findall(fold(text))
    long = [word for word in words if len(word) >= _MEANING or word.isdigit()]
    return frozenset(word[:_STEM] for word in long or words)


def alike(one: str, other: str) -> bool:
    """Say whether two texts are (nearly) the same, or one says no more than a part of the other.

    Nearly the same are two that share half of the words of each; two questions, which often begin
    in the same way, half of all their words.
    """
    ours, theirs = stems(one), stems(other)
    shared = len(ours & theirs)
    if shared == min(len(ours), len(theirs)):
        return True
    are_questions = one.endswith("?") and other.endswith("?")
    all_of = len(ours | theirs) if are_questions else max(len(ours), len(theirs))
    return shared >= _MUCH and shared * 2 >= all_of


def shared(one: str, other: str) -> int:
    """Count the words that two texts have in common."""
    return len(stems(one) & stems(other))


def echoes(one: str, other: str) -> bool:
    """Say whether a text takes up any word of another, however short."""
    return not set(_WORD.findall(fold(one))).isdisjoint(_WORD.findall(fold(other)))


def holds(one: str, other: str) -> bool:
    """Say whether all words of a text stand in another, as `no` does in `no, something else`."""
    return set(_WORD.findall(fold(one))) <= set(_WORD.findall(fold(other)))


def is_vague(text: str) -> bool:
    """Say whether a question stands on what was said before: `Answered?`, `May you give it?`."""
    return sum(len(word) >= _MEANING for word in _WORD.findall(fold(text))) < _TELLING


def is_name(caption: str, name: str) -> bool:
    """Say whether a caption is hardly more than a name: `Team lead on duty` is no deed."""
    said, named = stems(caption), stems(name)
    first = _WORD.findall(fold(caption))[:1]
    begins = bool(first) and first[0][:_STEM] in named
    return bool(said) and (said <= named or (begins and len(said & named) * 2 > len(said)))
