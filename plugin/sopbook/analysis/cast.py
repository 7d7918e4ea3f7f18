"""Who acts in steps, as far as a case is in somebody's hands: people of ours, by any name."""

from collections.abc import Iterable

from sopbook.analysis.hands import Hands
from sopbook.analysis.people import people
from sopbook.core.model import CUSTOMER, Kind, Ref, Step
from sopbook.core.organisation import Organisation, Role, Team

_NO_ACTS = frozenset({Kind.START, Kind.END, Kind.JOIN, Kind.TOGETHER})


class Cast:
    """The organisation's actors."""

    def __init__(self, organisation: Organisation) -> None:
        """Take who works here."""
        self._organisation = organisation
        self._is_hand: dict[str, bool] = {}
        self._groups: dict[str, Hands] = {}
        self._changes: dict[tuple[Hands, Hands], bool] = {}

    def is_hand(self, name: str) -> bool:
        """Say whether a case can be in somebody's hands: not in a machine's, nor the customer's.

        Somebody who is not known may well be a colleague.
        """
        if name not in self._is_hand:
            actor = self._organisation.actor(name)
            is_person = not isinstance(actor, Role) or actor.kind == "person"
            self._is_hand[name] = is_person and name != CUSTOMER
        return self._is_hand[name]

    def is_automatic(self, step: Step) -> bool:
        """Say whether machines alone do a step."""
        machines = [self._organisation.is_system(by.target) for by in step.by]
        return bool(machines) and all(machines)

    def acting(self, step: Step) -> tuple[Hands, ...]:
        """Say whose hands a case goes through in a step: who does it, who takes over."""
        if step.kind in _NO_ACTS:
            return ()
        by, to = self._hands(step.by), self._hands((step.to,) if step.to else ())
        return tuple(hands for hands in (by, to) if hands)

    def is_change(self, before: Hands, after: Hands) -> bool:
        """Say whether a case changes hands: whether none of those who had it goes on with it."""
        key = before, after
        if key not in self._changes:
            self._changes[key] = not any(
                one in self._group(other) or other in self._group(one)
                for one in before
                for other in after
            )
        return self._changes[key]

    def _hands(self, names: Iterable[Ref]) -> Hands:
        return frozenset([name.target for name in names if self.is_hand(name.target)])

    def _group(self, name: str) -> Hands:
        """Give a name and everybody behind it: a person is in the same hands as their role."""
        if name not in self._groups:
            actor = self._organisation.actor(name)
            members = actor.people if isinstance(actor, Role | Team) else ()
            lead = (actor.lead,) if isinstance(actor, Team) and actor.lead else ()
            behind = (person.id for person in people(name, self._organisation))
            self._groups[name] = frozenset((name, *map(str, (*members, *lead)), *behind))
        return self._groups[name]
