"""What agents type for the SOPs of bench/departments.py: as few words as tell an SOP.

Each query names things that its SOP's title names, in another form of the word and in any order,
one after the other until a human could tell which SOP is meant: no other fits. Who names the
Norvik without more means it, though there is a Norvik Mini: then all four things are named. Where
half words still fit up to three SOPs, any of them counts; beyond that nobody would ask.
"""

import operator
import random
import unicodedata
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from itertools import islice

from bench.departments import OWN_STEP, SEED, Case, Department

KINDS = ("operation", "object", "mark", "tail")
ANY_OF = 3
HALF = (3, 5)
LITTLE = 3
"""Words up to so many letters say little."""
Ids = frozenset[str]


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, the SOPs that are meant (one, mostly), and the step, where one is meant."""

    sort: str
    text: str
    sops: Ids
    step: str = ""


class Agents:
    """Those who type; they know their department."""

    def __init__(self, found: Department) -> None:
        """Learn which SOP has what."""
        self.found = found
        self.chance = random.Random(SEED + 1)
        self.values: Mapping[str, Sequence[Sequence[str]]] = {
            "operation": found.words["operations"],
            "object": found.words["objects"],
            "mark": found.marks,
            "tail": found.tails,
        }
        having: dict[tuple[str, int], set[str]] = {}
        by_word: dict[str, set[str]] = {}
        for case in found.cases:
            for key in (*((kind, getattr(case, kind)) for kind in KINDS), self.owned(case)):
                having.setdefault(key, set()).add(case.id)
            for word in _words(found.title(case)):
                by_word.setdefault(word, set()).add(case.id)
        self.having = having
        self.by_word = by_word

    def owned(self, case: Case) -> tuple[str, int]:
        """Give the responsible person as something to name."""
        return "owner", self.found.owner(case)

    def fitting(self, named: Sequence[tuple[str, int]]) -> Ids:
        """Give the SOPs that have all this; a Norvik Mini is a Norvik, too."""
        sets = [
            set[str]().union(
                *(self.having.get((kind, each), ()) for each in self._wider(kind, value))
            )
            for kind, value in named
        ]
        return frozenset(reduce(operator.and_, sets))

    def _wider(self, kind: str, value: int) -> Iterator[int]:
        if kind not in self.values:
            yield value
            return
        mine = set(_words(self.values[kind][value][0]))
        for place, (title, *_) in enumerate(self.values[kind]):
            if mine <= set(_words(title)):
                yield place

    def telling(self, case: Case, *known: tuple[str, int]) -> list[str]:
        """Name more beside what is known, until one SOP fits, or all is named."""
        rest = [kind for kind in KINDS if kind not in dict(known)]
        self.chance.shuffle(rest)
        named: list[str] = []
        for kind in rest:
            pairs = [*known, *((each, getattr(case, each)) for each in named)]
            if len(pairs) > 1 and len(self.fitting(pairs)) == 1:
                break
            named.append(kind)
        return named

    def typed(self, case: Case, kinds: Sequence[str], form: int = 1) -> list[str]:
        """Give the words for things: as typed, or with `form` 0 as in the title."""
        return [str(self.values[kind][getattr(case, kind)][form]) for kind in kinds]

    def halves(self, case: Case) -> tuple[str, Ids]:
        """Type the beginnings of some of the title's words; give the SOPs that fit, too."""
        parts = " ".join(self.typed(case, self.telling(case), 0)).split()
        for longest in (HALF[1] - 1, HALF[1]):
            halves = [part[: self.chance.randint(HALF[0], longest)] for part in parts]
            fits = self._begun(halves)
            if len(fits) <= ANY_OF:
                break
        return " ".join(halves), fits

    def _begun(self, halves: Sequence[str]) -> Ids:
        sets = [
            set[str]().union(*(ids for word, ids in self.by_word.items() if word.startswith(piece)))
            for half in halves
            for piece in _words(half)
        ]
        return frozenset(reduce(operator.and_, sets))


Ask = Callable[[Agents, Case], Query | None]


