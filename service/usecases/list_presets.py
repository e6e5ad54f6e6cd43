"""List the doctrines a site can plan by: the seven, and its own."""

from service.domain.presets import PRESETS, Preset
from service.domain.presets.own import derived_presets
from service.usecases.needs import Needs


def list_presets(*, parts: Needs, site_id: str) -> tuple[Preset, ...]:
    """Return every preset with the source of each of its values. Source: requirements 1.6."""
    with parts.store.reading() as tx:
        own = tx.own_presets.list(site_id=site_id)
    return (*PRESETS.values(), *derived_presets(own=own).values())
