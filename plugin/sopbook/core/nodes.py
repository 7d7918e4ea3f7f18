"""YAML as it was written: text, lists and keys, each with its place. Nothing is converted yet."""

from dataclasses import dataclass

from sopbook.core.span import Span


@dataclass(frozen=True, slots=True)
class Scalar:
    """A text as typed; `quoted` says whether quotes or a block sign (`|`, `>`) stood around it."""

    text: str
    span: Span
    quoted: bool = False


@dataclass(frozen=True, slots=True)
class Listing:
    """A list."""

    items: "tuple[Node, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class Entry:
    """A key and what it is given."""

    key: Scalar
    value: "Node"


@dataclass(frozen=True, slots=True)
class Table:
    """Keys with values, in the order written, each key once."""

    entries: tuple[Entry, ...]
    span: Span

    def get(self, key: str) -> "Node | None":
        """Give the value of a key."""
        return next((entry.value for entry in self.entries if entry.key.text == key), None)


Node = Scalar | Listing | Table


def is_empty(node: Node) -> bool:
    """Say whether a key was left without a value (`do:` and nothing behind it)."""
    return isinstance(node, Scalar) and not node.quoted and node.text in {"", "~", "null"}


def form_of(node: Node) -> str:
    """Say in the author's words what stands there."""
    if is_empty(node) or (isinstance(node, Table) and not node.entries):
        return "nothing"
    return {Scalar: "a text", Listing: "a list", Table: "keys with values"}[type(node)]
