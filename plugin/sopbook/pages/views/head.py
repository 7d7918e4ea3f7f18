"""The top of an SOP's page: what it is, whether it holds, and whom to ask."""

from dataclasses import dataclass

from sopbook.core.days import review_due
from sopbook.core.model import Approval, Sop, Status, Target
from sopbook.pages.dates import Day, Moment, day
from sopbook.pages.past import Past
from sopbook.pages.site import Links, Site
from sopbook.pages.views.contact import Responsible, responsible
from sopbook.pages.views.reference import SopLink, sop_links
from sopbook.pages.views.reminder import Reminder, reminder


@dataclass(frozen=True, slots=True)
class Pledge:
    """What the customer was promised, and within which time."""

    what: str
    time: str


@dataclass(frozen=True, slots=True)
class Aim:
    """A measure, what it should reach, and what it means in plain words."""

    name: str
    target: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Approved:
    """Who approved, and when."""

    by: str
    on: Day | None


@dataclass(frozen=True, slots=True)
class Head:
    """All that stands above the chart."""

    id: str
    title: str
    status: Status
    summary: str
    channels: tuple[str, ...]
    reasons: tuple[str, ...]
    audience: tuple[str, ...]
    promise: tuple[Pledge, ...]
    aims: tuple[Aim, ...]
    effective: Day | None
    review: Day | None
    approved: Approved | None
    decide: Day | None
    replaced_by: tuple[SopLink, ...]
    improves: tuple[SopLink, ...]
    tags: tuple[str, ...]
    aliases: tuple[str, ...]
    responsible: Responsible | None
    has_steps: bool
    is_unpublished: bool = False
    changed: Moment | None = None
    reminder: Reminder | None = None
    practice: str = ""
    """Where it is practised; "" where there is nothing to."""

    @property
    def has_facts(self) -> bool:
        """Say whether there is anything to list about the document."""
        return any((
            self.channels, self.reasons, self.audience, self.aims, self.effective, self.review,
            self.approved, self.tags, self.aliases, self.changed,
        ))  # fmt: skip


def head(sop: Sop, site: Site, links: Links, past: Past | None = None) -> Head:
    """Gather the head of a page."""
    card, names, words = sop.card, site.names, site.words
    return Head(
        id=sop.id,
        title=sop.title,
        status=card.status,
        summary=card.summary,
        channels=tuple(names.channel(ref.target) for ref in card.channels),
        reasons=tuple(names.reason(ref.target) for ref in card.reasons),
        audience=tuple(names.audience(ref.target) for ref in card.audience),
        promise=tuple(Pledge(promise.what, promise.time.text) for promise in card.promise),
        aims=tuple(_aim(target, site) for target in card.measures),
        effective=day(card.effective, words),
        review=day(review_due(card), words),
        approved=approved(card.approved, site) if card.approved else None,
        decide=day(card.decide_by, words),
        replaced_by=sop_links(site.relations.replaced_by.get(sop.id, ()), site, links),
        improves=sop_links((card.improves.target,) if card.improves else (), site, links),
        tags=card.tags,
        aliases=card.aliases,
        responsible=responsible(sop, site, links),
        has_steps=sop.workflow is not None,
        is_unpublished=past is not None and past.is_unpublished(sop),
        changed=past.last_changed(sop, words) if past else None,
        reminder=reminder(sop, past, site, links),
    )


def _aim(target: Target, site: Site) -> Aim:
    name = target.measure.target
    said = site.words(f"target.{target.bound.name.lower()}", amount=target.amount)
    return Aim(site.names.measure(name), said, site.names.meaning(name))


def approved(approval: Approval, site: Site) -> Approved:
    """Say who approved an SOP, and when."""
    by = site.names.actor(approval.by.target) if approval.by else ""
    return Approved(by, day(approval.on, site.words))
