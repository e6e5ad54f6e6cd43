"""The stage and desk of the alignment review: findings over all teams, what has no way up, every doctrine's verdict, dissents."""

from collections import OrderedDict
from collections.abc import Sequence
from threading import Lock

from service.domain.model import TeamKind
from service.domain.presets import PRESETS, Preset
from service.domain.room.alignment import mark_of
from service.domain.room.drafts.as_set import draft_set
from service.domain.room.drafts.ownership_rules import unowned
from service.domain.room.process import VENDOR, link_coverage, set_quality
from service.domain.second_opinion import DraftSet
from service.domain.synthesis import Kind, SetFinding
from service.usecases.read_room import RoomView
from service.usecases.read_second_opinion import SecondOpinion, grade

GROUPS = (
    ("Overlaps", (Kind.NEAR_DUPLICATE, Kind.DOUBLE_COUNT, Kind.SHARED_INITIATIVE)),
    ("Conflicts", (Kind.OPPOSED, Kind.TENSION, Kind.DATE_CONFLICT)),
    ("Dependencies between teams", (Kind.UNRECOGNISED_DEPENDENCY, Kind.CYCLE)),
    ("Too much for one person", (Kind.OVERLOAD,)),
)
"""What the review reports, by what people call it. Source: O-11, T-10."""


def alignment_stage(view: RoomView) -> dict[str, object]:
    """Return the report over the whole set. Source: O-11, T-10 a–d, T-11, T-13, requirements 2.1."""
    room, facts = view.room, view.facts
    review = room.alignment.review
    findings: Sequence[SetFinding] = review.findings if review else ()
    company = {team.id for team in facts.teams if team.kind is TeamKind.COMPANY}
    quality = set_quality(room=room, preset=facts.preset)
    return {
        "review": review,
        "is_stale": review is not None and review.drafts != mark_of(room),
        "is_running": room.alignment.is_running,
        "trouble": room.alignment.trouble,
        "groups": [(name, [each for each in findings if each.kind in kinds]) for name, kinds in GROUPS],
        "team_names": facts.team_names,
        "unowned": [each for each in unowned(room=room, facts=facts) if each.rule != "W-10"],
        "alone": [each for each in room.drafts.objectives() if each.team_id not in company and not each.parent_id],
        "titles": {each.id: each.title for each in facts.plan}
        | {each.id: each.title for each in room.drafts.objectives()},
        "units": review.units if review else (),
        "links": link_coverage(room),
        "quality": quality,
        "vendor": VENDOR,
        "opinions": [(team, _graded(draft_set(room, team), facts.preset)) for team in facts.teams],
        "dissents": room.alignment.dissents,
    }


def alignment_desk(view: RoomView, editing: str) -> dict[str, object]:
    """Return what a dissent may be about."""
    review = view.room.alignment.review
    about = [("", "The plan as a whole"), *((each.name, each.name) for each in PRESETS.values())]
    about += [(each.message[:120], each.message[:80]) for each in (review.findings if review else ())]
    return {"about": about, "chosen": editing}


_MOST_KEPT = 64
_kept: OrderedDict[tuple[DraftSet, str], SecondOpinion] = OrderedDict()
_lock = Lock()


def _graded(draft: DraftSet, preset: Preset) -> SecondOpinion | None:
    """Grade a set under every doctrine; kept, because thirty people look at the same one and the search for edits is long."""
    if not draft.objectives:
        return None
    key = (draft, repr(preset))
    with _lock:
        if key in _kept:
            _kept.move_to_end(key)
            return _kept[key]
    found = grade(draft=draft, presets={**PRESETS, preset.key: preset}.values(), binding=preset.key)
    with _lock:
        _kept[key] = found
        while len(_kept) > _MOST_KEPT:
            _kept.popitem(last=False)
    return found
