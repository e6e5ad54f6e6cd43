"""One draft under every doctrine: the verdict matrix, where they part, and what a chosen one is told by the others."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from service.domain.presets import Preset
from service.domain.second_opinion.draft import DraftSet
from service.domain.second_opinion.finding import SetFinding
from service.domain.second_opinion.rules import RULES


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What one doctrine says of the set."""

    preset: str
    name: str
    findings: tuple[SetFinding, ...]

    @property
    def passes(self) -> bool:
        """Tell whether nothing hard was found."""
        return not self.hard

    @property
    def hard(self) -> tuple[SetFinding, ...]:
        """Return what fails the set."""
        return tuple(finding for finding in self.findings if finding.is_hard)

    @property
    def words(self) -> str:
        """Say the verdict in one line, with the first reason."""
        if self.passes:
            return f"passes {self.name}"
        more = f" (and {len(self.hard) - 1} more)" if len(self.hard) > 1 else ""
        first = self.hard[0]
        return f"fails {self.name} because {first.message} [{first.rule}, {first.source}]{more}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Disagreement:
    """A rule about one subject that fails the set here and lets it pass there."""

    rule: str
    subject_id: str
    fails: tuple[str, ...]
    passes: tuple[str, ...]


def opinion(*, draft: DraftSet, preset: Preset) -> Opinion:
    """Grade the set under one doctrine."""
    found = tuple(finding for rule in RULES for finding in rule(draft, preset))
    return Opinion(preset=preset.key, name=preset.name, findings=found)


def opinions(*, draft: DraftSet, presets: Iterable[Preset]) -> tuple[Opinion, ...]:
    """Grade the set under each doctrine, in their order."""
    return tuple(opinion(draft=draft, preset=preset) for preset in presets)


def disagreements(*, opinions: Sequence[Opinion]) -> tuple[Disagreement, ...]:
    """Return the rules over which the doctrines part, by rule id and subject."""
    marks: dict[tuple[str, str], list[str]] = {}
    for each in opinions:
        for mark in dict.fromkeys((finding.rule, finding.subject_id) for finding in each.hard):
            marks.setdefault(mark, []).append(each.preset)
    return tuple(
        Disagreement(
            rule=rule,
            subject_id=subject_id,
            fails=tuple(fails),
            passes=tuple(each.preset for each in opinions if each.preset not in fails),
        )
        for (rule, subject_id), fails in marks.items()
        if len(fails) < len(opinions)
    )


def dissents(*, opinions: Sequence[Opinion], binding: str) -> tuple[Opinion, ...]:
    """Return the doctrines whose verdict is not the binding one's; the team keeps them beside its choice."""
    chosen = next((each for each in opinions if each.preset == binding), None)
    return () if chosen is None else tuple(each for each in opinions if each.passes is not chosen.passes)
