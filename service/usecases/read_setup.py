"""What is ready on a site and what a Jira administrator must still do, each by name. Asks Jira and Confluence at that moment."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from connect.descriptor import build_descriptor
from connect.errors import NotFound, ProductError
from service.domain.model import Objective
from service.usecases.needs import Needs, NoInstallation
from service.usecases.sync.fields import FIELD_KEYS, SiteFields, find_fields

MOST_PROJECTS: Final = 20
"""Projects whose screens are looked at: one request each."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that is ready or not; `way_out` says what to do if not."""

    ok: bool
    name: str
    detail: str = ""
    way_out: str = ""


@dataclass(frozen=True, slots=True)
class Setup:
    """Every check, in the order to put them right."""

    checks: tuple[Check, ...]

    @property
    def is_ready(self) -> bool:
        """Tell whether nothing is left to do."""
        return all(each.ok for each in self.checks)


def read_setup(*, parts: Needs, site_id: str) -> Setup:
    """Check installations, fields, projects, screens, the Confluence space and what could not be published."""
    with parts.store.reading() as tx:
        site = tx.sites.get(site_id=site_id)
        projects = {team.project_key: team.name for team in tx.teams.list(site_id=site_id) if team.project_key}
        mapped = [each for each in tx.objectives.mapped(site_id=site_id) if not each.epic_gone]
        failed = [each for each in mapped if each.publish_error]
        found = tx.problems.list(site_id=site_id)
    checks: list[Check] = []
    fields: SiteFields | None = None
    try:
        fields = find_fields(parts=parts, site_id=site_id)
        checks += [Check(ok=True, name="Jira", detail="Northstar is installed and Jira answers."), _fields(fields)]
    except (NoInstallation, ProductError) as error:
        checks.append(_down("Jira", error))
    if fields is not None:
        checks += [_project(parts, site_id, key, team) for key, team in sorted(projects.items())[:MOST_PROJECTS]]
        for project_key, epic in sorted(_one_epic_each(mapped).items())[:MOST_PROJECTS]:
            checks.append(_screen(parts, site_id, project_key, epic, fields))
    checks.append(_space(parts, site_id, site.space_key))
    checks += [
        Check(
            ok=False,
            name=f"Publishing “{each.title}”",
            detail=f"{each.epic_key} does not show the latest numbers: {each.publish_error}.",
            way_out="Follow the reason; the next change or the nightly pass tries again.",
        )
        for each in failed
    ]
    checks += [Check(ok=False, name=each.message, detail="", way_out=each.way_out) for each in found]
    return Setup(tuple(checks))


def _fields(fields: SiteFields) -> Check:
    names = {each["key"]: each["name"]["value"] for each in build_descriptor(base_url="")["modules"]["jiraIssueFields"]}
    missing = [names[key] for key in FIELD_KEYS if key not in fields.ids]
    if not missing:
        return Check(ok=True, name="Fields", detail=f"All {len(FIELD_KEYS)} fields exist.")
    return Check(
        ok=False,
        name="Fields",
        detail=f"Jira does not show {', '.join(missing)}.",
        way_out="Reinstall the app; if they stay away, an administrator may have reached the limit of custom fields.",
    )


def _project(parts: Needs, site_id: str, key: str, team: str) -> Check:
    name = f"Project {key} of {team}"

    def ask() -> Check:
        try:
            kind = parts.jira(site_id).epic_type(project_key=key)
        except NotFound:
            return Check(
                ok=False,
                name=name,
                detail=f"Jira shows the app no project {key}.",
                way_out="Correct the team's project, or let the app's user browse the project.",
            )
        if kind is None:
            return Check(
                ok=False,
                name=name,
                detail="It has no issue type on the level of epics.",
                way_out="Add one to the project's issue types, or adopt epics of another project.",
            )
        return Check(ok=True, name=name, detail=f"Objectives become issues of type {kind.name}.")

    return _asked(name, ask)


def _screen(parts: Needs, site_id: str, project_key: str, epic: Objective, fields: SiteFields) -> Check:
    name = f"Screens of {project_key}"

    def ask() -> Check:
        editable = parts.jira(site_id).editable_field_ids(issue_id=epic.epic_id or "")
        missing = [fields.name(id) for id in fields.ours if id not in editable]
        if not missing:
            return Check(ok=True, name=name, detail=f"All fields can be edited on {epic.epic_key}.")
        return Check(
            ok=False,
            name=name,
            detail=f"Not on the edit screen of {epic.epic_key}: {', '.join(missing)}.",
            way_out=f"Add these fields to the edit screen of epics in {project_key} (Project settings, Screens).",
        )

    return _asked(name, ask)


def _space(parts: Needs, site_id: str, space_key: str | None) -> Check:
    name = "Confluence"

    def ask() -> Check:
        client = parts.confluence(site_id)
        if not space_key:
            return Check(
                ok=False,
                name=name,
                detail="No space is chosen for the OKR pages.",
                way_out="Choose one below.",
            )
        if client.space(key=space_key) is None:
            return Check(
                ok=False,
                name=name,
                detail=f"Confluence shows the app no space {space_key}.",
                way_out="Choose another space, or let the app's user see this one.",
            )
        return Check(ok=True, name=name, detail=f"Pages go to the space {space_key}.")

    return _asked(name, ask)


def _asked(name: str, ask: Callable[[], Check]) -> Check:
    try:
        return ask()
    except (NoInstallation, ProductError) as error:
        return _down(name, error)


def _down(name: str, error: NoInstallation | ProductError) -> Check:
    if isinstance(error, NoInstallation):
        return Check(
            ok=False,
            name=name,
            detail=error.message,
            way_out="",
        )
    return Check(
        ok=False,
        name=name,
        detail="It did not answer as it should just now.",
        way_out="Try again in a minute; if it stays so, check that the app is still installed and may see the project.",
    )


def _one_epic_each(mapped: list[Objective]) -> dict[str, Objective]:
    return {each.epic_key.rpartition("-")[0]: each for each in reversed(mapped) if each.epic_key}
