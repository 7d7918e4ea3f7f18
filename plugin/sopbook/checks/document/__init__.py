"""Rules about the documents: whether readers can rely on what they read."""

from sopbook.checks.document import blocks, second_title

MODULES = (blocks, second_title)
