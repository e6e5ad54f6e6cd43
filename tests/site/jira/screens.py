"""Which fields a project's screens offer. Not here: whether a value is right (`values.py`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.site.jira.model import Field, Project

if TYPE_CHECKING:
    from tests.site.jira.state import JiraState


def screen_fields(jira: JiraState, project: Project) -> list[Field]:
    """Return the fields that can be set in the project: system fields always, custom ones when on its screen."""
    fault = "field-off-screen" in jira.site.faults.active()
    return [
        field
        for field in jira.fields.all()
        if field.editable
        and (not field.is_custom or field.id in project.screen)
        and not (fault and field.app_key is not None)
    ]
