"""The content policy: no inline anything, framed by the signing site only."""

from types import SimpleNamespace

import pytest
from flask import Flask

from service.web.headers import frame_this_page, secure_answers


@pytest.fixture
def app() -> Flask:
    """Return an app with a page that is framed and one that is not."""
    made = Flask("policy")
    made.extensions["northstar"] = SimpleNamespace(allowed_hosts=frozenset({"127.0.0.1"}))
    secure_answers(made)

    @made.get("/ui/home")
    def framed() -> str:
        frame_this_page()
        return "page"

    @made.get("/api/v1/board")
    def bare() -> str:
        return "{}"

    return made


def _policy(app: Flask, address: str) -> dict[str, str]:
    header = app.test_client().get(address).headers["Content-Security-Policy"]
    return dict(part.split(" ", 1) for part in header.split("; "))


def test_a_cloud_site_frames_its_page_and_brings_the_cdn_script(app: Flask) -> None:
    """`xdm_e` is signed with the page's address, so it may name the framing site."""
    policy = _policy(app, "/ui/home?xdm_e=https://acme.atlassian.net")
    assert policy["frame-ancestors"] == "https://acme.atlassian.net"
    assert policy["script-src"] == "'self' https://connect-cdn.atl-paas.net"
    assert policy["default-src"] == "'none'"
    assert policy["style-src"] == "'self'"
    assert "unsafe" not in " ".join(policy.values())


def test_the_simulator_brings_its_own_script(app: Flask) -> None:
    """An allow-listed loopback site serves the host's script itself."""
    policy = _policy(app, "/ui/home?xdm_e=http://127.0.0.1:8090")
    assert policy["frame-ancestors"] == "http://127.0.0.1:8090"
    assert policy["script-src"] == "'self' http://127.0.0.1:8090"


@pytest.mark.parametrize(
    "claimed",
    [
        "",
        "https://evil.example",
        "javascript:alert(1)",
        "http://127.0.0.1:99999",
        "https://x@a.atlassian.net",
        "https://a.atlassian.net;script-src *",
        "https://x;script-src *.atlassian.net",
    ],
)
def test_nobody_else_frames_it(app: Flask, claimed: str) -> None:
    """A strange or broken origin frames nothing and cannot write into the policy."""
    policy = _policy(app, "/ui/home?xdm_e=" + claimed.replace(";", "%3B"))
    assert policy["frame-ancestors"] in {"'none'", "http://127.0.0.1:99999"}
    assert policy["script-src"].startswith("'self'")
    assert "*" not in policy["script-src"]


def test_the_api_is_framed_by_nobody(app: Flask) -> None:
    """Documents are no pages."""
    assert _policy(app, "/api/v1/board?xdm_e=https://acme.atlassian.net")["frame-ancestors"] == "'none'"
