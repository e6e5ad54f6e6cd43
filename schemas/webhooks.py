"""The body of Jira's webhooks, as far as we look: a body is a hint about which issue to read again, never the truth."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.base import IdText, Received


class HintedIssue(Received):
    """The issue a webhook is about."""

    id = IdText(required=True)
    key = fields.String(required=True, validate=validate.Length(min=1, max=255))


class JiraWebhookBody(Received):
    """A webhook of Jira. Source: developer.atlassian.com/cloud/jira/platform/webhooks/"""

    event = fields.String(required=True, data_key="webhookEvent", validate=validate.Length(min=1, max=100))
    issue = fields.Nested(HintedIssue, load_default=None, allow_none=True)

    @validates_schema
    def _issue_events_name_their_issue(self, data: dict[str, Any], **_: Any) -> None:
        if data["event"].startswith("jira:issue_") and data["issue"] is None:
            raise ValidationError("An issue event must carry the issue.", "issue")
