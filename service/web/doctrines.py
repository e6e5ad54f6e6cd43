"""The doctrines of a site as people know them: by name."""

from collections.abc import Mapping

from service.usecases.list_presets import list_presets
from service.web.call import Call


def doctrine_names(call: Call) -> Mapping[str, str]:
    """Return name by key, in the order in which people choose among them."""
    return {each.key: each.name for each in list_presets(parts=call.parts, site_id=call.site_id)}
