"""Statements about each one of a kind: `All endpoints have tests` says as much as 100 %."""

from collections.abc import Sequence

from service.domain.audit.lexicon import MAKING, Lexicon
from service.domain.audit.predicate import predicate_after
from service.domain.audit.tokens import Token


def is_universal(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell `All payments reconcile` and `Every account has a champion` from work done (`All features are shipped`).

    What merely is so or so (`All customers are happy`) has no measure, and praise has none either.
    """
    if not tokens or tokens[0].lower not in lexicon.group("universals") or any(each.value for each in tokens):
        return False
    found = predicate_after(tokens, 0, lexicon)
    if found is None or found[1].kind not in {"reach", "operate"} or tokens[1].lower in lexicon.group("ordinals"):
        return False
    praise = lexicon.superlatives | lexicon.comparatives | lexicon.group("strong") | lexicon.fillers
    said = tokens[found[0] :]
    return not any(each.lower in praise or _is_done(said[place:], lexicon) for place, each in enumerate(said))


def _is_done(tokens: Sequence[Token], lexicon: Lexicon) -> bool:
    """Tell `All services have SLOs defined` from `All endpoints have automated tests`: a participle of making that closes."""
    verb = lexicon.verbs.get(tokens[0].lower)
    closes = len(tokens) == 1 or tokens[1].kind in {"stop", "date"} or tokens[1].lower in lexicon.prepositions
    return verb is not None and verb.form == "past" and verb.kind in MAKING and closes
