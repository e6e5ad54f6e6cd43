"""Writing to issues: creating, fields, properties. Whether a write is needed at all is decided by the caller."""

from collections.abc import Mapping
from itertools import islice
from typing import Any

from connect.outbound.adf import document
from connect.outbound.http import Endpoint
from connect.outbound.jira.calls import Calls
from schemas.jira import CreatedIssue

CREATE_ISSUE = Endpoint(method="POST", path="rest/api/3/issue")
EDIT_ISSUE = Endpoint(method="PUT", path="rest/api/3/issue/{issue}")
PUT_PROPERTY = Endpoint(method="PUT", path="rest/api/3/issue/{issue}/properties/{key}")
PUT_PROPERTIES = Endpoint(method="POST", path="rest/api/3/issue/properties/multi", redirects=True)

PROPERTIES_CHUNK = 100


class IssueEditing(Calls):
    """What we write to issues. A write costs one point, whatever its size."""

    def create_issue(
        self,
        *,
        project_key: str,
        issue_type_id: str,
        summary: str,
        description: str = "",
        properties: Mapping[str, Mapping[str, object]] | None = None,
    ) -> tuple[str, str]:
        """Create an issue, with its properties in the same request, and return its id and key.

        Scope: WRITE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-post
        Raises: Rejected with the fields the project demands or does not know.
        """
        fields: dict[str, Any] = {
            "project": {"key": project_key},
            "issuetype": {"id": issue_type_id},
            "summary": summary,
        }
        if description.strip():
            fields["description"] = document(description)
        body: dict[str, Any] = {"fields": fields}
        if properties:
            body["properties"] = [{"key": key, "value": dict(value)} for key, value in properties.items()]
        created = self._sender.load(CREATE_ISSUE, reply=CreatedIssue(), body=body)
        return created["id"], created["key"]

    def edit_issue(
        self,
        *,
        issue_id: str,
        summary: str | None = None,
        numbers: Mapping[str, float | None] | None = None,
        options: Mapping[str, tuple[int, ...]] | None = None,
    ) -> None:
        """Set fields of an issue; None empties a number.

        Scope: WRITE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-put
        All or nothing: Raises Rejected with a message per field if one cannot be set, typically because it is on no
        screen of the project. Writes nothing if there is nothing to set.
        Options are sent as objects with their id. Confidence: medium, Atlassian documents options but not this value.
        """
        fields: dict[str, Any] = dict(numbers or {})
        if summary is not None:
            fields["summary"] = summary
        for field_id, option_ids in (options or {}).items():
            fields[field_id] = [{"id": option_id} for option_id in option_ids]
        if fields:
            self._sender.send(EDIT_ISSUE, path={"issue": issue_id}, body={"fields": fields})

    def put_property(self, *, issue_id: str, key: str, value: Mapping[str, object]) -> None:
        """Set a property of an issue (at most 32,768 characters).

        Scope: WRITE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-issueidorkey-properties-propertykey-put
        """
        self._sender.send(PUT_PROPERTY, path={"issue": issue_id, "key": key}, body=dict(value))

    def put_properties(self, *, values: Mapping[str, Mapping[str, Mapping[str, object]]]) -> None:
        """Set properties of many issues, 100 issues a call.

        Scope: WRITE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-properties/#api-rest-api-3-issue-properties-multi-post
        Shape: issue id → property key → value, at most 10 keys an issue. Jira accepts the work and does it later, not
        as one transaction: what must be certain is read again.
        Raises: Stale while another such work on the same issues is going on.
        """
        wanted = iter(values.items())
        while chunk := list(islice(wanted, PROPERTIES_CHUNK)):
            issues = [{"issueID": int(issue_id), "properties": dict(keys)} for issue_id, keys in chunk]
            self._sender.send(PUT_PROPERTIES, body={"issues": issues})
