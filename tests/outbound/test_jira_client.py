"""The Jira client against the simulated site, which checks every signature and is checked against Atlassian's specs."""

from datetime import UTC, datetime, timedelta

import pytest

from connect.descriptor import KEY_RESULTS_FIELD_KEY, OBJECTIVE_PROPERTY, SLOT_FIELD_KEYS, app_field_key
from connect.errors import NotFound, Rejected
from connect.outbound.jira import JiraClient, reading
from tests.site.state import Site


@pytest.fixture
def slot(jira: JiraClient) -> str:
    """Return the id of the first slot field."""
    return next(one.id for one in jira.fields() if one.key == app_field_key(SLOT_FIELD_KEYS[0]))


@pytest.fixture
def epic(site: Site, jira: JiraClient) -> str:
    """Return the id of a new epic, made through the client."""
    kind = jira.epic_type(project_key="DEMO")
    assert kind
    issue_id, _ = jira.create_issue(
        project_key="DEMO",
        issue_type_id=kind.id,
        summary="Guests come back",
        description="Why:\nthey pay.\n\nAnd tell <b>friends</b>.",
    )
    return issue_id


def test_the_sites_fields_are_known_by_key_and_kind(jira: JiraClient) -> None:
    fields = {one.key: one for one in jira.fields()}
    assert [fields[app_field_key(key)].kind for key in SLOT_FIELD_KEYS] == ["number"] * 5
    assert fields[app_field_key(KEY_RESULTS_FIELD_KEY)].kind == "multi_select"
    assert all(fields[app_field_key(key)].is_app_field for key in SLOT_FIELD_KEYS)
    users = next(one for one in fields.values() if one.name == "Weekly active users")
    assert (users.kind, users.is_app_field) == ("number", False)


def test_an_epic_is_created_and_read_back(jira: JiraClient, epic: str, slot: str) -> None:
    issue = jira.get_issue(issue=epic, field_ids=[slot], properties=[OBJECTIVE_PROPERTY])
    assert (issue.summary, issue.type_level, issue.category) == ("Guests come back", 1, "new")
    assert issue.numbers == {slot: None}
    assert issue.properties == {}
    assert abs(issue.updated_at - datetime.now(UTC)) < timedelta(minutes=1)
    assert jira.get_issue(issue=issue.key).id == epic


def test_a_number_written_stands_in_the_field_and_can_be_emptied(jira: JiraClient, epic: str, slot: str) -> None:
    jira.edit_issue(issue_id=epic, summary="Guests come back gladly", numbers={slot: 41.5})
    issue = jira.get_issue(issue=epic, field_ids=[slot])
    assert (issue.summary, issue.numbers[slot]) == ("Guests come back gladly", 41.5)
    jira.edit_issue(issue_id=epic, numbers={slot: None})
    assert jira.get_issue(issue=epic, field_ids=[slot]).numbers == {slot: None}


def test_writing_nothing_sends_nothing(jira: JiraClient, site: Site) -> None:
    jira.edit_issue(issue_id="does-not-exist")


def test_a_field_on_no_screen_is_named(jira: JiraClient, site: Site, epic: str, slot: str) -> None:
    project = site.jira.project("DEMO")
    assert project
    project.screen.discard(slot)
    try:
        assert slot not in jira.editable_field_ids(issue_id=epic)
        with pytest.raises(Rejected) as caught:
            jira.edit_issue(issue_id=epic, numbers={slot: 1.0})
    finally:
        project.screen.add(slot)
    assert "screen" in caught.value.fields[slot]
    assert slot in jira.editable_field_ids(issue_id=epic)


def test_the_changelog_tells_who_changed_the_value_and_when(jira: JiraClient, site: Site, epic: str, slot: str) -> None:
    jira.edit_issue(issue_id=epic, numbers={slot: 38.0})
    site.jira.set_field(epic, "summary", "Not asked for", by="5f-cleo")
    site.jira.set_field(epic, slot, 41.5, by="5f-cleo")
    ours, theirs = jira.field_changes(issue_id=epic, field_ids=[slot])
    assert site.app
    assert (ours.author, ours.to_text) == (site.app.account_id, "38")
    assert (theirs.author, theirs.from_text, theirs.to_text) == ("5f-cleo", "38", "41.5")
    assert ours.at <= theirs.at
    assert theirs.at.tzinfo is UTC


def test_properties_are_written_one_by_one_and_many_at_once(jira: JiraClient, site: Site, epic: str) -> None:
    value = {"objective_id": "o1", "progress_percent": 41.5, "key_results": [{"id": "k1"}]}
    jira.put_property(issue_id=epic, key=OBJECTIVE_PROPERTY, value=value)
    other = site.jira.get("DEMO-2").id
    jira.put_properties(values={epic: {"a": {"x": 1}}, other: {"a": {"x": 2}}})
    found = jira.fetch_issues(issue_ids=[epic, other], properties=[OBJECTIVE_PROPERTY, "a"]).found
    assert {one.id: one.properties for one in found} == {
        epic: {OBJECTIVE_PROPERTY: value, "a": {"x": 1}},
        other: {"a": {"x": 2}},
    }


