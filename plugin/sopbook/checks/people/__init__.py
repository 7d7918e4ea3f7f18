"""Rules about people: whether there is somebody to turn to."""

from types import ModuleType

MODULES: tuple[ModuleType, ...] = ()
