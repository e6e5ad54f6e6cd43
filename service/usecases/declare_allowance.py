"""Declare how much of a team's finished work runs the business."""

from service.domain.divergence import Allowance, require_allowance
from service.usecases.needs import Needs
from service.usecases.team_editor import require_team_editor


def declare_allowance(*, parts: Needs, site_id: str, by: str | None, team_id: str, share: float) -> Allowance:
    """Keep the share a team may finish without a key result. Units: `share` 0.0–1.0.

    Raises: NotThere, Forbidden, AllowanceInvalid, ProductError. Source: requirements 2.6.
    """
    require_allowance(share=share)
    with parts.store.reading() as tx:
        team = tx.teams.get(site_id=site_id, id=team_id)
    require_team_editor(parts=parts, site_id=site_id, by=by, team=team)
    allowance = Allowance(team_id=team_id, share=share, declared_by=by, declared_at=parts.now())
    with parts.store.transaction() as tx:
        tx.teams.get(site_id=site_id, id=team_id)
        tx.allowances.put(site_id=site_id, allowance=allowance)
    return allowance
