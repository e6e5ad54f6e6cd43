"""The finite verb behind a subject: `200 employees query …`, `Inventory turns increase to 8`. No judgement of what it claims."""

from collections.abc import Sequence

from service.domain.audit.lexicon import MAKING, MOVING, Lexicon, Verb
from service.domain.audit.tokens import Token

#: Stands for a verb that no list knows: `Three colleagues tell me …`.
UNKNOWN = Verb("", "", "base")


def predicate_after(tokens: Sequence[Token], start: int, lexicon: Lexicon) -> tuple[int, Verb] | None:
    """Find the verb that a subject from `start` on governs; a participle (`3 engineers hired`) is none."""
    for index in range(start + 1, len(tokens)):
        token = tokens[index]
        if token.kind in {"stop", "date"} and token.text not in {"-", "(", ")"}:
            return None
        verb = lexicon.verbs.get(token.lower)
        if moves_level(tokens, index, lexicon):
            return (index, verb) if verb else None
        singular = verb is not None and verb.form == "third" and not lexicon.noun(token.lower, tokens[index - 1].lower)
        if singular and lexicon.noun(tokens[index - 1].lower):
            return index, verb or UNKNOWN
        if not _follows_subject(tokens[index - 1], lexicon):
            continue
        article = index + 1 < len(tokens) and _opens_object(tokens, index + 1, lexicon)
        if verb is not None and verb.lemma in lexicon.group("auxiliaries"):
            done = lexicon.verbs.get(tokens[index + 1].lower) if index + 1 < len(tokens) else None
            return None if done is not None and done.form == "past" and done.kind in MAKING else (index, verb)
        if verb is not None and verb.form in {"base", "third"} and (article or not lexicon.noun(token.lower)):
            return index, verb
        if article and token.kind == "word" and (verb is None or verb.form == "past") and not _is_small(token, lexicon):
            return index, verb or UNKNOWN
    return None


def moves_level(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether a verb of movement stands between a noun and a level: `pages | fall | from 40 to 12`."""
    verb = lexicon.verbs.get(tokens[index].lower)
    motion = verb is not None and verb.lemma in lexicon.group("motion")
    if (
        verb is None
        or not (motion or verb.kind in MOVING | {"reach"})
        or verb.form == "ing"
        or index + 1 >= len(tokens)
    ):
        return False
    before, after = tokens[index - 1], tokens[index + 1]
    if index == 0 or before.kind not in {"word", "name"} or _is_small(before, lexicon):
        return False
    levels = lexicon.sources | lexicon.goals | lexicon.steps | lexicon.above | lexicon.below
    return after.kind == "number" or after.text in {"<", ">", "≤", "≥"} or after.lower in levels


def _follows_subject(before: Token, lexicon: Lexicon) -> bool:
    plural = before.lower.endswith("s") and not before.lower.endswith("ss")
    return (
        before.kind == "word"
        and not _is_small(before, lexicon)
        and (plural or before.lower in lexicon.group("people") | lexicon.group("plurals"))
    )


def _opens_object(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Say whether an article, or a bound and a number, opens an object: `mentor | at least one student`."""
    if tokens[index].lower in lexicon.group("articles"):
        return True
    pair = f"{tokens[index].lower} {tokens[index + 1].lower}" if index + 1 < len(tokens) else ""
    return bool(pair) and pair in lexicon.above | lexicon.below


def _is_small(token: Token, lexicon: Lexicon) -> bool:
    return token.lower in lexicon.prepositions | lexicon.determiners | lexicon.links | lexicon.comparatives
