"""The shape of a language's word data and how word forms are found in it. No words of any language."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

VerbKind = Literal["up", "down", "improve", "reach", "output", "activity", "hold", "operate", "state"]
NounKind = Literal["metric", "outcome", "artefact", "activity", "staff", "vanity", "quality"]
VerbForm = Literal["base", "past", "ing", "third"]

MOVING: frozenset[str] = frozenset({"up", "down", "improve"})
MAKING: frozenset[str] = frozenset({"output", "activity"})
#: What a team plans and does itself: counting these counts work.
PLANNED: frozenset[str] = frozenset({"artefact", "activity", "staff"})


#: A compound's last part has at least this many letters; shorter ones match by accident.
_SHORTEST_PART = 4

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Verb:
    """One inflected verb form: its lemma, what it claims and its grammatical form."""

    lemma: str
    kind: str
    form: VerbForm


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything the rules need to know of one language. All words are lower case.

    `links` join two goals, `whys` open a purpose, `leads` may stand before the verb. `groups` hold the words of single
    rules. `compounds`: a noun is known by its last part (German). `head_first`: adjectives follow their noun (Spanish).
    `verb_last`: an infinitive may close the sentence.
    """

    code: str
    verbs: Mapping[str, Verb]
    nouns: Mapping[str, str]
    qualities: frozenset[str]
    numbers: Mapping[str, float]
    durations: Mapping[str, float]
    frequencies: Mapping[str, float]
    calendar: frozenset[str]
    determiners: frozenset[str]
    prepositions: frozenset[str]
    links: frozenset[str]
    whys: frozenset[str]
    leads: frozenset[str]
    above: frozenset[str]
    below: frozenset[str]
    sources: frozenset[str]
    goals: frozenset[str]
    steps: frozenset[str]
    comparatives: frozenset[str]
    fillers: frozenset[str]
    superlatives: frozenset[str]
    labels: frozenset[str]
    bounded: frozenset[str]
    unbounded: frozenset[str]
    lower_is_better: frozenset[str]
    compounds: bool = False
    head_first: bool = False
    verb_last: bool = False
    decimal_comma: bool = False
    adverb_ending: str = ""
    plural_ending: str = ""
    comparative_ending: str = ""
    verb_prefixes: tuple[str, ...] = ()
    verb_endings: tuple[str, ...] = ()
    noun_endings: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    superlative_ending: str = ""
    templates: Mapping[str, str] = field(default_factory=dict)
    groups: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def group(self, name: str) -> frozenset[str]:
        """Return a word group that a rule asks for; empty when the language has none."""
        return self.groups.get(name, _NO_WORDS)

    def noun(self, word: str, before: str = "") -> str:
        """Classify a noun, asking first for the two-word noun it may close; empty when unknown."""
        if before:
            pair = self.nouns.get(f"{before} {word}")
            if pair:
                return pair
        known = self.nouns.get(word)
        if known:
            return known
        if self.compounds:
            for start in range(2, len(word) - _SHORTEST_PART + 1):
                last = self.nouns.get(word[start:])
                if last:
                    return last
        return ""

    def is_superlative(self, word: str) -> bool:
        """Say whether a word is a superlative by its list or its ending: `quietest`, but not `request`."""
        if word in self.superlatives:
            return True
        ending = self.superlative_ending
        regular = bool(ending) and word.endswith(ending) and len(word) > len(ending) + _SHORTEST_STEM
        return regular and not self.noun(word) and word not in self.verbs


#: Letters before a superlative's ending; fewer make another word (`best`, `test`).
_SHORTEST_STEM = 3


def words(block: str) -> frozenset[str]:
    """Read a block of blank-separated words; a plus sign stands for a blank."""
    return frozenset(word.replace("+", " ") for word in block.split())


def numbered(block: str) -> dict[str, float]:
    """Read `word=number` pairs."""
    pairs = (item.split("=") for item in block.split())
    return {word.replace("+", " "): float(number) for word, number in pairs}
