"""Rules about service: what a customer would stumble over."""

from types import ModuleType

MODULES: tuple[ModuleType, ...] = ()