def test_what_is_gone_is_missing(jira: JiraClient, site: Site, epic: str) -> None:
    site.jira.delete(epic, by="5f-ada")
    kept = site.jira.get("DEMO-2").id
    fetched = jira.fetch_issues(issue_ids=[kept, epic, "999999", kept])
    assert [one.id for one in fetched.found] == [kept]
    assert (set(fetched.missing), fetched.failed) == ({epic, "999999"}, ())
    with pytest.raises(NotFound):
        jira.get_issue(issue=epic)


def test_many_issues_are_fetched_in_chunks(jira: JiraClient, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "FETCH_CHUNK", 4)
    ids = [issue.id for issue in site.jira.issues.values()]
    assert [one.id for one in jira.fetch_issues(issue_ids=ids).found] == ids


def test_a_search_walks_all_pages(jira: JiraClient, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "PAGE_SIZE", 5)
    site.faults.add("short-pages")
    found = [one.id for one in jira.search(jql="project = DEMO ORDER BY created")]
    assert sorted(found) == sorted(issue.id for issue in site.jira.issues.values())
    assert len(set(found)) == len(found)


def test_a_search_jira_does_not_accept_is_rejected_with_its_words(jira: JiraClient) -> None:
    with pytest.raises(Rejected) as caught:
        list(jira.search(jql="ORDER BY created"))
    assert caught.value.messages


def test_a_search_is_counted_without_reading_it(jira: JiraClient, site: Site) -> None:
    assert jira.count(jql="project = DEMO") == len(site.jira.issues)


def test_options_are_made_renamed_and_chosen(jira: JiraClient, site: Site) -> None:
    key = app_field_key(KEY_RESULTS_FIELD_KEY)
    field_id = next(one.id for one in jira.fields() if one.key == key)
    first = jira.create_option(field_key=key, value="GROW-1 · Share of guests who come back")
    second = jira.create_option(field_key=key, value="old words")
    renamed = jira.rename_option(field_key=key, option_id=second.id, value='Fünf & "mehr" <b>')
    assert jira.options(field_key=key) == (first, renamed)
    issue = site.jira.get("DEMO-4").id
    jira.edit_issue(issue_id=issue, options={field_id: (first.id, renamed.id)})
    assert jira.get_issue(issue=issue, field_ids=[field_id]).options == {field_id: (first.id, renamed.id)}
    jira.edit_issue(issue_id=issue, options={field_id: ()})
    assert jira.get_issue(issue=issue, field_ids=[field_id]).options == {field_id: ()}


def test_projects_and_their_epics_are_found_by_level(jira: JiraClient, site: Site) -> None:
    renamed = site.jira.add_project("REN", "Renamed", lead="5f-ada", epic_name="Initiative")
    kind = jira.epic_type(project_key="REN")
    assert kind
    assert (kind.name, kind.level) == ("Initiative", 1)
    assert jira.project(key="REN").id == renamed.id
    assert {one.key for one in jira.projects()} >= {"DEMO", "REN"}
    with pytest.raises(NotFound):
        jira.project(key="NOPE")


def test_people_are_read_by_account(jira: JiraClient) -> None:
    people = {one.account_id: one for one in jira.people(account_ids=["5f-ada", "5f-dov", "5f-nobody"])}
    assert (people["5f-ada"].display_name, people["5f-ada"].active) == ("Ada Lovell", True)
    assert people["5f-dov"].active is False
    assert "5f-nobody" not in people


def test_people_are_found_by_a_few_letters(jira: JiraClient) -> None:
    assert [one.account_id for one in jira.find_people(query="cleo", project_key="DEMO")] == ["5f-cleo"]
    assert [one.account_id for one in jira.find_people(query="Ada L", issue_key="DEMO-2")] == ["5f-ada"]
    with pytest.raises(ValueError, match="either"):
        jira.find_people(query="cleo")


def test_permissions_of_another_person(jira: JiraClient, site: Site) -> None:
    hidden = site.jira.add_project("HID", "Hidden", lead="5f-ada", members=["5f-ada"])
    secret = site.jira.create(project="HID", issue_type="Task", summary="Secret", by="5f-ada").id
    open_to_all = site.jira.get("DEMO-2").id
    asked = {"permission": "BROWSE_PROJECTS", "issue_ids": [secret, open_to_all]}
    assert jira.may(account_id="5f-cleo", **asked) == {open_to_all}  # type: ignore[arg-type]
    assert jira.may(account_id="5f-ada", **asked) == {secret, open_to_all}  # type: ignore[arg-type]
    assert jira.may(account_id="5f-ada", permission="EDIT_ISSUES", project_ids=[hidden.id]) == {hidden.id}
    assert jira.may(account_id="5f-ada", permission="EDIT_ISSUES") == frozenset()
