"""Stems, for languages that build words from both ends.

Elsewhere words that begin alike are enough. The same as in assets/sopbook/search/stem.js;
tests/cases/fold holds the two together.
"""

import re
from functools import lru_cache

MARK = "~"
"""Stands before a stem, so that it is no word."""
_SHORTEST = 4
# Affixes of Indonesian. Some eat the first letter of their word: `menukar` is `tukar`, `memesan`
# `pesan`, `menyimpan` `simpan`; the letter that was eaten is put back.
_ENDS = re.compile(r"(?:lah|kah|pun|nya|ku|mu)$")
_TAILS = re.compile(r"(?:kan|an|i)$")
_FRONTS = (
    (re.compile(r"^(?:di|ke|se|ter|ber|per|pel|bel)(?=[a-z]{4})"), ""),
    (re.compile(r"^(?:meng|peng)(?=[aiueoghk])"), ""),
    (re.compile(r"^(?:meny|peny)(?=[aiueo])"), "s"),
    (re.compile(r"^(?:men|pen)(?=[aiueo])"), "t"),
    (re.compile(r"^(?:mem|pem)(?=[aiueo])"), "p"),
    (re.compile(r"^(?:mem|pem)(?=[bfpv])"), ""),
    (re.compile(r"^(?:men|pen)(?=[cdjstz])"), ""),
    (re.compile(r"^(?:me|pe)(?=[lrmnwy])"), ""),
)


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Give the stem of a folded word under its mark; "" where it is the word, or none is known."""
    if language != "id" or len(word) <= _SHORTEST or not word.isalpha():
        return ""
    bare = _tailless(_frontless(_frontless(_endless(word))))
    return MARK + bare


def _endless(word: str) -> str:
    cut = _ENDS.sub("", word)
    return cut if len(cut) >= _SHORTEST else word


def _frontless(word: str) -> str:
    for pattern, letter in _FRONTS:
        cut = pattern.sub(letter, word)
        if cut != word:
            return cut if len(cut) >= _SHORTEST else word
    return word


def _tailless(word: str) -> str:
    cut = _TAILS.sub("", word)
    return cut if len(cut) >= _SHORTEST else word
