"""The plugin's settings in `mkdocs.yml`."""

from mkdocs.config import config_options as opt
from mkdocs.config.base import BaseConfigOption, Config, ValidationError

from sopbook.checks.policy import Policy, severities_of
from sopbook.engines import ENGINES, GRAPHLAY


class Rules(BaseConfigOption[Policy]):
    """Severities of rules, by code: `{SOP218: warning, SOP234: off}`."""

    def run_validation(self, value: object) -> Policy:
        """Turn what was written into what the rules are weighed by."""
        try:
            return Policy(severities_of(value))
        except ValueError as error:
            raise ValidationError(str(error)) from None


class SopbookConfig(Config):
    """What the person who runs the site may choose."""

    report = opt.Type(str, default="")
    """Where readers report a problem: an address (`https://…` or `mailto:…`) with any of
    `{subject}`, `{sop}`, `{title}`, `{step}` and `{file}` in it. Empty: no such link."""

    engine = opt.Choice(ENGINES, default=GRAPHLAY)
    """Who works out the places in charts. `graphviz` needs `pip install sopbook[graphviz]`."""

    checks = Rules()
    """How much findings of single rules matter: `error`, `warning`, `advice` or `off`, by code."""

    leads = opt.Type(bool, default=True)
    """Whether the site has pages for those who lead: what to improve, findings, all rules."""
