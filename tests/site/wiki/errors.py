"""What Confluence refuses, as exceptions. The REST layers turn them into each API's own error shape."""

from __future__ import annotations


class WikiRefusal(Exception):
    """Base: an HTTP status and the sentence Confluence says."""

    status = 400
    code = "INVALID_REQUEST_PARAMETER"

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


class BadRequest(WikiRefusal):
    """The request breaks a rule of the API."""


class NotFound(WikiRefusal):
    """The thing is not there or may not be seen."""

    status = 404
    code = "NOT_FOUND"


class Conflict(WikiRefusal):
    """Somebody else was faster."""

    status = 409
    code = "CONFLICT"


class DuplicateTitle(BadRequest):
    """Titles are unique per space, letter case aside."""

    def __init__(self) -> None:
        super().__init__(
            "A page with this title already exists: A page already exists with the same TITLE in this space"
        )


class MalformedStorage(BadRequest):
    """The body is no well-formed storage format."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Error parsing xhtml: {reason}")
