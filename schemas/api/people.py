"""People in the API. Names come from Jira at the moment of asking and are never stored."""

from marshmallow import fields, validate

from schemas.api.base import Strict, account, text

MAX_PEOPLE = 90


class PeopleQuery(Strict):
    """Whose names: repeat `account_id` once a person."""

    account_id = fields.List(account(), required=True, validate=validate.Length(min=1, max=MAX_PEOPLE))


class PeopleSearch(Strict):
    """What to look for in names."""

    query = text(at_least=1, at_most=100, required=True)
    issue_key = text(load_default=None)


class Person(Strict):
    """A person as Jira shows them."""

    account_id = fields.String()
    display_name = fields.String()
    active = fields.Boolean()
    avatar_url = fields.String(allow_none=True)
