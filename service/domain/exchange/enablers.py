"""Whether a file may bring an enabler: a person's waiver is held to the doctrine, the operator's restores what was admitted."""

from service.domain.exchange.known import Known
from service.domain.exchange.rows import Unfit
from service.domain.model import KeyResult
from service.domain.presets import preset
from service.domain.waivers import Waiver, require_content, require_waiver


def require_admitted(*, waiver: Waiver, key_result: KeyResult, known: Known, is_restore: bool) -> None:
    """Refuse a waiver that says too little, refers to nothing or is not admitted by the preset of its team.

    Raises: Unfit, WaiverRefused. Source: requirements 2.9.
    """
    if not key_result.is_enabler:
        raise Unfit("key_result", "Only an enabler has a waiver: set `is_enabler` in its row.")
    if waiver.replaced_by_id is not None and waiver.replaced_by_id not in known.key_results:
        raise Unfit("replaced_by", "There is no such key result in the file (without faults) or on the site.")
    objective = known.objectives[key_result.objective_id]
    cycle = known.cycles[objective.cycle_id]
    of_team = {
        each.id
        for each in known.objectives.values()
        if (each.team_id, each.cycle_id) == (objective.team_id, objective.cycle_id)
    }
    rows = [each for each in known.key_results.values() if each.objective_id in of_team]
    require_content(waiver=waiver, key_result=key_result, cycle=cycle, known={each.id for each in rows})
    if not is_restore:
        name = known.teams[objective.team_id].preset or known.site_preset
        doctrine = preset(name, derived=known.presets)
        require_waiver(waiver=waiver, key_result=key_result, cycle=cycle, preset=doctrine, key_results=rows)
