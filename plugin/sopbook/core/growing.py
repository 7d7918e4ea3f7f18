"""Reading a lot at once."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def growing() -> Iterator[None]:
    """Pause the search for circles: nothing that is read has any, and it took a third of the time.

    The search goes over all that is there each time it has grown by a quarter.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
