"""Stage 5: an objective that steers nobody's next week."""

from service.domain.audit.case import OBJECTIVE, Case, Rule
from service.domain.audit.model import Finding

#: Nouns that name no domain: almost any team could write them.
_ANYBODYS = frozenset({
    "performance", "quality", "efficiency", "excellence", "experience", "productivity", "business", "position", "process",
    "processes", "system", "systems", "operations", "results", "success", "communication", "work", "innovation", "growth",
    "decisions", "metrics", "care", "content", "value", "products", "product", "service", "services", "company", "team", "things", "stuff",
    "features", "greatness", "leader", "best", "better", "goals", "culture", "future", "market", "world", "customers", "processing",
    "qualität", "leistung", "effizienz", "exzellenz", "marktführer", "erfolg", "unternehmen", "prozesse", "calidad",
    "rendimiento", "eficiencia", "excelencia", "líder", "mercado", "éxito", "empresa", "procesos",
})  # fmt: skip


def check(case: Case) -> Finding | None:
    """Find empty intensifiers, and a change of something that any team could name, without where, for whom or why.

    Source: O-15; requirements 4.1 (OBJ-2, evergreen test).
    """
    if case.reading.numbers or not (_is_padded(case) or _is_anybodys(case)):
        return None
    return Finding(
        "objective.vague",
        "error",
        "It would not change what anybody does next week.",
        "Say for whom, where or what will be different: “Become market leader” → “Become the first choice of … in …”.",
        "O-15",
        "vague",
    )


def _content(case: Case) -> list[str]:
    lexicon = case.reading.lexicon
    dull = (
        lexicon.determiners
        | lexicon.fillers
        | lexicon.superlatives
        | lexicon.links
        | lexicon.prepositions
        | lexicon.comparatives
    )
    start = case.reading.at
    after = [token.lower for token in case.reading.tokens if token.kind in {"word", "name"}]
    del start
    return [word for word in after[1:] if word not in dull]


def _is_padded(case: Case) -> bool:
    lexicon = case.reading.lexicon
    empty = [word for word in case.reading.words[1:] if word in lexicon.fillers]
    return bool(empty) and len(_content(case)) <= 2 and not _is_placed(case)


def _is_placed(case: Case) -> bool:
    """Say whether a preposition, a date or a purpose ties the objective to something."""
    lexicon = case.reading.lexicon
    tied = lexicon.prepositions - {"of", "von", "de", "than"}
    return any(word in tied or word in lexicon.whys for word in case.reading.words[2:])


def _is_anybodys(case: Case) -> bool:
    content = _content(case)
    if not content:
        return bool(case.reading.words)
    if case.reading.lead_kind not in {"up", "improve", "reach", "state", "output", "down"}:
        return False
    general = content[-1] in _ANYBODYS
    if _is_placed(case):
        return general and len(content) == 1
    return general and len(content) <= 2


RULE = Rule(5, OBJECTIVE, check)
