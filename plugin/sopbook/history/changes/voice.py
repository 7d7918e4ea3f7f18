"""How steps, people, times and days are called in sentences about changes."""

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from babel.dates import format_date
from babel.lists import format_list

from sopbook.core.model import Exit, Kind, Resource, Step, Workflow
from sopbook.core.names import Names

_LONG = 60


@dataclass(frozen=True, slots=True)
class Version:
    """A version's steps by id, and where each is come to from: the nearest above, if any is."""

    steps: Mapping[str, Step]
    leading: Mapping[str, tuple[Step, Exit]]


def version(workflow: Workflow) -> Version:
    """Look at a workflow."""
    steps = {step.id: step for step in workflow.steps}
    leading: dict[str, tuple[Step, Exit]] = {}
    for step in workflow.steps:
        for way in step.exits:
            # Steps come in written order: of those above, the last is the nearest.
            if way.target not in leading or step.number < steps[way.target].number:
                leading[way.target] = step, way
    return Version(steps, leading)


@dataclass(frozen=True, slots=True)
class Voice:
    """The names of everything, and both versions; `kept` gives the ids that steps have now."""

    names: Names
    before: Version
    after: Version
    kept: Mapping[str, str]

    def part(self, key: str, **values: object) -> str:
        """Fill in a part of a sentence about changes."""
        return self.names.words(f"change.{key}", **values)

    def say(self, key: str, **values: object) -> str:
        """Fill in a sentence about changes; it begins with a capital."""
        text = self.part(key, **values)
        return text[:1].upper() + text[1:]

    def quoted(self, text: str) -> str:
        """Put an author's words in quotation marks."""
        return self.names.words("chart.quoted", text=" ".join(text.split()))

    def listed(self, texts: Iterable[str]) -> str:
        """Join texts as people do: `a, b and c`."""
        return str(format_list(list(texts), locale=self.names.words.locale))

    def day(self, date: dt.date) -> str:
        """Write a day."""
        pattern = self.names.words("date.long")
        return str(format_date(date, pattern, locale=self.names.words.locale))

    def actors(self, names: Iterable[str]) -> str:
        """Name who does a step."""
        return self.listed(map(self.names.actor, names))

    def tool(self, resource: Resource) -> str:
        """Name a tool or resource."""
        if resource.tool is None:
            return resource.title or resource.url
        found = self.names.library.organisation.tools.get(resource.tool.target)
        return found.title if found else resource.tool.target

    def caption(self, step: Step) -> str:
        """Say what a step is about, shortly."""
        text = " ".join(self.names.caption(step).split())
        return text if len(text) <= _LONG else text[: _LONG - 1].rstrip() + "…"

    def step(self, step: Step) -> str:
        """Call a step by its number and its words."""
        return self.part("step.the", number=step.number, caption=self.caption(step))

    def former(self, step: Step) -> str:
        """Call a step of the version before as it is called now, if it is still there."""
        now = self.after.steps.get(self.kept.get(step.id, ""))
        if now:
            return self.step(now)
        return self.part("step.former", number=step.number, caption=self.caption(step))

    def steps(self, ids: Sequence[str]) -> str:
        """Call one step of the version after by its words as well, several by number alone."""
        found = [self.after.steps[name] for name in ids]
        if len(found) == 1:
            return self.step(found[0])
        return self.part("step.several", numbers=self.listed(str(step.number) for step in found))

    def ways(self, step: Step) -> str:
        """List the answers or branches of a step, to end a sentence; "" where it has none."""
        if step.kind not in {Kind.ASK, Kind.TOGETHER}:
            return ""
        key, steps = f"way.to_{step.kind}", self.after.steps
        ways = (
            self.part(key, label=self.quoted(way.label), number=steps[way.target].number)
            for way in step.exits
        )
        return self.part(f"way.all_{step.kind}", ways=self.listed(ways))

    def goes(self, way: Exit) -> str:
        """Say where a way leads: `goes on with step 7 (…)`, or `ends with “…”`."""
        step = self.after.steps[way.target]
        if step.kind is Kind.END:
            return self.part("way.ends", end=self.quoted(self.caption(step)))
        return self.part("way.goes", step=self.step(step))

    def instead(self, before: Exit, after: Exit) -> str:
        """Say where a way led that leads elsewhere now."""
        step = self.before.steps[before.target]
        ended, ends = step.kind is Kind.END, self.after.steps[after.target].kind is Kind.END
        if ended:
            key = "way.end" if ends else "way.ending"
            return self.part(key, end=self.quoted(self.caption(step)))
        return self.part("way.going" if ends else "way.step", step=self.former(step))
