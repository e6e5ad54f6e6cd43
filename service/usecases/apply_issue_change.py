"""Look at one issue because something may have changed in it: a webhook said so, or a pass saw a difference."""

from typing import Final

from connect.errors import NotFound
from service.jobs import APPLY_ISSUE_CHANGE
from service.usecases.needs import Needs
from service.usecases.sync.fields import site_fields
from service.usecases.sync.gone import mark_gone
from service.usecases.sync.lane import lane, put_off
from service.usecases.sync.take_in import fields_to_read, take_in

BUSY_RETRY_S: Final = 2.0
"""Units: seconds. How long to leave an issue alone that another worker is writing."""


def apply_issue_change(*, parts: Needs, site_id: str, issue_id: str) -> None:
    """Read the issue again and record what people changed there.

    The webhook's body is never believed, so an issue nobody linked costs one read (2 points) and no write: its field
    *Key results* may just have been set. Source: platform 3.1, 1.5 B.5.
    Raises: connect.errors.ProductError, NoInstallation.
    """
    fields = site_fields(parts=parts, site_id=site_id)
    with lane(parts=parts, site_id=site_id, issue_id=issue_id) as is_ours:
        if not is_ours:
            if put_off(parts=parts, site_id=site_id, issue_id=issue_id, for_s=BUSY_RETRY_S):
                parts.enqueue(APPLY_ISSUE_CHANGE, site_id, issue_id, countdown_s=BUSY_RETRY_S)
            return
        wanted = fields_to_read(parts=parts, site_id=site_id, issue_id=issue_id, fields=fields)
        try:
            snapshot = parts.jira(site_id).get_issue(issue=issue_id, field_ids=wanted)
        except NotFound:
            mark_gone(parts=parts, site_id=site_id, issue_id=issue_id)
            return
        take_in(parts=parts, site_id=site_id, snapshot=snapshot, fields=fields)
