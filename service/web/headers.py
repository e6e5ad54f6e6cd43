"""Security headers of every answer. Source: design section 8 (no inline style or script anywhere), platform 1.5.

The page may be framed only by the site that signed its address; fragments and the API by nobody.
"""

import re
from urllib.parse import urlsplit

from flask import Flask, Response, current_app, g, request

from connect.errors import HostNotAllowed
from connect.site import check_site_url
from service.web.call import parts

DEFAULT_SCRIPT_URL = "https://connect-cdn.atl-paas.net/all.js"
_HOST = re.compile(r"^[a-z0-9.-]+(:\d{1,5})?$", re.IGNORECASE)
_LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


def host_origin() -> str | None:
    """Return the origin of the framing site: `xdm_e`, which the page's token signs, if it is a host we may call."""
    claimed = request.args.get("xdm_e", "")
    try:
        address = urlsplit(check_site_url(claimed, allowed_hosts=parts().allowed_hosts))
    except (HostNotAllowed, ValueError):
        return None
    return f"{address.scheme}://{address.netloc}" if _HOST.match(address.netloc) else None


def host_script() -> str:
    """Return the address of the host's bridge: the simulator serves its own, Atlassian's stands on its CDN."""
    origin = host_origin()
    if origin and urlsplit(origin).hostname in _LOOPBACK:
        return f"{origin}/atlassian-connect/all.js"
    return str(current_app.config.get("CONNECT_SCRIPT_URL") or DEFAULT_SCRIPT_URL)


def frame_this_page() -> None:
    """Let the page being answered live inside the site that asked for it."""
    g.framed_by = host_origin()
    g.host_script = host_script()


def secure_answers(app: Flask) -> None:
    """Put the content policy and its companions on every answer of `app`."""
    app.after_request(_secure)


def _secure(response: Response) -> Response:
    script = _origin(g.get("host_script"))
    frame = g.get("framed_by")
    pictures = "'self' data: https:" + (f" {frame}" if frame else "")
    policy = (
        "default-src 'none'",
        f"script-src 'self'{f' {script}' if script else ''}",
        "style-src 'self'",
        f"img-src {pictures}",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        f"frame-ancestors {frame or chr(39) + 'none' + chr(39)}",
    )
    response.headers.setdefault("Content-Security-Policy", "; ".join(policy))
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "origin")
    if not request.path.startswith("/static/"):
        response.headers.setdefault("Cache-Control", "private, no-cache")
    return response


def _origin(url: str | None) -> str:
    address = urlsplit(url or "")
    return f"{address.scheme}://{address.netloc}" if address.netloc else ""