def queries(found: Department, count: int) -> Iterator[Query]:
    """Yield what agents type: `count` of each sort, for SOPs by chance."""
    agents = Agents(found)
    for sort, ask in SORTS.items():
        asked = [replace(query, sort=sort) for query in _asked(agents, ask, count)]
        yield from asked
        if sort == "few":
            yield from (replace(query, sort="plain", text=_plain(query.text)) for query in asked)
        if sort == "code":
            yield from (
                replace(query, sort="code typed", text=query.text.replace("-", ""))
                for query in asked
            )


def _asked(agents: Agents, ask: Ask, count: int) -> Iterator[Query]:
    cases = agents.found.cases
    all_asked = (ask(agents, case) for case in agents.chance.sample(cases, len(cases)))
    return islice((query for query in all_asked if query), count)


def _few(agents: Agents, case: Case) -> Query:
    return _query(case, agents.typed(case, agents.telling(case)))


def _title(agents: Agents, case: Case) -> Query:
    return _query(case, agents.typed(case, KINDS, 0))


def _order(agents: Agents, case: Case) -> Query:
    words = " ".join(agents.typed(case, KINDS, 0)).split()
    return _query(case, agents.chance.sample(words, len(words)))


def _halves(agents: Agents, case: Case) -> Query | None:
    text, fits = agents.halves(case)
    return Query("", text.lower(), fits) if len(fits) <= ANY_OF else None


def _hurried(agents: Agents, case: Case) -> Query | None:
    text, fits = agents.halves(case)
    words = _plain(text.lower()).split()
    agents.chance.shuffle(words)
    return Query("", " ".join(words), fits) if len(fits) <= ANY_OF else None


def _typo(agents: Agents, case: Case, form: int = 0) -> Query | None:
    """Make one slip in one of the longer words."""
    words = " ".join(agents.typed(case, agents.telling(case), form)).split()
    longer = [at for at, word in enumerate(words) if len(word) > LITTLE + 1 and word.isalpha()]
    if not longer:
        return None
    place = agents.chance.choice(longer)
    words[place] = _slipped(words[place], agents.chance)
    return _query(case, words)


def _few_typo(agents: Agents, case: Case) -> Query | None:
    """Make a slip in another form of a word than the title has."""
    return _typo(agents, case, 1)


def _customer(agents: Agents, case: Case) -> Query | None:
    said = agents.found.words["operations"][case.operation][2]
    rest = agents.telling(case, ("operation", case.operation))
    return _query(case, [said, *agents.typed(case, rest)]) if case.has_alias else None


def _step(agents: Agents, case: Case) -> Query:
    _, *said = agents.found.words["operations"][case.operation][3].split()
    telling = [word.strip(",.") for word in said if len(word) > LITTLE]
    own = agents.chance.sample(telling, min(2, len(telling)))
    rest = agents.telling(case, ("operation", case.operation))
    return _query(case, [*own, *agents.typed(case, rest)], OWN_STEP)


def _owner(agents: Agents, case: Case) -> Query:
    name = agents.found.words["people"][agents.found.owner(case)].split()[-1]
    rest = agents.telling(case, agents.owned(case))
    return _query(case, [name, *agents.typed(case, rest)])


def _code(_: Agents, case: Case) -> Query:
    return _query(case, [case.code])


SORTS: Mapping[str, Ask] = {
    "few": _few,
    "title": _title,
    "order": _order,
    "customer": _customer,
    "step": _step,
    "owner": _owner,
    "half": _halves,
    "hurried": _hurried,
    "typo": _typo,
    "few, typo": _few_typo,
    "code": _code,
}
HAND = ("few", "title", "order", "customer", "step", "owner")


def _query(case: Case, parts: Sequence[str], step: str = "") -> Query:
    return Query("", " ".join(parts).lower(), frozenset({case.id}), step)


def _plain(text: str) -> str:
    letters = unicodedata.normalize("NFKD", text.replace("ı", "i"))  # noqa: RUF001
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _words(text: str) -> list[str]:
    """Cut a text into its words; marks and joints do not tell them apart."""
    return _plain(text.lower()).replace("-", "").replace(",", "").replace(":", "").split()


def _slipped(word: str, chance: random.Random) -> str:
    """Make one slip."""
    at = chance.randrange(len(word) - 1)
    other = chance.choice("aeinorst")
    return chance.choice(
        (
            word[:at] + word[at + 1 :],
            word[:at] + other + word[at:],
            word[:at] + other + word[at + 1 :],
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
        )
    )
