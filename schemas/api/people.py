"""People in the API. Names come from Jira at the moment of asking and are never stored."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.api.base import Strict, account, text
from schemas.api.initiatives import ISSUE
from schemas.api.teams import PROJECT_KEY

MAX_PEOPLE = 90


class PeopleQuery(Strict):
    """Whose names: repeat `account_id` once a person."""

    account_id = fields.List(account(), required=True, validate=validate.Length(min=1, max=MAX_PEOPLE))


class PeopleSearch(Strict):
    """What to look for in names, and where the person must be able to work: an issue or a project."""

    query = text(at_least=1, at_most=100, required=True)
    issue_key = fields.String(load_default=None, validate=ISSUE)
    project_key = fields.String(load_default=None, validate=PROJECT_KEY)

    @validates_schema
    def one_place(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse a search without a place or with two."""
        if (data.get("issue_key") is None) == (data.get("project_key") is None):
            raise ValidationError("Name either an issue_key or a project_key.", "project_key")


class Person(Strict):
    """A person as Jira shows them."""

    account_id = fields.String()
    display_name = fields.String()
    active = fields.Boolean()
    avatar_url = fields.String(allow_none=True)
