"""What a department made of the rules: how much each matters to it, and the day it judges by."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbook.checks.rules import RULES
from sopbook.core.diagnostic import Severity
from sopbook.core.fold import nearest

OFF = "off"
_CHOICES = (*Severity, OFF)


@dataclass(frozen=True, slots=True)
class Policy:
    """Severities that differ from the rules' own, by code (None: off), and the day; None: none."""

    severities: Mapping[str, Severity | None] = field(default_factory=dict)
    on: dt.date | None = None

    def severity(self, code: str) -> Severity | None:
        """Say how much a finding of this code matters here; None: not at all."""
        return self.severities.get(code, RULES[code].severity)


def severities_of(settings: object) -> dict[str, Severity | None]:
    """Read the setting `checks`; raises ValueError with a sentence for the person who wrote it."""
    if settings is None:
        return {}
    if not isinstance(settings, dict):
        message = "Expected codes with severities, such as `SOP218: warning`"
        raise ValueError(message)  # noqa: TRY004 - the author's mistake, not a programmer's
    return {str(code): _severity(str(code), value) for code, value in settings.items()}


def _severity(code: str, value: object) -> Severity | None:
    if code not in RULES:
        near = nearest(code, RULES)
        message = f"`{code}` is not the code of a rule" + (
            f". Did you mean `{near}`?" if near else ""
        )
        raise ValueError(message)
    if RULES[code].is_fixed:
        message = f"{code} cannot be changed: no site is made with such a mistake"
        raise ValueError(message)
    # YAML as the host reads it takes an unquoted `off` for false.
    word = OFF if value is False else value
    if word not in _CHOICES:
        message = f"`{value}` is not one of: {', '.join(_CHOICES)} ({code})"
        raise ValueError(message)
    return None if word == OFF else Severity(str(word))
