"""What a request presents: its token, from exactly one place, and its address as it was sent. Nothing is verified here."""

from typing import Any
from urllib.parse import quote, urlsplit

from flask import request as current
from flask.wrappers import Request

from connect.errors import TokenRefused


def presented_token(request: Request, *, query_allowed: bool) -> str:
    """Return the token from `Authorization: JWT …` or, where allowed, from `?jwt=`.

    Raises: TokenRefused if there is none, more than one, or one in a place this route does not look at.
    Source: platform 1.5 A.1, B.1, D.7 (Bearer is another door's scheme).
    """
    header = request.headers.get("Authorization", "")
    in_query = request.args.getlist("jwt")
    if header and in_query:
        raise TokenRefused("a token in the header and one in the query")
    if in_query:
        if not query_allowed or len(in_query) != 1:
            raise TokenRefused("a token in the query, where this route takes none or just one")
        return in_query[0]
    scheme, _, token = header.partition(" ")
    if scheme.lower() != "jwt" or not token.strip():
        raise TokenRefused("no token, or another scheme than JWT")
    return token.strip()


def presented_url(request: Request, *, base_url: str) -> str:
    """Return the address with path and query exactly as sent, on the host we are configured to be.

    The hash of a token covers the encoded path, which frameworks decode; servers keep the original in REQUEST_URI.
    """
    sent = request.environ.get("REQUEST_URI")
    if not isinstance(sent, str) or not sent:
        path = quote(request.environ.get("SCRIPT_NAME", "") + request.environ.get("PATH_INFO", ""), encoding="latin-1")
        query = request.environ.get("QUERY_STRING", "")
        sent = f"{path}?{query}" if query else path
    elif not sent.startswith("/"):  # absolute form, as proxies send it
        parts = urlsplit(sent)
        sent = f"{parts.path}?{parts.query}" if parts.query else parts.path
    ours = urlsplit(base_url)
    return f"{ours.scheme}://{ours.netloc}{sent}"


def request_json() -> Any:
    """Return the body of the request being served as JSON, or None, which no schema accepts.

    The media type is not looked at: what counts is the body, whatever a proxy made of the header.
    """
    try:
        return current.get_json(force=True, silent=True)
    except RecursionError:  # nested deeper than anybody's honest body
        return None
