"""The site's own token code against Atlassian's vectors and against PyJWT."""

from __future__ import annotations

import hashlib

import jwt
import pytest
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from tests.site.jwt_qsh import TokenRefused, canonical, qsh, read_hs256, sign_hs256, sign_rs256
from tests.site.keys import InstallKeys

# method, url, base path, canonical request, first 16 hex of its hash; made with Atlassian's own library.
VECTORS = [
    (
        "GET", "/path/to/service?zee_last=param&repeated=parameter%201&first=param&repeated=parameter%202", "",
        "GET&/path/to/service&first=param&repeated=parameter%201,parameter%202&zee_last=param", "e52bb281606c3bd9",
    ),
    (
        "GET", "/rest/api/3/search/jql?jql=project+%3D+X+and+%22a+b%22&fields=a,b", "",
        "GET&/rest/api/3/search/jql&fields=a%2Cb&jql=project%20%3D%20X%20and%20%22a%20b%22", "af65cdebb31bc9d2",
    ),
    ("POST", "/installed", "", "POST&/installed&", "4a2e1de8ca74e6ca"),
    ("POST", "/okr/installed", "/okr", "POST&/installed&", "4a2e1de8ca74e6ca"),
    ("GET", "/okr/", "/okr/", "GET&/&", "c88caad15a1c1a90"),
    ("GET", "/okr", "/okr", "GET&/&", "c88caad15a1c1a90"),
    (
        "GET", "/panel/?xdm_e=https%3A%2F%2Fa.atlassian.net&cp=&lic=none&cv=1001&jwt=abc", "",
        "GET&/panel&cp=&cv=1001&lic=none&xdm_e=https%3A%2F%2Fa.atlassian.net", "9621fbe0789c5cb6",
    ),
    ("GET", "/p?a=*&b=~&c=%27()!&d=%2F%3A%40", "", "GET&/p&a=%2A&b=~&c=%27%28%29%21&d=%2F%3A%40", "a68bd46b59d3c525"),
    ("GET", "/p?empty=&flag&x=1", "", "GET&/p&empty=&flag=&x=1", "17bd6102694f981b"),
    ("GET", "/p?u=%E2%82%AC&k%20y=v", "", "GET&/p&k%20y=v&u=%E2%82%AC", "f971325bdea863c8"),
    ("GET", "/a&b/c?x=1", "", "GET&/a%26b/c&x=1", "1c7a242dff07e32c"),
    ("GET", "/p?r=b&r=a&r=A&r=%2C", "", "GET&/p&r=%2C,A,a,b", "897dab1aee531a71"),
    ("GET", "/p//q/?x=1", "", "GET&/p//q&x=1", "dc42bf36f04f4ebc"),
    ("GET", "/p;v=1/q?x=1", "", "GET&/p;v=1/q&x=1", "9e176d77e4820024"),
    ("GET", "/p%20q?x=1", "", "GET&/p%20q&x=1", "1439f136559c07de"),
    ("GET", "/?x=1", "", "GET&/&x=1", "6ecc7b96c87d05b5"),
    ("GET", "/wiki/rest/api/content/1/label?x=1", "/wiki", "GET&/rest/api/content/1/label&x=1", "8ca26a736f9591ba"),
    ("GET", "/p?x=a%2Bb", "", "GET&/p&x=a%2Bb", "56eaabd2f0caef60"),
    ("GET", "/p?a.b=1&a-b=2&a_b=3&aB=4&ab=5", "", "GET&/p&a-b=2&a.b=1&aB=4&a_b=3&ab=5", "e41a70b6a54fbb25"),
    ("GET", "/p?r=z&r=%C3%A9", "", "GET&/p&r=z,%C3%A9", "6b88f9c57de6df12"),
    ("GET", "/p?r=1&r=%3A", "", "GET&/p&r=1,%3A", "6d6207a45e46e03a"),
    ("GET", "/p?a1=x&a%3A=y", "", "GET&/p&a1=x&a%3A=y", "6e03136149ecdb3c"),
    ("GET", "/p?z=1&%C3%A9=2", "", "GET&/p&z=1&%C3%A9=2", "f44c43e18a58555d"),
    ("GET", "/p?r=a,b&r=a", "", "GET&/p&r=a,a%2Cb", "482167b2ea657325"),
]  # fmt: skip


@pytest.mark.parametrize(("method", "url", "base", "wanted", "digest"), VECTORS)
def test_canonical_request(method: str, url: str, base: str, wanted: str, digest: str) -> None:
    """Source: platform.md appendix A."""
    assert canonical(method, url, base_path=base) == wanted
    assert qsh(method, url, base_path=base)[:16] == digest
    assert qsh(method, url, base_path=base) == hashlib.sha256(wanted.encode()).hexdigest()


def test_a_longer_path_is_not_below_the_base() -> None:
    assert canonical("GET", "/okrx/a", base_path="/okr") == "GET&/okrx/a&"


def test_hs256_is_read_by_another_library_and_back() -> None:
    claims = {"iss": "a", "iat": 100, "exp": 200, "qsh": "q"}
    secret = "a shared secret of sufficient length for the hash"
    token = sign_hs256(claims, secret=secret)
    assert jwt.decode(token, secret, algorithms=["HS256"], options={"verify_exp": False}) == claims
    assert read_hs256(jwt.encode(claims, secret, algorithm="HS256"), secret=secret, now_s=150) == claims


def test_rs256_is_read_by_another_library() -> None:
    keys = InstallKeys()
    token = sign_rs256({"iss": "a"}, key=keys.private_key, kid=keys.kid)
    assert jwt.get_unverified_header(token)["kid"] == keys.kid
    key = load_pem_public_key(keys.published[keys.kid].encode())
    assert jwt.decode(token, key, algorithms=["RS256"]) == {"iss": "a"}  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"exp": 10}, "expired"),
        ({"iat": 900}, "future"),
        ({"qsh": None}, "qsh is missing"),
        ({"iss": None}, "iss is missing"),
    ],
)
def test_bad_claims_are_refused(change: dict[str, object], reason: str) -> None:
    claims = {"iss": "a", "iat": 100, "exp": 900, "qsh": "q"} | change
    token = sign_hs256({key: value for key, value in claims.items() if value is not None}, secret="s" * 32)
    with pytest.raises(TokenRefused, match=reason):
        read_hs256(token, secret="s" * 32, now_s=150)


@pytest.mark.parametrize("token", ["", "a.b", "a.b.c", jwt.encode({"iss": "a"}, "x" * 32, algorithm="HS256")])
def test_other_tokens_are_refused(token: str) -> None:
    with pytest.raises(TokenRefused):
        read_hs256(token, secret="s" * 32, now_s=150)
