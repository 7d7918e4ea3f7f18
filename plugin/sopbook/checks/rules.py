"""All rules: those of the reader, which have only a page here, and those that are a module."""

from collections.abc import Callable, Iterator, Mapping

from sopbook.checks import document, flow, manual, people, service
from sopbook.checks.ground import Ground
from sopbook.checks.names import known_names
from sopbook.checks.rule import Rule, rule_of
from sopbook.core.diagnostic import Diagnostic

Check = Callable[[Ground], Iterator[Diagnostic]]

_MODULES = (*flow.MODULES, *people.MODULES, *service.MODULES, *document.MODULES)
_ALL = (*manual.rules(), *(rule_of(module) for module in _MODULES))
CHECKS: tuple[Check, ...] = (known_names.check, *(module.check for module in _MODULES))
RULES: Mapping[str, Rule] = {rule.code: rule for rule in sorted(_ALL, key=lambda rule: rule.code)}
"""By code, in order."""
