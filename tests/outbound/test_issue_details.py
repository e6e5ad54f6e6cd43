"""Links, dates and categories as the client reads them from the simulated site."""

from datetime import date

from connect.outbound.jira import JiraClient
from tests.site.state import Site


def test_both_ends_of_a_link_are_read_with_the_text_of_their_side(jira: JiraClient, site: Site) -> None:
    site.jira.link("DEMO-5", "DEMO-6", "5f-ada")
    site.jira.edit("DEMO-6", {"duedate": "2026-12-24"}, by="5f-ada")
    blocker, waiting = (site.jira.get(key).id for key in ("DEMO-5", "DEMO-6"))
    found = {each.id: each for each in jira.details(issue_ids=[blocker, waiting, "999999"])}
    assert set(found) == {blocker, waiting}
    (held,) = found[waiting].links
    assert (held.other_id, held.says, held.kind, held.side) == (blocker, "is blocked by", "Blocks", "inward")
    (holds,) = found[blocker].links
    assert (holds.other_id, holds.says, holds.side) == (waiting, "blocks", "outward")
    assert found[waiting].due_on == date(2026, 12, 24)
    assert found[waiting].created_at <= found[waiting].updated_at


def test_a_finished_issue_says_when_it_was_finished(jira: JiraClient, site: Site) -> None:
    site.jira.change_status("DEMO-7", "Done", "5f-ada")
    (found,) = jira.search_details(jql="key = DEMO-7")
    assert (found.category, found.resolution) == ("done", "Done")
    assert found.category_changed_at == found.updated_at
    assert jira.status_categories()["done"] == "done"
    assert set(jira.status_categories().values()) == {"new", "indeterminate", "done"}
