"""Other words for a suggestion, over HTTP."""

from flask import Blueprint

from schemas.api.words import Words, WordsRequest
from service.usecases.reword import reword as other_words
from service.web.api.routing import Operation, Request, route

words = Blueprint("api_words", __name__)


@route(
    words,
    "/suggestions/words",
    Operation(method="POST", summary="Put a suggestion into other words", takes=WordsRequest, gives=Words),
)
def reword(request: Request) -> object:
    """Return the suggestion in other words if a language model is named, as it was if none is."""
    return {"suggestion": other_words(parts=request.call.parts, **request.body)}
