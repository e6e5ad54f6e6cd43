"""What a Jira link says about order: does this issue wait for the other one?"""

from typing import Final, Literal

_WAITS: Final = frozenset(
    {
        "is blocked by", "blocked by", "depends on", "is dependent on", "depends upon", "requires", "needs", "waits for",
        "has to be done after", "is waiting for", "wird blockiert von", "hängt ab von", "está bloqueado por", "depende de",
    }
)  # fmt: skip
_HOLDS: Final = frozenset(
    {
        "blocks", "is depended on by", "is depended upon by", "is required by", "is needed by", "has to be done before",
        "blockiert", "bloquea", "is a dependency of", "has dependent",
    }
)  # fmt: skip


def waits_for(*, says: str, kind: str, side: Literal["inward", "outward"]) -> bool | None:
    """Tell whether an issue waits for the one at the other end (True), holds it up (False), or neither (None).

    `says` is the link's text on this side (`is blocked by`). Sites rename and translate texts, so the type's own name decides
    where the text is unknown.
    """
    text = " ".join(says.casefold().split())
    if text in _WAITS:
        return True
    if text in _HOLDS:
        return False
    name = kind.casefold()
    if name.startswith("block"):
        return side == "inward"
    return side == "outward" if name.startswith("depend") else None
