"""Make an issue an initiative of a key result."""

from service.domain.model import Issue, LinkSource
from service.usecases.link_initiatives import IssueMissing, LinksItself, link_initiatives
from service.usecases.needs import Needs


def link_initiative(
    *, parts: Needs, site_id: str, by: str | None, key_result_id: str, issue: str, source: LinkSource = LinkSource.API
) -> Issue:
    """Link an issue (id or key) and return our mirror of it; one that is linked already stays as it is.

    Raises: as `link_initiatives`.
    """
    return link_initiatives(
        parts=parts, site_id=site_id, by=by, key_result_id=key_result_id, issues=(issue,), source=source
    )[0]


__all__ = ["IssueMissing", "LinksItself", "link_initiative"]
