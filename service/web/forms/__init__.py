"""Forms that open in place: shown with GET, sent with POST to the same address. One noun a file; the frame is in form.py.

A refused form comes back with what was typed and the messages beside the fields; an accepted one leaves nothing
behind but two events: `northstar:changed` (live regions refresh) and `northstar:said` (the flag at the foot).
"""

from service.web.forms import (
    alignment,
    challenge,
    checkins,
    cycles,
    doctrines,
    histories,
    initiatives,
    key_results,
    objectives,
    panel,
    people,
    setup,
    sufficiency,
    teams,
    trackers,
)
from service.web.forms.routes import forms as every_form

__all__ = [
    "alignment",
    "challenge",
    "checkins",
    "cycles",
    "doctrines",
    "every_form",
    "histories",
    "initiatives",
    "key_results",
    "objectives",
    "panel",
    "people",
    "setup",
    "sufficiency",
    "teams",
    "trackers",
]
