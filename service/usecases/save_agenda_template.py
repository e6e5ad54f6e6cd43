"""Keep the agenda of a session under a name, for every later session of the site. Source: W-14."""

from service.domain.room.agenda_template import AgendaTemplate, TemplateInvalid, named
from service.usecases.needs import Needs
from service.usecases.rooms.look import look


def save_agenda_template(*, parts: Needs, site_id: str, by: str, session_id: str, name: str) -> AgendaTemplate:
    """Keep the steps as they stand; a template of that name is replaced. Raises: NotThere, TemplateInvalid."""
    clean, now = named(name=name), parts.now()
    with parts.store.transaction() as tx:
        session = tx.sessions.get(site_id=site_id, id=session_id)
        steps = look(tx=tx, store=parts.store, site_id=site_id, session=session).agenda.steps
        if not steps:
            raise TemplateInvalid("This session has no steps to keep.", field="name")
        known = next((each for each in tx.agenda_templates.list(site_id=site_id) if each.name == clean), None)
        id = known.id if known else parts.new_id()
        template = AgendaTemplate(id=id, name=clean, steps=steps, author=by, at=now)
        if known:
            tx.agenda_templates.save(site_id=site_id, item=template)
        else:
            tx.agenda_templates.add(site_id=site_id, item=template)
    return template
