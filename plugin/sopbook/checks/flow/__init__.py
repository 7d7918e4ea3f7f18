"""Rules about the flow itself: whether a workflow can be walked from its start to an end."""

from sopbook.checks.flow import dead_end, unreachable

MODULES = (dead_end, unreachable)
