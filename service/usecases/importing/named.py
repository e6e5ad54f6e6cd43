"""The issues that a file names, as Jira shows them."""

from collections.abc import Mapping
from dataclasses import dataclass

from connect.outbound.shapes import IssueSnapshot
from service.domain.exchange import NamedIssue
from service.usecases.sync.epics import EPIC_LEVEL
from service.usecases.sync.fields import SiteFields


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """Snapshots by the name they were asked by; `fields` is None where nothing had to be asked."""

    fields: SiteFields | None
    found: Mapping[str, IssueSnapshot]

    @property
    def shown(self) -> dict[str, NamedIssue]:
        """Return what the judgement of the rows needs to know of them."""
        return {
            name: NamedIssue(id=each.id, key=each.key, is_epic=each.type_level == EPIC_LEVEL)
            for name, each in self.found.items()
        }
