"""The plugin's settings in `mkdocs.yml`."""

from mkdocs.config import config_options as opt
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from sopbook.checks.policy import Policy, severities_of
from sopbook.core.values import time_zones
from sopbook.engines import ENGINES, GRAPHLAY
from sopbook.pages.site import Answers, Choices

UTC = "UTC"
EVERYBODY, ROLES = "people", "roles"


class Rules(BaseConfigOption[Policy]):
    """Severities of rules, by code: `{SOP218: warning, SOP234: off}`."""

    def run_validation(self, value: object) -> Policy:
        """Turn what was written into what the rules are weighed by."""
        try:
            return Policy(severities_of(value))
        except ValueError as error:
            raise ValidationError(str(error)) from None


class Zone(BaseConfigOption[str]):
    """The name of a time zone."""

    def __init__(self, default: str) -> None:
        """Take the zone that is meant where none is written."""
        super().__init__()
        self.default = default

    def run_validation(self, value: object) -> str:
        """Refuse what is no time zone anywhere."""
        if not isinstance(value, str) or value not in time_zones():
            raise ValidationError(f"`{value}` is no time zone such as `Europe/Bucharest`")
        return value


class SopbookConfig(Config):
    """What the person who runs the site may choose."""

    report = opt.Type(str, default="")
    """Where readers report a problem: an address (`https://…` or `mailto:…`) with any of
    `{subject}`, `{sop}`, `{title}`, `{step}` and `{file}` in it. Empty: no such link."""

    confirm = opt.Type(str, default="")
    """Where readers confirm that they have read a version: an address (`https://…` or `mailto:…`)
    with any of `{sop}`, `{title}` and `{revision}` in it. Empty: no such link."""

    training = opt.Type(str, default="")
    """Where new colleagues send what they read of an onboarding path: an address (`https://…` or
    `mailto:…`) with any of `{path}`, `{title}`, `{name}`, `{date}`, `{done}`, `{count}` and
    `{progress}` in it. Empty: no such link."""

    contacts = opt.Choice((EVERYBODY, ROLES), default=EVERYBODY)
    """Whose contacts the site shows: those of `people`, too, or of `roles` and teams alone."""

    search_contacts = opt.Type(bool, default=False)
    """Whether search finds people by their e-mail address and phone number."""

    drafts = opt.Type(bool, default=True)
    """Whether drafts stand in lists and are found by search. They have a page in any case."""

    engine = opt.Choice(ENGINES, default=GRAPHLAY)
    """Who works out the places in charts. `graphviz` needs `pip install sopbook[graphviz]`."""

    checks = Rules()
    """How much findings of single rules matter: `error`, `warning`, `advice` or `off`, by code."""

    leads = opt.Type(bool, default=True)
    """Whether the site has pages for those who lead: what to improve, findings, all rules."""

    history = opt.Type(bool, default=True)
    """Whether pages tell what changed, when, by whom and why."""

    history_file = opt.Optional(opt.File(exists=True))
    """A history that `sopbook history export` wrote, for builds where there is no repository."""

    bots = opt.ListOfItems(opt.Type(str), default=[])
    """Names of authors that are machines: readers are not told of their changes."""

    time_zone = Zone(default=UTC)
    """Where days begin and end, such as `Europe/Bucharest`."""

    def choices(self) -> Choices:
        """Give what pages need to know of it."""
        return Choices(
            answers=Answers(self.report, self.confirm, self.training),
            names_people=self.contacts == EVERYBODY,
            finds_contacts=self.search_contacts,
            lists_drafts=self.drafts,
        )
