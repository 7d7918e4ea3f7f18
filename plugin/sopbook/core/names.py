"""What to call things on a page: the author's titles, else the interface's words."""

from dataclasses import dataclass

from sopbook.core.library import Library
from sopbook.core.model import COLLEAGUE, CUSTOMER, Kind, Step
from sopbook.core.organisation import MEASURES, Person
from sopbook.core.words import Words

_WORDS = {CUSTOMER: "customer", COLLEAGUE: "colleague"}


@dataclass(frozen=True, slots=True)
class Names:
    """Titles of everything a reader sees by name. A name that means nothing is shown as typed."""

    library: Library
    words: Words

    def actor(self, name: str) -> str:
        """Name a person, role or team."""
        found = self.library.organisation.actor(name)
        if isinstance(found, Person):
            return found.name
        if found and found.title:
            return found.title
        return self.words(f"role.{_WORDS[name]}") if name in _WORDS else name

    def is_system(self, name: str) -> bool:
        """Say whether the actor is a machine."""
        return self.library.organisation.is_system(name)

    def sop(self, name: str) -> str:
        """Title another SOP."""
        found = self.library.sops.get(name)
        return found.title if found else name

    def caption(self, step: Step) -> str:
        """Say what a step is about, in one line."""
        if step.sop:
            return self.sop(step.sop.target)
        if step.kind in {Kind.TOGETHER, Kind.JOIN}:
            return self.words(f"caption.{step.kind}")
        return step.text

    def channel(self, name: str) -> str:
        """Title a channel."""
        return self._known("channels", "channel", name)

    def reason(self, name: str) -> str:
        """Title a reason why customers come."""
        return self._known("reasons", "reason", name)

    def audience(self, name: str) -> str:
        """Title an audience."""
        return self._known("audiences", "audience", name)

    def measure(self, name: str) -> str:
        """Title a measure."""
        return self._known("measures", "measure", name)

    def meaning(self, name: str) -> str:
        """Explain a measure in plain words; "" where nobody has."""
        found = self.library.organisation.measures.get(name)
        if found and found.meaning:
            return found.meaning
        return self.words(f"meaning.{name}") if name in MEASURES else ""

    def _known(self, section: str, word: str, name: str) -> str:
        found = getattr(self.library.organisation, section).get(name)
        if found is None:
            return name
        return found.title or self.words(f"{word}.{name}")
