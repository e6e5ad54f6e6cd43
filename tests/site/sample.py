"""A small site: one project, a few people, plain issues. Not here: the demo company (`company/`)."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tests.site.state import Site


def fill(site: Site) -> None:
    """Fill the site with `config.issues` plain issues and one epic."""
    site.accounts.add("5f-ada", "Ada Lovell", groups=("site-users", "site-admins"), title="Site admin")
    site.accounts.add("5f-ben", "Ben Okafor", title="Product manager")
    site.accounts.add("5f-cleo", "Cleo Marin", title="Engineer")
    site.accounts.add("5f-dov", "Dov Adler", title="Left the company", active=False)
    site.jira.fields.add_custom("Weekly active users")
    site.jira.fields.add_custom("Customer quote", text=True)
    site.jira.add_project("DEMO", "Demo", lead="5f-ada", description="A project to try things in.")
    epic = site.jira.create(project="DEMO", issue_type="Epic", summary="An epic to adopt", by="5f-ada")
    kinds = ("Story", "Task", "Bug")
    for number in range(site.config.issues):
        fields = {"parent": epic.id} if number % 3 == 0 else {}
        site.jira.create(
            project="DEMO", issue_type=kinds[number % 3], summary=f"Plain piece of work {number + 1}",
            by="5f-ben", fields=fields,
        )  # fmt: skip
    site.wiki.add_space(key="DEMO", name="Demo", by="5f-ada")
