"""Whatever is pasted, the auditor answers, the same way each time, and in bounded time."""

import re
from time import process_time
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from service.domain.audit import Kind, Structured, Verdict, audit
from service.domain.audit.language import LANGUAGES

_KINDS = st.sampled_from(["kr", "objective"])
_WORD_LIST = (
    "increase reduce launch the a new customers features NPS from to by 5% 20k <2h $3M €1,5 Q3 ( ) [x] {#} and while - , ; : "
    "keep ensure hire training 1/3 p95 SOC 2 was current followers → ** ``` https://x.test/a|b 🚀 \n"
)
_WORDS = st.sampled_from(_WORD_LIST.split(" "))


@settings(max_examples=400, deadline=None)
@given(kind=_KINDS, text=st.one_of(st.text(max_size=300), st.lists(_WORDS, max_size=25).map(" ".join)),
       language=st.sampled_from([*LANGUAGES, "xx"]), all_of_it=st.booleans())  # fmt: skip
def test_any_text_gets_a_verdict(kind: Kind, text: str, language: str, all_of_it: bool) -> None:
    found = audit(kind=kind, text=text, language=language, show_all=all_of_it)
    assert found.verdict in get_args(Verdict)
    assert all(finding.message and finding.suggestion and finding.source for finding in found.findings)
    assert found == audit(kind=kind, text=text, language=language, show_all=all_of_it)
    assert (found.verdict == "good") == all(finding.verdict == "good" for finding in found.findings)


@settings(max_examples=200, deadline=None)
@given(kind=_KINDS, text=st.lists(_WORDS, min_size=1, max_size=20).map(" ".join))
def test_showing_all_only_adds(kind: Kind, text: str) -> None:
    short, full = audit(kind=kind, text=text), audit(kind=kind, text=text, show_all=True)
    assert set(short.findings) <= set(full.findings)


@settings(max_examples=200, deadline=None)
@given(
    kind=_KINDS, text=st.lists(_WORDS, min_size=1, max_size=20).map(" ".join), language=st.sampled_from([*LANGUAGES])
)
def test_a_rewrite_invents_no_digit(kind: Kind, text: str, language: str) -> None:
    rewrite = audit(kind=kind, text=text, language=language).rewrite
    assert set(re.findall(r"\d", rewrite)) <= set(re.findall(r"\d", text))


@settings(max_examples=200, deadline=None)
@given(target=st.floats(allow_nan=False, allow_infinity=False), baseline=st.none() | st.floats(allow_nan=False, allow_infinity=False),
       unit=st.text(max_size=6))  # fmt: skip
def test_any_fields_get_a_verdict(target: float, baseline: float | None, unit: str) -> None:
    fields = Structured(baseline=baseline, target=target, unit=unit)
    assert audit(kind="kr", text="Improve customer satisfaction", fields=fields).verdict in {"good", "impossible"}


@pytest.mark.parametrize(
    "piece",
    ["a", "1", "1,", "[", "{", "<", "(", "[a|", "[a](", "{code}", "```", "- ", "\n", "*_", "!a", "$", "%", "to 5% ", "increase ", "and ",
     "🚀", "é", "中", "x-", "1/", "Q1 ", "\u202e", "１", "re", "=>"],
)  # fmt: skip
def test_64_kb_of_anything_stays_within_50_ms(piece: str) -> None:
    text = (piece * 65_536)[:65_536]
    fastest = 1.0
    for _ in range(3):
        started = process_time()
        audit(kind="kr", text=text, show_all=True)
        fastest = min(fastest, process_time() - started)
    assert fastest < 0.05
