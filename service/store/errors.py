"""What the store itself refuses. Rules about OKRs stand in the domain; here is only what two writers do to each other."""

from sqlalchemy.exc import IntegrityError

from service.domain.errors import DomainError

UNIQUE_OR_FOREIGN_KEY = ("23505", "23503")  # Source: PostgreSQL manual, appendix A


class Clash(DomainError):
    """A constraint refused a write that was fine when it was decided: somebody else wrote in between."""

    code = "conflict"
    status = 409


def is_race(refused: IntegrityError) -> bool:
    """Tell what a second writer can cause (unique, foreign key) from our own mistakes (NOT NULL, CHECK)."""
    state = getattr(refused.orig, "sqlstate", None)
    if state is not None:
        return state in UNIQUE_OR_FOREIGN_KEY
    return str(refused.orig).startswith(("UNIQUE constraint", "FOREIGN KEY constraint"))
