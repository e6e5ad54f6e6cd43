"""List the agendas that a site keeps under names. Source: W-14."""

from service.domain.room.agenda_template import AgendaTemplate
from service.usecases.needs import Needs


def list_agenda_templates(*, parts: Needs, site_id: str) -> tuple[AgendaTemplate, ...]:
    """Return a site's templates by name."""
    with parts.store.reading() as tx:
        return tx.agenda_templates.list(site_id=site_id)
