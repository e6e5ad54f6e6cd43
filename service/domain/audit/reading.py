"""One pass over a text: its tokens, numbers, opening, object and conjoined goals. It describes; the rules judge."""

import itertools
from dataclasses import dataclass
from functools import cached_property

from service.domain.audit.hyphens import joined_hyphens
from service.domain.audit.lexicon import MOVING, Lexicon, Verb
from service.domain.audit.noun_phrase import head_after
from service.domain.audit.opening import Opening, open_sentence
from service.domain.audit.predicate import predicate_after
from service.domain.audit.prose import READ_CHARS, READ_TOKENS, plain
from service.domain.audit.quantities import Quantity, quantities
from service.domain.audit.tokens import Token, tokenise


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
    def object_at(self) -> int:
        """Point behind the leading verb and its particle: `roll out | the app`, `set-up | the server`."""
        if self.lead is None:
            return self.at
        hyphen = self.at + 1 < len(self.tokens) and self.tokens[self.at + 1].text == "-"
        return self.at + 1 + self.lead.lemma.count(" ") * (2 if hyphen else 1) + self.lead.lemma.count("-") * 2

    @property
    def rest_at(self) -> int:
        """Point behind the leading verb, or to the beginning where the verb closes the sentence."""
        closes = self.lexicon.verb_last and self.at > 0 and self.opening == "verb"
        return 0 if closes else self.at + 1

    @cached_property
    def rest(self) -> tuple[str, ...]:
        """List the words of the sentence without its leading verb."""
        tokens = (
            self.tokens[: self.at] + self.tokens[self.at + 1 :] if self.rest_at == 0 else self.tokens[self.at + 1 :]
        )
        return tuple(token.lower for token in tokens if token.kind in {"word", "name"})

    @property
    def is_passive(self) -> bool:
        """Say whether others do it: `Featured in 10 papers`, `Be cited by 20 others`."""
        following = self.tokens[self.at + 1].lower if self.at + 1 < len(self.tokens) else ""
        if self.lemma in self.lexicon.group("auxiliaries"):
            participle = self.lexicon.verbs.get(following)
            return participle is not None and participle.form == "past"
        return self.lead is not None and self.lead.form == "past" and following in self.lexicon.group("passive")

    @cached_property
    def has_calendar(self) -> bool:
        """Say whether the text names a day, a month or a quarter."""
        return any(token.kind == "date" or token.lower in self.lexicon.calendar for token in self.tokens)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """List the words in lower case, without numbers and signs."""
        return tuple(
            token.lower for token in self.tokens if token.kind == "word" and token.lower.replace("-", "").isalpha()
        )

    @property
    def first_word(self) -> str:
        """Return the first word in lower case; empty without one."""
        return self.words[0] if self.words else ""

    @property
    def last_word(self) -> str:
        """Return the last word in lower case; empty without one."""
        return self.words[-1] if self.words else ""

    @property
    def recurs(self) -> bool:
        """Say whether something happens again and again: `weekly`, `every sprint`, `per week`."""
        frequencies = self.lexicon.frequencies
        return any(token.lower in frequencies for token in self.tokens) or self._repeats(
            self.lexicon.group("recurring")
        )

    @property
    def recurs_always(self) -> bool:
        """Say whether it is to happen in each period: `every day`; `per day` only tells a pace."""
        return self._repeats(self.lexicon.group("recurring") - self.lexicon.group("per"))

    def _repeats(self, openers: frozenset[str]) -> bool:
        spans = self.lexicon.group("times_of_day")
        lowers = [token.lower for token in self.tokens]
        return any(
            lower in openers and any(near in self.lexicon.durations or near in spans for near in lowers[i + 1 : i + 3])
            for i, lower in enumerate(lowers)
        )

    @cached_property
    def nouns(self) -> tuple[tuple[int, str, str], ...]:
        """List (token index, word, kind) of every noun the language knows."""
        found = []
        previous = ""
        for index, token in enumerate(self.tokens):
            if token.kind in {"word", "name"}:
                kind = self.lexicon.noun(token.lower, previous)
                if kind:
                    found.append((index, token.lower, kind))
            if token.text != "-":
                previous = token.lower
        return tuple(found)

    @cached_property
    def object(self) -> tuple[str, str]:
        """Find kind and word of the leading verb's object."""
        return head_after(
            self._without_articles(0 if self.rest_at == 0 else self.object_at if self.lead else self.at + 1),
            0,
            self.lexicon,
        )

    @cached_property
    def predicate(self) -> tuple[int, Verb] | None:
        """Find the finite verb of a sentence that opens with its subject, not with a verb."""
        if self.opening not in {"measure", "noun"}:
            return None
        start = self.numbers[0].index if self.opening == "measure" and self.numbers else self.at
        return predicate_after(self.tokens, start, self.lexicon)

    def _without_articles(self, start: int) -> list[Token]:
        tokens = list(self.tokens[start : start + 10])
        while tokens and (tokens[0].lower in self.lexicon.determiners or tokens[0].kind in {"number", "sign", "blank"}):
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
            f"{one.lower} {two.lower}" in words for one, two in itertools.pairwise(tokens)
        )

    @cached_property
    def has_comparative(self) -> bool:
        """Say whether a comparative no list knows tells of a change: `A snappier app`, `Ship more predictably`."""
        lexicon = self.lexicon
        ended, adverb = lexicon.comparative_ending, lexicon.adverb_ending
        return any(
            (
                ended
                and token.lower.endswith(ended)
                and len(token.lower) > _SHORTEST_COMPARED
                and not _is_known(token, lexicon)
            )
            or (adverb and before.lower in lexicon.comparatives and token.lower.endswith(adverb))
            for before, token in itertools.pairwise((_NO_TOKEN, *self.tokens))
        )

    @cached_property
    def moves(self) -> bool:
        """Say whether the leading verb claims that something changes."""
        return self.lead_kind in MOVING

    @property
    def is_cut(self) -> bool:
        """Say whether the text was longer than what is read."""
        return len(self.raw) > READ_CHARS


#: Shorter words with the ending of a comparative are mostly none (`tier`, `pier`).
_SHORTEST_COMPARED = 5
_NO_TOKEN = Token("", "", "stop")


def _is_known(token: Token, lexicon: Lexicon) -> bool:
    return bool(lexicon.noun(token.lower)) or token.lower in lexicon.verbs or token.lower in lexicon.determiners


def read(text: str, lexicon: Lexicon) -> Reading:
    """Read a text in a language. Never raises, whatever the text."""
    clean = plain(text)
    tokens = tuple(joined_hyphens(tokenise(clean, decimal_comma=lexicon.decimal_comma)[:READ_TOKENS], lexicon))
    numbers = tuple(quantities(tokens, lexicon))
    opening, lead, at = open_sentence(tokens, numbers, lexicon)
    return Reading(text, clean, lexicon, tokens, numbers, opening, lead, at)
