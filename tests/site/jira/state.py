"""The issues of the site and everything that changes them. Not here: HTTP, permissions, JSON.

Every mutator takes the lock, writes the changelog and fires webhooks. `at` back-dates a change while a site is
being filled; nothing is fired for those.
"""

from __future__ import annotations

import itertools
from datetime import datetime
from typing import TYPE_CHECKING, Any

from tests.site.jira import events
from tests.site.jira.catalogue import STATUSES
from tests.site.jira.model import Change, Field, History, Issue, IssueType, Link
from tests.site.jira.places import Places
from tests.site.jira.values import FieldError, change, normalise

if TYPE_CHECKING:
    from tests.site.state import Site


class EditRefused(Exception):
    """Carry one message per refused field, as Jira's error collection does."""

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__(errors)
        self.errors = errors


class JiraState(Places):
    """Hold issues and links; the only place that changes them."""

    def __init__(self, site: Site) -> None:
        super().__init__()
        self.site = site
        self.accounts = site.accounts
        self.issues: dict[str, Issue] = {}
        self.links: dict[str, Link] = {}
        self.children: dict[str, set[str]] = {}
        self._ids_by_key: dict[str, str] = {}
        self._issue_numbers = itertools.count(10_000)
        self._history_numbers = itertools.count(100_000)
        self._link_numbers = itertools.count(10_500)

    def find(self, ref: str) -> Issue | None:
        """Return the issue with this id, key, or a key it had before it moved."""
        return self.issues.get(ref) or self.issues.get(self._ids_by_key.get(ref.upper(), ""))

    def get(self, ref: str) -> Issue:
        """Return the issue. Raises: KeyError."""
        issue = self.find(ref)
        if issue is None:
            raise KeyError(ref)
        return issue

    def type_of(self, issue: Issue) -> IssueType:
        """Return the issue's type."""
        return self.types[issue.values["issuetype"]]

    def links_of(self, issue: Issue) -> list[Link]:
        """Return the links the issue is an end of."""
        return [link for link in self.links.values() if issue.id in (link.outward, link.inward)]

    def create(
        self,
        *,
        project: str,
        issue_type: str,
        summary: str,
        by: str,
        fields: dict[str, Any] | None = None,
        at: datetime | None = None,
    ) -> Issue:
        """Create an issue in its first status; `issue_type` is an id or a name. Raises: EditRefused."""
        with self.site.lock:
            home = self.project(project)
            if home is None:
                raise EditRefused({"project": "valid project is required"})
            kind = next((t for t in home.types if issue_type in (t, self.types[t].name)), None)
            if kind is None:
                raise EditRefused({"issuetype": "Specify a valid issue type"})
            now = at or self.site.clock.now()
            values: dict[str, Any] = {
                "summary": None, "issuetype": kind, "status": STATUSES[0].id, "priority": "3",
                "labels": [], "reporter": by, "creator": by, "statuscategorychangedate": now,
            }  # fmt: skip
            checked = self._checked({"summary": summary, **(fields or {})})
            self._check_parent(checked.get("parent"), self.types[kind])
            values |= checked
            issue_id = str(next(self._issue_numbers))
            key = self.next_key(home)
            issue = Issue(issue_id, key, home.id, values, now, now)
            self.issues[issue_id] = issue
            self._ids_by_key[key] = issue_id
            self._attach(issue)
            self._lag(issue, None)
            if at is None:
                events.issue_event(self.site, "jira:issue_created", issue, by=by)
            return issue

    def edit(self, ref: str, fields: dict[str, Any], *, by: str, at: datetime | None = None) -> History | None:
        """Change fields in one go; None when nothing differs. Raises: KeyError, EditRefused."""
        with self.site.lock:
            issue = self.get(ref)
            checked = self._checked(fields)
            if "parent" in checked:
                self._check_parent(checked["parent"], self.type_of(issue))
            return self._apply(issue, checked, by=by, at=at)

    def set_field(
        self, issue: Issue | str, field_id: str, value: Any, by: str, at: datetime | None = None
    ) -> History | None:
        """Change one field."""
        return self.edit(issue if isinstance(issue, str) else issue.id, {field_id: value}, by=by, at=at)

    def change_status(self, ref: str, status: str, by: str, at: datetime | None = None) -> History | None:
        """Move the issue to a status, named or by id. Raises: KeyError for an unknown one."""
        with self.site.lock:
            issue = self.get(ref)
            wanted = next((s.id for s in self.statuses.values() if status in (s.id, s.name)), None)
            if wanted is None:
                raise KeyError(status)
            now = at or self.site.clock.now()
            before = self.statuses[issue.values["status"]].category
            if before != self.statuses[wanted].category:
                issue.values["statuscategorychangedate"] = now
            return self._apply(issue, {"status": wanted}, by=by, at=at)

    def move(self, ref: str, project: str, by: str) -> Issue:
        """Move the issue to another project: a new key, the same id; the old key still finds it."""
        with self.site.lock:
            issue, target = self.get(ref), self.project(project)
            if target is None:
                raise KeyError(project)
            level = self.type_of(issue).level
            before_key, before_project = issue.key, self.projects[issue.project_id]
            self._lag(issue, issue)
            issue.old_keys.append(issue.key)
            issue.key, issue.project_id = self.next_key(target), target.id
            self._ids_by_key[issue.key] = issue.id
            issue.values["issuetype"] = next(t for t in target.types if self.types[t].level == level)
            changes = (
                Change("project", "project", False, before_project.id, before_project.name, target.id, target.name),
                Change("Key", "", False, None, before_key, None, issue.key),
            )
            self._log(issue, changes, by=by, at=None)
            return issue

    def delete(self, ref: str, by: str) -> None:
        """Delete the issue; its children lose their parent, its links go."""
        with self.site.lock:
            issue = self.get(ref)
            for child_id in list(self.children.get(issue.id, ())):
                self.issues[child_id].values["parent"] = None
            for link in self.links_of(issue):
                del self.links[link.id]
            self._detach(issue)
            del self.issues[issue.id]
            self._ids_by_key = {key: i for key, i in self._ids_by_key.items() if i != issue.id}
            events.issue_event(self.site, "jira:issue_deleted", issue, by=by)

    def link(self, outward: str, inward: str, by: str, *, type_id: str = "10000", at: datetime | None = None) -> Link:
        """Link two issues: `outward` blocks `inward`, say."""
        with self.site.lock:
            source, target = self.get(outward), self.get(inward)
            link = Link(str(next(self._link_numbers)), type_id, source.id, target.id)
            self.links[link.id] = link
            if at is None:
                events.link_event(self.site, "issuelink_created", link, by=by)
            return link

    def unlink(self, link_id: str, by: str) -> None:
        """Remove a link. Raises: KeyError."""
        with self.site.lock:
            link = self.links.pop(link_id)
            events.link_event(self.site, "issuelink_deleted", link, by=by)

    def set_property(self, ref: str, key: str, value: Any, by: str) -> bool:
        """Write an issue property; True when it is new. `updated` stays: properties are not edits."""
        with self.site.lock:
            issue = self.get(ref)
            is_new = key not in issue.properties
            self._lag(issue, issue)
            issue.properties[key] = value
            events.property_event(self.site, "issue_property_set", issue, key, by=by)
            return is_new

    def delete_property(self, ref: str, key: str, by: str) -> None:
        """Remove an issue property. Raises: KeyError."""
        with self.site.lock:
            issue = self.get(ref)
            del issue.properties[key]
            events.property_event(self.site, "issue_property_deleted", issue, key, by=by)

    def _checked(self, fields: dict[str, Any]) -> dict[str, Any]:
        checked: dict[str, Any] = {}
        errors: dict[str, str] = {}
        for ref, raw in fields.items():
            field = self.fields.find(ref)
            if field is None or not field.editable:
                errors[ref] = off_screen(ref)
                continue
            try:
                checked[field.id] = normalise(self, field, raw)
            except FieldError as error:
                errors[ref] = str(error)
        if errors:
            raise EditRefused(errors)
        return checked

    def _check_parent(self, parent_id: str | None, kind: IssueType) -> None:
        if parent_id is not None and self.type_of(self.issues[parent_id]).level != kind.level + 1:
            message = "Given parent work item does not belong to appropriate hierarchy."
            raise EditRefused({"parent": message})

    def _apply(self, issue: Issue, checked: dict[str, Any], *, by: str, at: datetime | None) -> History | None:
        changed = {name: new for name, new in checked.items() if issue.values.get(name) != new}
        if not changed:
            return None
        self._lag(issue, issue)
        changes = tuple(self._change(issue, name, new) for name, new in changed.items())
        if "parent" in changed:
            self._detach(issue)
        issue.values |= changed
        self._attach(issue)
        return self._log(issue, changes, by=by, at=at)

    def _change(self, issue: Issue, field_id: str, new: Any) -> Change:
        field: Field | None = self.fields.find(field_id)
        if field is None:
            raise KeyError(field_id)
        return change(self, field, issue.values.get(field_id), new)

    def _log(self, issue: Issue, changes: tuple[Change, ...], *, by: str, at: datetime | None) -> History:
        history = History(str(next(self._history_numbers)), by, at or self.site.clock.now(), changes)
        issue.histories.append(history)
        issue.updated_at = max(issue.updated_at, history.created_at)
        if at is None:
            events.issue_event(self.site, "jira:issue_updated", issue, by=by, history=history)
        return history

    def _attach(self, issue: Issue) -> None:
        if parent := issue.values.get("parent"):
            self.children.setdefault(parent, set()).add(issue.id)

    def _detach(self, issue: Issue) -> None:
        if parent := issue.values.get("parent"):
            self.children.get(parent, set()).discard(issue.id)

    def _lag(self, issue: Issue, before: Issue | None) -> None:
        if not self.site.faults.strikes("late-search"):
            return
        now_s = self.site.clock.epoch_s()
        if issue.stale_until_s <= now_s:
            issue.indexed = None if before is None else _copy(before)
        issue.stale_until_s = now_s + self.site.config.index_lag_s


def off_screen(ref: str) -> str:
    """Return Jira's best known refusal."""
    return f"Field '{ref}' cannot be set. It is not on the appropriate screen, or unknown."


def _copy(issue: Issue) -> Issue:
    return Issue(
        issue.id, issue.key, issue.project_id, dict(issue.values), issue.created_at, issue.updated_at,
        dict(issue.properties),
    )  # fmt: skip
