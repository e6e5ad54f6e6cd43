"""The shape of a form that only asks "are you sure"."""

from marshmallow import Schema


class Confirm(Schema):
    """Nothing is typed; sending it is the answer."""
