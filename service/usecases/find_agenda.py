"""Find the steps that a name stands for: a template of the site, or a doctrine's own agenda. Source: W-14."""

from typing import Final

from service.domain.room import Session, Step
from service.domain.room.agendas import BY_PRESET, default_agenda
from service.usecases.needs import Needs

TEMPLATE: Final = "template:"
DOCTRINE: Final = "doctrine:"


def find_agenda(*, parts: Needs, site_id: str, session: Session, source: str) -> tuple[Step, ...]:
    """Return the steps of `template:ID` or `doctrine:KEY` for the session's kind. Raises: NotThere."""
    if source.startswith(DOCTRINE) and source.removeprefix(DOCTRINE) in BY_PRESET:
        return default_agenda(preset=source.removeprefix(DOCTRINE), kind=session.kind, scope=session.scope)
    with parts.store.reading() as tx:
        return tx.agenda_templates.get(site_id=site_id, id=source.removeprefix(TEMPLATE)).steps
