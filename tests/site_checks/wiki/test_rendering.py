"""Storage format as people see it: every macro we use, and nothing that a browser would run."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from tests.site.app import create_site
from tests.site.config import SiteConfig
from tests.site.state import Site
from tests.site.wiki.errors import MalformedStorage
from tests.site.wiki.model import Page
from tests.site.wiki.render import render, render_loose


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    """Return a small site that nobody serves."""
    site: Site = create_site(SiteConfig(port=1, app_url="http://127.0.0.1:2", issues=6)).extensions["site"]
    yield site
    site.close()


def _page(site: Site, title: str, body: str) -> Page:
    space = site.wiki.space_by_key("DEMO")
    made: Page = site.wiki.create(space_id=space.id, title=title, body=body, parent_id=space.homepage_id, by="5f-ada")
    return made


def _shown(site: Site, body: str) -> str:
    return render_loose(site, body, viewer=site.accounts.get("5f-ben"))


def _macro(name: str, body: str = "", **parameters: str) -> str:
    inside = "".join(f'<ac:parameter ac:name="{key}">{value}</ac:parameter>' for key, value in parameters.items())
    rich = f"<ac:rich-text-body>{body}</ac:rich-text-body>" if body else ""
    return f'<ac:structured-macro ac:name="{name}">{inside}{rich}</ac:structured-macro>'


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (_macro("status", title="ON TRACK", colour="Green"), '<span class="lozenge green">ON TRACK</span>'),
        (_macro("status", title="x", colour='"><b>'.replace("<", "&lt;")), '<span class="lozenge grey">x</span>'),
        (_macro("expand", "<p>in</p>", title="More"), "<summary>More</summary>"),
        (_macro("details", "<table><tbody><tr><th>a</th></tr></tbody></table>", hidden="true"), ""),
        (_macro("info", "<p>note</p>"), '<div class="box-body"><p>note</p></div>'),
        (_macro("toc") + "<h2>One</h2><h3>Two</h3>", '<li class="toc-1"><a href="#Two">Two</a></li>'),
        (_macro("nonsense"), "Unknown macro: <code>nonsense</code>"),
        (_macro("jira", key="DEMO-1"), '<a href="/browse/DEMO-1">DEMO-1</a> An epic to adopt'),
        (_macro("jira", jqlQuery="parent = DEMO-1", columns="key,status"), "<td><a"),
        (_macro("jira", jqlQuery="parent = DEMO-1", count="true"), "2 issues"),
        (_macro("jira", jqlQuery="parent ="), "macro-error"),
        ('<ac:link><ri:user ri:account-id="5f-cleo"/></ac:link>', "@Cleo Marin"),
        ('<ac:link><ri:user ri:account-id="nobody"/></ac:link>', "@former user"),
        ('<time datetime="2026-12-01"/>', "1 Dec 2026"),
        ('<a href="https://x.example/?a=1&amp;b=2">t</a>', 'href="https://x.example/?a=1&amp;b=2"'),
        ("<p>a&nbsp;&lt;b&gt;</p>", "<p>a\xa0&lt;b&gt;</p>"),
        ('<td style="color: rgb(1,2,3); background: url(x)">c</td>', '<td style="color:rgb(1,2,3)">c</td>'),
    ],
)
def test_what_a_macro_shows(site: Site, body: str, expected: str) -> None:
    """Worked by hand, one a row."""
    shown = _shown(site, body)
    assert expected in shown
    assert shown == "" if expected == "" else shown


def test_tasks_are_boxes_with_their_ids(site: Site) -> None:
    """The ids come from saving; ticking one changes its status only."""
    task = "<ac:task><ac:task-status>incomplete</ac:task-status><ac:task-body>{}</ac:task-body></ac:task>"
    page = _page(site, "Tasks", f"<ac:task-list>{task.format('a')}{task.format('b')}</ac:task-list>")
    shown = html.fromstring(render(site, page, viewer=site.accounts.get("5f-ben")))
    assert [box.get("data-task") for box in shown.iter("input")] == ["1", "2"]


def test_the_roll_up_reads_the_page_properties(site: Site) -> None:
    """`detailssummary` shows a row a page and a column a key, of the tables with its id only."""
    table = "<table><tbody><tr><th>Status</th><td>{}</td></tr><tr><th>Owner</th><td>o</td></tr></tbody></table>"
    for name, word in (("Team A", "good"), ("Team B", "bad")):
        page = _page(site, name, _macro("details", table.format(word), id="okr") + _macro("details", table, id="x"))
        site.wiki.add_label(page, "okr-roll")
    summary = _page(site, "Roll-up", _macro("detailssummary", cql='label = "okr-roll" ORDER BY title', id="okr"))
    shown = html.fromstring(render(site, summary, viewer=site.accounts.get("5f-ben")))
    rows = [[cell.text_content() for cell in row] for row in shown.iter("tr")]
    assert rows == [["Title", "Status", "Owner"], ["Team A", "good", "o"], ["Team B", "bad", "o"]]


_HOSTILE = st.sampled_from(
    [
        "<script>alert(1)</script>",
        "<img src='x' onerror='alert(1)'/>",
        "<a href='javascript:alert(1)'>x</a>",
        "<a href='&#9;java&#10;script:alert(1)'>x</a>",
        "<a href='data:text/html,x'>x</a>",
        "<svg onload='alert(1)'><style>*{}</style></svg>",
        "<iframe src='https://x.example'/>",
        "<p onclick='alert(1)' style='background:url(javascript:alert(1))'>x</p>",
        "<ac:image><ri:url ri:value='javascript:alert(1)'/></ac:image>",
        "<ac:structured-macro ac:name='&quot;&gt;&lt;script&gt;'/>",
        "<ac:structured-macro ac:name='code'><ac:plain-text-body><![CDATA[<script>]]></ac:plain-text-body></ac:structured-macro>",
        "<h1>&lt;script&gt;&quot;onx=1</h1><ac:structured-macro ac:name='toc'/>",
        "<td style='color:#123456;x:expression(1)' data-highlight-colour='red;}'>x</td>",
        "<ac:task-list><ac:task><ac:task-id>&quot; onx=&quot;</ac:task-id><ac:task-body/></ac:task></ac:task-list>",
    ]
)
_SAFE_TAGS = {"div", "p", "a", "span", "h1", "nav", "ul", "li", "pre", "code", "td", "img", "label", "input"}


@given(st.lists(_HOSTILE, min_size=1, max_size=5), st.text(max_size=30))
def test_nothing_a_browser_would_run_survives(site: Site, parts: list[str], text: str) -> None:
    """No script, no handler, no address that is not the web's, in any mixture."""
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    try:
        shown = _shown(site, "".join(parts) + f"<p>{escaped}</p>")
    except MalformedStorage:  # control characters are no XML
        return
    for element in html.fragment_fromstring(shown, create_parent="div").iter():
        assert element.tag in _SAFE_TAGS
        for name, value in element.attrib.items():
            assert not name.startswith("on")
            if name in {"href", "src"}:
                assert value.partition(":")[0] in {"http", "https", "mailto"} or value[:1] in {"#", "/", ""}
            if name == "style":
                assert "url" not in value
                assert "expression" not in value
