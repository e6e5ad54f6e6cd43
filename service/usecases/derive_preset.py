"""Derive a doctrine of one's own from a known one."""

from collections.abc import Mapping
from typing import Any

from service.domain.plans import clean_title
from service.domain.presets import Preset
from service.domain.presets.own import OwnPreset, PresetKeyTaken, require_sound
from service.usecases.needs import Needs
from service.usecases.sync.permission import require_admin


def derive_preset(
    *, parts: Needs, site_id: str, by: str, key: str, base: str, name: str, changes: Mapping[str, Any]
) -> Preset:
    """Add a preset of the site; it never changes afterwards, so that what was planned by it stays as it was.

    Shape: `changes` holds plain JSON values by the names that `list_presets` shows.
    Raises: PresetKeyTaken, PresetUnknown, PresetInvalid, TitleInvalid, Forbidden, ProductError. Source: requirements 1.6.
    """
    own = OwnPreset(
        key=key,
        base=base,
        name=clean_title(title=name, field="name"),
        author=by,
        at=parts.now(),
        changes=changes,
    )
    with parts.store.reading() as tx:
        made = require_sound(own=own, others=tx.own_presets.list(site_id=site_id))
    require_admin(parts=parts, site_id=site_id, by=by)
    with parts.store.transaction() as tx:
        if not tx.own_presets.add(site_id=site_id, own=own):
            raise PresetKeyTaken(f"There is a preset {key!r} already. Choose another key.", field="key")
    return made
