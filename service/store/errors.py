"""What the store itself refuses. Rules about OKRs stand in the domain; here is only what two writers do to each other."""

from sqlalchemy.exc import DBAPIError

from service.domain.errors import DomainError

#: unique, foreign key, deadlock, serialization failure. Source: PostgreSQL manual, appendix A.
RACES = frozenset({"23505", "23503", "40P01", "40001"})


class Clash(DomainError):
    """A constraint refused a write that was fine when it was decided: somebody else wrote in between."""

    code = "conflict"
    status = 409


def is_race(refused: DBAPIError) -> bool:
    """Tell what a second writer can cause (unique, foreign key, deadlock) from our own mistakes (NOT NULL, CHECK)."""
    state = getattr(refused.orig, "sqlstate", None)
    if state is not None:
        return state in RACES
    return str(refused.orig).startswith(("UNIQUE constraint", "FOREIGN KEY constraint"))
