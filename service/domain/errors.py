"""The base of every refusal the product makes on purpose. The refusals themselves stand beside the rule that makes them."""

from typing import ClassVar


class DomainError(Exception):
    """A rule refuses. `code` is stable for programs, the message names the thing, the rule and the way out.

    `status` is the HTTP status the web answers with (409 conflict with what exists, 422 input that cannot be).
    `field` names the offending input field, if one is.
    """

    code: ClassVar[str] = "refused"
    status: ClassVar[int] = 422

    def __init__(self, message: str, *, field: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.field = field


class NotThere(DomainError):
    """A named thing does not exist on this site (or belongs to another one)."""

    code = "not_found"
    status = 404


class Forbidden(DomainError):
    """The person may not do this to this thing."""

    code = "forbidden"
    status = 403
