"""A plan as a file, in and out of the API. What the file holds is said by `/api/v1/export/schema`."""

from typing import Any

from marshmallow import ValidationError, fields, validate, validates_schema

from schemas.api.base import Strict, word
from schemas.api.cycles import KEY

FORMATS = ("json", "csv")
LONGEST_FILE = 20_000_000


class ExportQuery(Strict):
    """Which plan: the whole site, or one cycle by its key."""

    format = word(FORMATS, load_default="json")
    cycle = fields.String(load_default=None, validate=KEY)


class Import(Strict):
    """A plan to add: a `document` as the export writes it, or `csv` text. A `dry_run` only tells what would happen."""

    document = fields.Dict(keys=fields.String(), load_default=None, allow_none=True)
    csv = fields.String(load_default=None, allow_none=True, validate=validate.Length(max=LONGEST_FILE))
    dry_run = fields.Boolean(load_default=False)

    @validates_schema
    def one_file(self, data: dict[str, Any], **_: Any) -> None:
        """Refuse a call without a file or with two."""
        if (data.get("document") is None) == (data.get("csv") is None):
            raise ValidationError("Send either a document or csv.", "document")


class ImportFault(Strict):
    """What is wrong in which row and column; an empty column means the whole row."""

    place = fields.String()
    column = fields.String()
    message = fields.String()


class Imported(Strict):
    """How many of each were added (or would be), how many stood there already, what is wrong.

    `left_out` counts epics and initiatives of another Jira site.
    """

    dry_run = fields.Boolean()
    added = fields.Dict(keys=fields.String(), values=fields.Integer())
    unchanged = fields.Integer()
    left_out = fields.Integer()
    errors = fields.List(fields.Nested(ImportFault))
