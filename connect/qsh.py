"""The query string hash: what binds a Connect token to one method, path and query. No tokens here, no HTTP."""

import hashlib
import hmac
from collections.abc import Callable
from urllib.parse import quote, unquote_plus, urlsplit

CONTEXT_QSH = "context-qsh"


def canonicals(method: str, url: str, base: str = "") -> tuple[str, ...]:
    """List the canonical forms of a request; the first is the one to sign, any may be accepted.

    `url` may be absolute or a path with a query; `base` is the address the path is relative to (its path is cut off).
    There is more than one form only where Atlassian's own implementations sort differently (repeated values or keys
    with punctuation or beyond ASCII); all forms encode the same method, path and parameters.
    Source: platform 1.7 and appendix A.
    """
    parts = urlsplit(url)
    path = _relative_path(parts.path, urlsplit(base).path.rstrip("/") if base else "")
    query: dict[str, list[str]] = {}
    for pair in filter(None, parts.query.split("&")):
        name, _, value = pair.partition("=")
        name, value = unquote_plus(name), unquote_plus(value)
        if name != "jwt":
            query.setdefault(name, []).append(value)
    forms: list[str] = []
    for name_order in (_script_order, _encode):
        for value_order in (_script_order, _encode):
            form = "&".join([method.upper(), path, _canonical_query(query, name_order, value_order)])
            if form not in forms:
                forms.append(form)
    return tuple(forms)


def qsh(method: str, url: str, base: str = "") -> str:
    """Return the hash to put into a token for this request."""
    return _digest(canonicals(method, url, base)[0])


def qsh_matches(claimed: object, method: str, url: str, base: str = "") -> bool:
    """Tell whether a token's `qsh` claim belongs to this request."""
    if not isinstance(claimed, str) or not claimed.isascii():
        return False
    return any(hmac.compare_digest(claimed, _digest(form)) for form in canonicals(method, url, base))


def _relative_path(path: str, base_path: str) -> str:
    # The boundary matters: with base "/okr" the path "/okrx" is another application's.
    if base_path and (path == base_path or path.startswith(base_path + "/")):
        path = path[len(base_path) :]
    path = (path or "/").replace("&", "%26")
    if not path.startswith("/"):
        path = "/" + path
    return path.rstrip("/") or "/"


def _canonical_query(
    query: dict[str, list[str]], name_order: Callable[[str], str | bytes], value_order: Callable[[str], str | bytes]
) -> str:
    pairs = []
    for name in sorted(query, key=name_order):
        values = ",".join(_encode(value) for value in sorted(query[name], key=value_order))
        pairs.append(f"{_encode(name)}={values}")
    return "&".join(pairs)


def _script_order(text: str) -> bytes:
    # JavaScript compares strings by UTF-16 code units.
    return text.encode("utf-16-be", "surrogatepass")


def _encode(text: str) -> str:
    return quote(text, safe="-_.~", errors="replace")


def _digest(canonical: str) -> str:
    return hashlib.sha256(canonical.encode("utf-8", "replace")).hexdigest()
