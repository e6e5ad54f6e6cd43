"""Fields of the site, where they may be edited, and the options of our select field."""

from collections.abc import Mapping
from typing import Any

from connect.descriptor import APP_KEY
from connect.outbound.http import Endpoint
from connect.outbound.jira.calls import Calls
from connect.outbound.paging import by_offset
from connect.outbound.shapes import Field, Option
from schemas.jira import EditMeta, JiraField, OptionPage
from schemas.jira import Option as OptionReply

GET_FIELDS = Endpoint(method="GET", path="rest/api/3/field", object_points=0)
GET_EDIT_META = Endpoint(method="GET", path="rest/api/3/issue/{issue}/editmeta", object_points=1)
GET_OPTIONS = Endpoint(method="GET", path="rest/api/3/field/{field}/option", object_points=1)
CREATE_OPTION = Endpoint(method="POST", path="rest/api/3/field/{field}/option")
RENAME_OPTION = Endpoint(method="PUT", path="rest/api/3/field/{field}/option/{option}")

PAGE_SIZE = 100
# `option2` is Jira's word for the options of an app's own select fields.
_OPTION_TYPES = frozenset({"option", "option2"})


class Fields(Calls):
    """Custom fields and their options."""

    def fields(self) -> tuple[Field, ...]:
        """Return all fields of the site.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/#api-rest-api-3-field-get
        """
        return tuple(_field(field) for field in self._sender.load(GET_FIELDS, reply=JiraField(many=True)))

    def editable_field_ids(self, *, issue_id: str) -> frozenset[str]:
        """Return the fields that can be set on an issue: those on its edit screen.

        Scope: READ. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issues/#api-rest-api-3-issue-issueidorkey-editmeta-get
        """
        reply: Mapping[str, Any] = self._sender.load(GET_EDIT_META, reply=EditMeta(), path={"issue": issue_id})
        return frozenset(reply["fields_"])

    def options(self, *, field_key: str) -> tuple[Option, ...]:
        """Return the options of one of our own select fields.

        Scope: NONE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options--apps-/#api-rest-api-3-field-fieldkey-option-get
        """

        def page(start: int) -> tuple[list[Option], bool]:
            reply = self._sender.load(
                GET_OPTIONS,
                reply=OptionPage(),
                expect=PAGE_SIZE // 4,
                count=lambda reply: len(reply["values"]),
                path={"field": field_key},
                query={"startAt": start, "maxResults": PAGE_SIZE},
            )
            return [_option(value) for value in reply["values"]], bool(reply["is_last"])

        return tuple(by_offset(page))

    def create_option(self, *, field_key: str, value: str) -> Option:
        """Add an option to one of our own select fields.

        Scope: NONE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options--apps-/#api-rest-api-3-field-fieldkey-option-post
        """
        path = {"field": field_key}
        return _option(self._sender.load(CREATE_OPTION, reply=OptionReply(), path=path, body={"value": value}))

    def rename_option(self, *, field_key: str, option_id: int, value: str) -> Option:
        """Rename an option; issues that chose it keep it.

        Scope: NONE. https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-custom-field-options--apps-/#api-rest-api-3-field-fieldkey-option-optionid-put
        """
        path = {"field": field_key, "option": str(option_id)}
        body = {"id": option_id, "value": value}
        return _option(self._sender.load(RENAME_OPTION, reply=OptionReply(), path=path, body=body))


def _option(value: Mapping[str, Any]) -> Option:
    return Option(id=value["id"], value=value["value"])


def _field(field: Mapping[str, Any]) -> Field:
    key = field["key"] or field["id"]
    return Field(
        id=field["id"],
        key=key,
        name=field["name"],
        kind=_kind(field["shape"]),
        is_app_field=key.startswith(f"{APP_KEY}__"),
    )


def _kind(shape: Mapping[str, Any] | None) -> str:
    if shape is None:
        return "none"
    if shape["type"] == "array" and shape["items"] in _OPTION_TYPES:
        return "multi_select"
    if shape["type"] in _OPTION_TYPES:
        return "select"
    return {"string": "text"}.get(shape["type"], str(shape["type"]))
