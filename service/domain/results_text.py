"""Results of a cycle as the text that is sealed, and back."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import asdict
from datetime import datetime
from typing import Any

from service.domain.ledger import Drift
from service.domain.model import Commitment
from service.domain.results import CycleResults, KeyResultScore, ObjectiveScore, TeamScore
from service.domain.scoring import ClassScore


def results_text(*, results: CycleResults) -> str:
    """Return the text to seal: JSON, keys sorted, the same for the same results."""
    return json.dumps(asdict(results), sort_keys=True, separators=(",", ":"), allow_nan=False, default=_plain)


def results_from_text(*, text: str) -> CycleResults:
    """Build the results that `results_text` described."""
    data = json.loads(text)
    return CycleResults(
        **{
            **data,
            "as_of": datetime.fromisoformat(data["as_of"]),
            "drift": Drift(**data["drift"]),
            "teams": tuple(_team(each) for each in data["teams"]),
        }
    )


def seal_of(*, text: str) -> str:
    """Return the hash that the ledger keeps of a sealed text."""
    return hashlib.sha256(text.encode()).hexdigest()


def _plain(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(type(value).__name__)


def _team(data: Mapping[str, Any]) -> TeamScore:
    return TeamScore(
        **{
            **data,
            "drift": Drift(**data["drift"]),
            "classes": tuple(ClassScore(**{**each, "commitment": _class(each)}) for each in data["classes"]),
            "objectives": tuple(
                ObjectiveScore(**{**each, "key_results": tuple(_key_result(row) for row in each["key_results"])})
                for each in data["objectives"]
            ),
        }
    )


def _key_result(data: Mapping[str, Any]) -> KeyResultScore:
    return KeyResultScore(**{**data, "commitment": _class(data)})


def _class(data: Mapping[str, Any]) -> Commitment | None:
    return Commitment(data["commitment"]) if data["commitment"] else None
