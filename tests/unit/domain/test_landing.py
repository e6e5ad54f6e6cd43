"""Which projections count for a team's record: the last by the middle of the cycle. Requirements 3.7."""

from service.domain.forecast import Landed, landing
from tests.unit.domain.make import at, checkin, key_result

EARLY, MIDDLE, LATE = at(10, 20), at(11, 15), at(12, 15)


def landed(*said):
    rows = [checkin(value=0, at=when, projection=projection) for when, projection in said]
    return landing(key_result=key_result(baseline=0, target=100), checkins=rows, middle=MIDDLE, final=0.3)


def test_the_last_projection_by_the_middle_counts():
    assert landed((EARLY, 100.0), (MIDDLE, 70.0), (LATE, 30.0)) == Landed(projected=0.7, final=0.3)
    assert landed((EARLY, 100.0), (MIDDLE, None)) == Landed(projected=1.0, final=0.3)


def test_who_did_not_project_in_time_has_no_record():
    assert landed() is None
    assert landed((LATE, 100.0)) is None
