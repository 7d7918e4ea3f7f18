"""Data as JSON that a person can read, too."""

import json
from collections.abc import Mapping, Sequence


def as_json(value: Mapping[str, object] | Sequence[object]) -> str:
    """Write data, the same bytes for the same data; letters stay letters."""
    return json.dumps(value, indent=2, ensure_ascii=False)
