"""Score bands as data. Source: requirements 3.3; the gaps of sources printed to one decimal are closed by half-open intervals."""

from typing import Final

from service.domain.presets.shapes import Band

GOOGLE: Final = (
    Band(lower=0.0, name="red", meaning="no real progress"),
    Band(lower=0.4, name="yellow", meaning="progress, but short of done"),
    Band(lower=0.7, name="green", meaning="delivered"),
)
"""Printed 0–0.3, 0.4–0.6, 0.7–1.0; here [0, 0.4), [0.4, 0.7), [0.7, 1]."""

GENERIC: Final = (
    Band(lower=0.0, name="short", meaning="short of good"),
    Band(lower=0.7, name="good", meaning="a good result"),
    Band(lower=1.0, name="full", meaning="fully achieved"),
)
"""S4: 0.7 good, 1.0 full."""

APPFIRE: Final = (
    Band(lower=0.0, name="none", meaning="no progress"),
    Band(lower=0.3, name="some", meaning="some progress"),
    Band(lower=0.6, name="most", meaning="most of the way"),
    Band(lower=1.0, name="full", meaning="fully achieved"),
)
"""Appfire's closing guide prints 0, 0.3–0.5, 0.6–0.9, 1."""

ATLASSIAN: Final = (
    Band(lower=0.0, name="off track"),
    Band(lower=0.4, name="at risk"),
    Band(lower=0.7, name="on track"),
)
"""Atlassian Goals prints 0–0.3, 0.4–0.6, 0.7–1.0."""

OPENOKR: Final = (
    Band(lower=0.0, name="little"),
    Band(lower=0.4, name="partial"),
    Band(lower=0.7, name="strong"),
    Band(lower=0.9, name="full", meaning="full: was it ambitious enough?"),
)
"""OpenOKR: < 0.4, ≥ 0.4, ≥ 0.7, ≥ 0.9."""

GITLAB: Final = (
    Band(lower=0.0, name="short", meaning="perhaps not achievable"),
    Band(lower=0.7, name="achieved"),
)
"""GitLab: below 70 % perhaps not achievable."""

_JUST_ABOVE: Final = 2e-9
"""For cuts that must be exceeded; scores are compared to a billionth."""

OPENOKR_NOTE: Final = (
    Band(lower=0.0, name="disconnected", meaning="was this still worth doing?"),
    Band(lower=0.3, name="short", meaning="below what was intended"),
    Band(lower=0.6, name="intended", meaning="a stretch, as intended"),
    Band(lower=1.0, name="too safe", meaning="was it ambitious enough?"),
)
"""OpenOKR's note on one key result: 1.0 too safe, ≥ 0.6 intended, < 0.3 disconnected; the gap is named here."""

OPENOKR_PORTFOLIO: Final = (
    Band(lower=0.0, name="little"),
    Band(lower=0.40, name="partial"),
    Band(lower=0.60, name="healthy"),
    Band(lower=0.85 + _JUST_ABOVE, name="too safe"),
)
"""OpenOKR on a whole portfolio: > 0.85 too safe, ≥ 0.60 healthy, ≥ 0.40 partial."""

BANDS: Final = {
    "google": GOOGLE,
    "generic": GENERIC,
    "appfire": APPFIRE,
    "atlassian": ATLASSIAN,
    "openokr": OPENOKR,
    "gitlab": GITLAB,
    "openokr_note": OPENOKR_NOTE,
    "openokr_portfolio": OPENOKR_PORTFOLIO,
}
