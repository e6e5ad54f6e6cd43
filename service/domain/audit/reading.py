"""One pass over a text: its tokens, numbers, opening, object and conjoined goals. It describes; the rules judge."""

from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from service.domain.audit.lexicon import MOVING, Lexicon, Verb
from service.domain.audit.prose import READ_CHARS, plain
from service.domain.audit.quantities import Quantity, head_after, quantities
from service.domain.audit.tokens import Token, tokenise

#: How the sentence opens: with a verb, with a word no list knows but that stands where a verb stands, with a
#: number, or with a noun.
Opening = Literal["verb", "guess", "measure", "noun", "empty"]


@dataclass(frozen=True)
class Reading:
    """A text as the rules see it. `lead` is the verb that carries the sentence, at token `at`."""

    raw: str
    text: str
    lexicon: Lexicon
    tokens: tuple[Token, ...]
    numbers: tuple[Quantity, ...]
    opening: Opening
    lead: Verb | None
    at: int

    @property
    def lead_kind(self) -> str:
        """Name what the leading verb claims; empty without one."""
        return self.lead.kind if self.lead else ""

    @property
    def lemma(self) -> str:
        """Name the leading verb; empty without one."""
        return self.lead.lemma if self.lead else ""

    @property
    def lead_word(self) -> str:
        """Quote the leading verb as it is written; the first word without one."""
        return self.tokens[self.at].text if self.tokens else ""

    @property
    def is_passive(self) -> bool:
        """Say whether others do it: `Featured in 10 papers`."""
        following = self.tokens[self.at + 1].lower if self.at + 1 < len(self.tokens) else ""
        return self.lead is not None and self.lead.form == "past" and following in self.lexicon.group("passive")

    @cached_property
    def has_calendar(self) -> bool:
        """Say whether the text names a day, a month or a quarter."""
        return any(token.kind == "date" or token.lower in self.lexicon.calendar for token in self.tokens)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """List the words in lower case, without numbers and signs."""
        return tuple(token.lower for token in self.tokens if token.kind == "word" and token.lower.isalpha())

    @cached_property
    def nouns(self) -> tuple[tuple[int, str, str], ...]:
        """List (token index, word, kind) of every noun the language knows."""
        found = []
        previous = ""
        for index, token in enumerate(self.tokens):
            if token.kind == "word":
                kind = self.lexicon.noun(token.lower, previous)
                if kind:
                    found.append((index, token.lower, kind))
            if token.text != "-":
                previous = token.lower
        return tuple(found)

    @cached_property
    def object(self) -> tuple[str, str]:
        """Find kind and word of the leading verb's object."""
        start = self.at + 1 if self.lead and self.at == 0 or not self.lexicon.verb_last else 0
        return head_after(self._without_articles(start), 0, self.lexicon)

    def _without_articles(self, start: int) -> list[Token]:
        tokens = list(self.tokens[start : start + 10])
        while tokens and (tokens[0].lower in self.lexicon.determiners or tokens[0].lower in {"up", "out", "in", "on"}):
            tokens.pop(0)
        return tokens

    @cached_property
    def goals(self) -> tuple[tuple[int, Verb], ...]:
        """List the verbs that stand at the head of a conjoined clause, the leading one first."""
        found = [(self.at, self.lead)] if self.lead else []
        for index, token in enumerate(self.tokens[:-1]):
            joined = token.lower in self.lexicon.links or token.text in {",", ";"}
            if joined and index > self.at:
                verb = self.lexicon.verbs.get(self.tokens[index + 1].lower)
                if verb is not None and self._heads_clause(index + 1, verb):
                    found.append((index + 1, verb))
        return tuple(found)

    def _heads_clause(self, index: int, verb: Verb) -> bool:
        """Tell a verb from its homograph noun (`revenue and sales`): a verb is followed by its object."""
        if verb.form in {"past", "third"} or index + 1 >= len(self.tokens):
            return False
        following = self.tokens[index + 1]
        if not self.lexicon.noun(self.tokens[index].lower):
            return following.kind != "stop"
        return following.kind in {"number", "blank"} or following.lower in self.lexicon.determiners

    @cached_property
    def has_date(self) -> bool:
        """Say whether the text names a day, a month, a quarter or a span."""
        return self.has_calendar or any(
            token.lower in self.lexicon.durations and token.kind == "word" for token in self.tokens
        )

    def follows(self, words: frozenset[str], *, after: int = 0) -> bool:
        """Say whether one of the words, or pairs of words, stands after a token."""
        tokens = self.tokens[after:]
        return any(token.lower in words for token in tokens) or any(
            f"{one.lower} {two.lower}" in words for one, two in zip(tokens, tokens[1:], strict=False)
        )

    @cached_property
    def moves(self) -> bool:
        """Say whether the leading verb claims that something changes."""
        return self.lead_kind in MOVING

    @property
    def is_cut(self) -> bool:
        """Say whether the text was longer than what is read."""
        return len(self.raw) > READ_CHARS


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read a text in a language. Never raises, whatever the text."""
    clean = plain(text)
    tokens = tuple(tokenise(clean, decimal_comma=lexicon.decimal_comma))
    numbers = tuple(quantities(tokens, lexicon))
    opening, lead, at = _open(tokens, numbers, lexicon)
    return Reading(text, clean, lexicon, tokens, numbers, opening, lead, at)


def _open(
    tokens: tuple[Token, ...], numbers: tuple[Quantity, ...], lexicon: Lexicon
) -> tuple[Opening, Verb | None, int]:
    start = 0
    while start < len(tokens) - 1 and _is_before_lead(tokens, start, lexicon):
        start += 1
    if start >= len(tokens):
        return "empty", None, 0
    first = tokens[start]
    if any(quantity.index == start for quantity in numbers) or first.kind == "sign":
        return "measure", None, start
    verb = _verb_at(tokens, start, lexicon)
    if verb is not None and not _is_noun_here(tokens, start, verb, lexicon):
        return "verb", verb, start
    if lexicon.verb_last:
        last = _last_verb(tokens, lexicon)
        if last is not None:
            return "verb", last[1], last[0]
    if first.kind != "word" or first.lower in lexicon.determiners or lexicon.noun(first.lower):
        return "noun", None, start
    return ("guess" if _stands_like_verb(tokens, start, lexicon) else "noun"), None, start


def _is_before_lead(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    """Look through `We will`, `Aim to` and adverbs."""
    token = tokens[index]
    if token.lower in lexicon.group("intents"):
        return tokens[index + 1].lower in lexicon.goals
    ending = lexicon.adverb_ending
    adverb = bool(ending) and token.lower.endswith(ending) and not lexicon.noun(token.lower)
    return token.lower in lexicon.leads or token.kind == "stop" or adverb


def _verb_at(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> Verb | None:
    for length in (3, 2, 1):
        pieces = [token.lower for token in tokens[index : index + length] if token.text != "-"]
        glue = "-" if any(token.text == "-" for token in tokens[index : index + length]) else " "
        verb = lexicon.verbs.get(glue.join(pieces)) or lexicon.verbs.get(" ".join(pieces))
        if verb is not None and len(pieces) == min(length, len(pieces)):
            return verb
    return None


def _is_noun_here(tokens: tuple[Token, ...], index: int, verb: Verb, lexicon: Lexicon) -> bool:
    """Tell `Launch of the app`, `Support ticket volume below 50` or `Time to hire` from an imperative."""
    following = tokens[index + 1] if index + 1 < len(tokens) else None
    if following is None:
        return False
    if following.lower in lexicon.group("noun_makers"):
        return True
    if verb.form == "third" and lexicon.noun(tokens[index].lower):
        return True
    return bool(lexicon.noun(tokens[index].lower)) and following.kind in {"sign", "stop"} and following.text != "("


def _stands_like_verb(tokens: tuple[Token, ...], index: int, lexicon: Lexicon) -> bool:
    if index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    return (
        following.lower in lexicon.determiners or following.kind in {"number", "blank"}
        or (following.kind == "word" and following.lower in lexicon.numbers)
        or (following.kind == "word" and bool(lexicon.noun(following.lower)))
    )  # fmt: skip


def _last_verb(tokens: tuple[Token, ...], lexicon: Lexicon) -> tuple[int, Verb] | None:
    for index in range(len(tokens) - 1, -1, -1):
        verb = lexicon.verbs.get(tokens[index].lower)
        if verb is not None and not lexicon.noun(tokens[index].lower):
            return index, verb
    return None
