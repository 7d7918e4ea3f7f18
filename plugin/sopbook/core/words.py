"""The interface's words in one language."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from babel import Locale

Message = str | Mapping[str, str]
"""A sentence with `{names}` to fill in, or one per plural form (CLDR: one, few, other …)."""


@dataclass(frozen=True)
class Words:
    """A language's messages by key. Called with a key, it gives the sentence, filled in.

    The plural form is chosen by `count`. A key that is missing raises KeyError: every language
    is complete, a test sees to it.
    """

    language: str
    messages: Mapping[str, Message]

    @cached_property
    def locale(self) -> Locale:
        """The CLDR locale, for plurals and dates."""
        return Locale.parse(self.language)

    def __call__(self, key: str, **values: object) -> str:
        """Say the message `key` with `values` in their places."""
        message = self.messages[key]
        if not isinstance(message, str):
            form = self.locale.plural_form(float(str(values["count"])))
            message = message.get(form) or message["other"]
        return message.format_map(values)
