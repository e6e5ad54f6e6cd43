"""The canonical form, against the vectors of platform appendix A (made by Atlassian's own JavaScript library)."""

import hashlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from connect.qsh import canonicals, qsh, qsh_matches

# method | url | base | canonical | first 16 hex of its SHA-256
VECTORS = """
GET | /path/to/service?zee_last=param&repeated=parameter%201&first=param&repeated=parameter%202 | - | GET&/path/to/service&first=param&repeated=parameter%201,parameter%202&zee_last=param | e52bb281606c3bd9
GET | /rest/api/3/search/jql?jql=project+%3D+X+and+%22a+b%22&fields=a,b | - | GET&/rest/api/3/search/jql&fields=a%2Cb&jql=project%20%3D%20X%20and%20%22a%20b%22 | af65cdebb31bc9d2
POST | /installed | - | POST&/installed& | 4a2e1de8ca74e6ca
POST | /okr/installed | https://x.example.com/okr | POST&/installed& | 4a2e1de8ca74e6ca
GET | /okr/ | https://x.example.com/okr/ | GET&/& | c88caad15a1c1a90
GET | /okr | https://x.example.com/okr | GET&/& | c88caad15a1c1a90
GET | /panel/?xdm_e=https%3A%2F%2Fa.atlassian.net&cp=&lic=none&cv=1001&jwt=abc | - | GET&/panel&cp=&cv=1001&lic=none&xdm_e=https%3A%2F%2Fa.atlassian.net | 9621fbe0789c5cb6
GET | /p?a=*&b=~&c=%27()!&d=%2F%3A%40 | - | GET&/p&a=%2A&b=~&c=%27%28%29%21&d=%2F%3A%40 | a68bd46b59d3c525
GET | /p?empty=&flag&x=1 | - | GET&/p&empty=&flag=&x=1 | 17bd6102694f981b
GET | /p?u=%E2%82%AC&k%20y=v | - | GET&/p&k%20y=v&u=%E2%82%AC | f971325bdea863c8
GET | /a&b/c?x=1 | - | GET&/a%26b/c&x=1 | 1c7a242dff07e32c
GET | /p?r=b&r=a&r=A&r=%2C | - | GET&/p&r=%2C,A,a,b | 897dab1aee531a71
GET | /p//q/?x=1 | - | GET&/p//q&x=1 | dc42bf36f04f4ebc
GET | /p;v=1/q?x=1 | - | GET&/p;v=1/q&x=1 | 9e176d77e4820024
GET | /p%20q?x=1 | - | GET&/p%20q&x=1 | 1439f136559c07de
GET | /?x=1 | - | GET&/&x=1 | 6ecc7b96c87d05b5
GET | /wiki/rest/api/content/1/label?x=1 | https://a.atlassian.net/wiki | GET&/rest/api/content/1/label&x=1 | 8ca26a736f9591ba
GET | /p?x=a%2Bb | - | GET&/p&x=a%2Bb | 56eaabd2f0caef60
GET | /p?a.b=1&a-b=2&a_b=3&aB=4&ab=5 | - | GET&/p&a-b=2&a.b=1&aB=4&a_b=3&ab=5 | e41a70b6a54fbb25
GET | /p?r=z&r=%C3%A9 | - | GET&/p&r=z,%C3%A9 | 6b88f9c57de6df12
GET | /p?r=1&r=%3A | - | GET&/p&r=1,%3A | 6d6207a45e46e03a
GET | /p?a1=x&a%3A=y | - | GET&/p&a1=x&a%3A=y | 6e03136149ecdb3c
GET | /p?z=1&%C3%A9=2 | - | GET&/p&z=1&%C3%A9=2 | f44c43e18a58555d
GET | /p?r=a,b&r=a | - | GET&/p&r=a,a%2Cb | 482167b2ea657325
""".strip().splitlines()  # noqa: E501


@pytest.mark.parametrize("line", VECTORS)
def test_the_form_we_sign_is_the_one_of_atlassians_library(line: str) -> None:
    method, url, base, canonical, digest = (part.strip() for part in line.split(" | "))
    base = "" if base == "-" else base

    assert canonicals(method, url, base)[0] == canonical
    assert qsh(method, url, base)[:16] == digest
    assert qsh_matches(qsh(method, url, base), method, url, base)


@pytest.mark.parametrize(
    ("url", "signed_elsewhere"),
    [
        ("/p?r=z&r=%C3%A9", "GET&/p&r=%C3%A9,z"),
        ("/p?r=1&r=%3A", "GET&/p&r=%3A,1"),
        ("/p?a1=x&a%3A=y", "GET&/p&a%3A=y&a1=x"),
        ("/p?z=1&%C3%A9=2", "GET&/p&%C3%A9=2&z=1"),
    ],
)
def test_the_other_sort_order_of_the_same_request_is_accepted(url: str, signed_elsewhere: str) -> None:
    """Atlassian's implementations disagree about sorting encoded or raw; both mean the same request."""
    assert qsh_matches(hashlib.sha256(signed_elsewhere.encode()).hexdigest(), "GET", url)


def test_a_base_path_is_cut_off_at_a_segment_only() -> None:
    assert canonicals("GET", "/okrx/page", "https://x.example.com/okr") == ("GET&/okrx/page&",)
    assert canonicals("GET", "/okr/page", "https://x.example.com/okr") == ("GET&/page&",)


@pytest.mark.parametrize(
    ("url", "same"),
    [
        ("/p?x=a+b", "/p?x=a%20b"),
        ("/p/", "/p"),
        ("", "/"),
        ("https://a.atlassian.net/p?b=2&a=1", "/p?a=1&b=2"),
        ("/p?a=1&jwt=secret", "/p?a=1"),
        ("/p?flag", "/p?flag="),
    ],
)
def test_spellings_of_one_request_share_a_hash(url: str, same: str) -> None:
    assert qsh("GET", url) == qsh("GET", same)


@pytest.mark.parametrize(
    ("method", "url"),
    [("POST", "/p?a=1"), ("GET", "/q?a=1"), ("GET", "/p?a=2"), ("GET", "/p?a=1&b=2"), ("GET", "/p"), ("GET", "/P?a=1")],
)
def test_another_request_does_not_match(method: str, url: str) -> None:
    assert not qsh_matches(qsh("GET", "/p?a=1"), method, url)


@pytest.mark.parametrize("claimed", [None, 1, "", "é", "context-qsh", b"x", ["x"]])
def test_a_claim_that_is_no_hash_does_not_match(claimed: object) -> None:
    assert not qsh_matches(claimed, "GET", "/p")


@given(st.text(max_size=40), st.text(max_size=80))
def test_any_address_has_a_canonical_form(path: str, query: str) -> None:
    url = f"/{path.replace('?', '').replace('#', '')}?{query.replace('#', '')}".replace("//", "/")
    assert qsh_matches(qsh("GET", url), "GET", url)
