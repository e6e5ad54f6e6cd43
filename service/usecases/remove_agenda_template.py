"""Stop keeping an agenda under a name. Sessions that used it keep their steps."""

from service.usecases.needs import Needs


def remove_agenda_template(*, parts: Needs, site_id: str, template_id: str) -> None:
    """Remove a template; one that is gone already stays gone."""
    with parts.store.transaction() as tx:
        tx.agenda_templates.remove(site_id=site_id, id=template_id)
