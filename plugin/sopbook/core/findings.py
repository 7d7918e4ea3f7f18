"""Where reading writes down what is wrong, and goes on."""

from dataclasses import dataclass, field

from sopbook.core.diagnostic import Diagnostic, Related
from sopbook.core.span import Span


@dataclass(slots=True)
class Findings:
    """The findings so far. Reading never raises for an author's mistake: it complains here."""

    found: list[Diagnostic] = field(default_factory=list)

    def complain(
        self,
        code: str,
        span: Span,
        message: str,
        hint: str = "",
        related: tuple[Related, ...] = (),
    ) -> None:
        """Write down one mistake."""
        self.found.append(Diagnostic(code, message, span, hint, related=related))
