"""Which notes may belong together, told offline from their words alone: the same notes always give the same groups. Source: W-04.

Words are made comparable in `words.py`, meanings that different words share stand in `meanings.py` (data), notes become weighted
features in `features.py`, and `cluster.py` joins what is most alike. Nothing here knows a room.
"""

from service.domain.room.grouping.cluster import Group, grouped

__all__ = ["Group", "grouped"]
