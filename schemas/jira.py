"""The replies of Jira's REST API that we read, as far as we read them. No meaning is made here."""

from typing import Any

from marshmallow import INCLUDE, Schema, fields

from schemas.base import IdText, Received


def _required(schema: type[Schema]) -> fields.Nested:
    return fields.Nested(schema, required=True)


def _many(schema: type[Schema], **kwargs: Any) -> "fields.List[Any]":
    return fields.List(fields.Nested(schema), required=True, **kwargs)


class _StatusCategory(Received):
    key = fields.String(required=True)


class _Status(Received):
    name = fields.String(required=True)
    category = fields.Nested(_StatusCategory, required=True, data_key="statusCategory")


class _ProjectOfIssue(Received):
    key = fields.String(required=True)


class _TypeOfIssue(Received):
    level = fields.Integer(data_key="hierarchyLevel", load_default=None, allow_none=True)


class _ParentOfIssue(Received):
    id = IdText(required=True)


class _Named(Received):
    name = fields.String(required=True)


class _LinkType(Received):
    name = fields.String(required=True)
    inward = fields.String(required=True)
    outward = fields.String(required=True)


class _LinkEnd(Received):
    id = IdText(required=True)


class _Link(Received):
    """A link as seen from an issue: exactly one end is the other issue."""

    type = fields.Nested(_LinkType, required=True)
    inward = fields.Nested(_LinkEnd, data_key="inwardIssue", load_default=None, allow_none=True)
    outward = fields.Nested(_LinkEnd, data_key="outwardIssue", load_default=None, allow_none=True)


class IssueFields(Schema):
    """The fields of an issue: the system ones we ask for, always or sometimes, and any custom ones as they come."""

    class Meta:
        unknown = INCLUDE

    summary = fields.String(required=True)
    status = _required(_Status)
    project = _required(_ProjectOfIssue)
    issuetype = _required(_TypeOfIssue)
    updated = fields.String(required=True)
    parent = fields.Nested(_ParentOfIssue, load_default=None, allow_none=True)
    created = fields.String(load_default=None, allow_none=True)
    category_changed = fields.String(data_key="statuscategorychangedate", load_default=None, allow_none=True)
    due = fields.Date(data_key="duedate", load_default=None, allow_none=True)
    resolution = fields.Nested(_Named, load_default=None, allow_none=True)
    priority = fields.Nested(_Named, load_default=None, allow_none=True)
    links = fields.List(fields.Nested(_Link), data_key="issuelinks", load_default=list)


class Issue(Received):
    """An issue with the fields of `IssueFields` and, if asked for, entity properties."""

    id = IdText(required=True)
    key = fields.String(required=True)
    fields_ = fields.Nested(IssueFields, required=True, data_key="fields")
    properties = fields.Dict(keys=fields.String(), load_default=dict)


class _IssueError(Received):
    id = IdText(required=True)


class FetchedIssues(Received):
    """Reply of bulkfetch; `failed` holds issues Jira could not load just now, not missing ones."""

    issues = _many(Issue)
    failed = fields.List(fields.Nested(_IssueError), data_key="issueErrors", load_default=list)


class FoundIssues(Received):
    """A page of a search."""

    issues = _many(Issue)
    next_page_token = fields.String(data_key="nextPageToken", load_default=None, allow_none=True)
    is_last = fields.Boolean(data_key="isLast", load_default=None, allow_none=True)


class CreatedIssue(Received):
    """Reply to creating an issue."""

    id = IdText(required=True)
    key = fields.String(required=True)


class Count(Received):
    """Reply of the approximate count."""

    count = fields.Integer(required=True)


class StatusOfSite(_Status):
    """A status of the site with its category."""


class EditMeta(Received):
    """Which fields may be edited."""

    fields_ = fields.Dict(keys=fields.String(), required=True, data_key="fields")


class _Author(Received):
    account_id = fields.String(data_key="accountId", load_default=None, allow_none=True)


class _ChangeItem(Received):
    field_id = fields.String(data_key="fieldId", load_default=None, allow_none=True)
    from_text = fields.String(data_key="fromString", load_default=None, allow_none=True)
    to_text = fields.String(data_key="toString", load_default=None, allow_none=True)


class _History(Received):
    created = fields.String(required=True)
    author = fields.Nested(_Author, load_default=None, allow_none=True)
    items = _many(_ChangeItem)


class _Page(Received):
    is_last = fields.Boolean(data_key="isLast", load_default=None, allow_none=True)
    total = fields.Integer(load_default=None, allow_none=True)


class ChangelogPage(_Page):
    """A page of an issue's changelog."""

    values = _many(_History)


class _FieldSchema(Received):
    type = fields.String(required=True)
    items = fields.String(load_default=None, allow_none=True)


class JiraField(Received):
    """A field of the site."""

    id = fields.String(required=True)
    key = fields.String(load_default=None, allow_none=True)
    name = fields.String(required=True)
    shape = fields.Nested(_FieldSchema, data_key="schema", load_default=None, allow_none=True)


class IssueType(Received):
    """An issue type with its level in the hierarchy (1 is an epic, whatever it is called)."""

    id = IdText(required=True)
    name = fields.String(required=True)
    level = fields.Integer(data_key="hierarchyLevel", load_default=None, allow_none=True)


class Project(Received):
    """A project."""

    id = IdText(required=True)
    key = fields.String(required=True)
    name = fields.String(required=True)


class ProjectPage(_Page):
    """A page of projects."""

    values = _many(Project)


class User(Received):
    """A person; the name depends on the person's privacy setting."""

    account_id = fields.String(required=True, data_key="accountId")
    display_name = fields.String(data_key="displayName", load_default="", allow_none=True)
    active = fields.Boolean(load_default=True)
    avatar_urls = fields.Dict(keys=fields.String(), values=fields.String(), data_key="avatarUrls", load_default=dict)


class UserPage(_Page):
    """A page of people."""

    values = _many(User)


class _Grant(Received):
    permission = fields.String(required=True)
    issues = fields.List(fields.Integer(), required=True)
    projects = fields.List(fields.Integer(), required=True)


class Grants(Received):
    """Which permissions are held on the whole site, and on which issues and projects."""

    global_permissions = fields.List(fields.String(), data_key="globalPermissions", load_default=list)
    project_permissions = _many(_Grant, data_key="projectPermissions")


class Option(Received):
    """An option of one of our select fields."""

    id = fields.Integer(required=True)
    value = fields.String(required=True)


class OptionPage(_Page):
    """A page of options."""

    values = _many(Option)
