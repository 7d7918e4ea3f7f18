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
# `pesan`, `menyimpan` `simpan`. Of `mengirim` (`kirim`) nobody can tell, so a `k` in front of a
# vowel is dropped everywhere: a stem need not be a word, only the same for words that belong
# together.
_ENDS = re.compile(r"(?:lah|kah|pun|nya|ku|mu)$")
_TAILS = (re.compile(r"an$"), re.compile(r"an$"), re.compile(r"k$"), re.compile(r"i$"))
_FRONTS = (
    (re.compile(r"^(?:di|ter|ber|per)"), ""),
    (re.compile(r"^ke(?=[a-z]{5,}an$)"), ""),
    (re.compile(r"^(?:meng|peng)(?=[aiueoghk])"), ""),
    (re.compile(r"^(?:meny|peny)(?=[aiueo])"), "s"),
    (re.compile(r"^(?:men|pen)(?=[aiueo])"), "t"),
    (re.compile(r"^(?:mem|pem)(?=[aiueo])"), "p"),
    (re.compile(r"^(?:mem|pem)(?=[bfpv])"), ""),
    (re.compile(r"^(?:men|pen)(?=[cdjstz])"), ""),
    (re.compile(r"^(?:me|pe)(?=[lrmnwy])"), ""),
)
_EATEN = re.compile(r"^k(?=[aiueo])")


@lru_cache(maxsize=65_536)
def stem(word: str, language: str) -> str:
    """Give the stem of a folded word under its mark; "" where it has none, or none is known."""
    if language != "id" or len(word) < _SHORTEST or not word.isalpha():
        return ""
    bare = _frontless(_frontless(_cut(word, _ENDS)))
    for tail in _TAILS:
        bare = _cut(bare, tail)
    return MARK + _cut(bare, _EATEN)


def _frontless(word: str) -> str:
    """Take the first affix that is there; one at most, for the next may be its word's own."""
    found = (_cut(word, front, letter) for front, letter in _FRONTS if front.search(word))
    return next(found, word)


def _cut(word: str, affix: re.Pattern[str], letter: str = "") -> str:
    """Take an affix off, unless too little is left."""
    cut = affix.sub(letter, word)
    return cut if len(cut) >= _SHORTEST else word
