"""Which numbers of real Jira prose measure something, and what they count."""

import pytest

from service.domain.audit.language import LANGUAGES
from service.domain.audit.prose import plain
from service.domain.audit.quantities import Quantity, quantities
from service.domain.audit.tokens import number_value, tokenise


def numbers(text: str, language: str = "en") -> list[Quantity]:
    lexicon = LANGUAGES[language]
    return quantities(tokenise(plain(text), decimal_comma=lexicon.decimal_comma), lexicon)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("from 12 k to 20k", [("count", 12_000, "from"), ("count", 20_000, "to")]),
        ("answers in <2h", [("duration", 7_200, "below")]),
        ("p95 from 800ms to <200 ms", [("duration", 0.8, "from"), ("duration", 0.2, "below")]),
        ("cost below €3.20", [("money", 3.2, "below")]),
        ("1/3 of the crews", [("percent", 100 / 3, "plain")]),
        ("rated 4.7/5", [("score", 4.7, "plain")]),
        ("sales calls 40→120/week", [("count", 40, "from"), ("count", 120, "to")]),
        ("$1.5M in bookings", [("money", 1_500_000, "plain")]),
        ("by 20 %", [("percent", 20, "by")]),
        ("at least 1,200 users", [("count", 1_200, "above")]),
        ("12\u00a0000 users", [("count", 12_000, "plain")]),
        ("12'000 users", [("count", 12_000, "plain")]),
        ("≥ 99,9 %", [("percent", 99.9, "above")]),
        ("5x more", [("times", 5, "plain")]),
        ("½ of the shops", [("percent", 50, "plain")]),
        ("hire two engineers", [("count", 2, "plain")]),
        ("zero critical findings", [("count", 0, "plain")]),
        ("#1 in the store", [("rank", 0, "plain")]),
        ("X% of users", [("percent", 0, "plain")]),
        ("cut by a third", [("times", 0.5, "by")]),
        ("three quarters of the guests", [("times", 0.5, "plain")]),
        ("nine of ten invoices", [("percent", 90, "plain")]),
        ("3 out of 4 residents", [("percent", 75, "plain")]),
        ("one in five trial users", [("percent", 20, "plain")]),
        ("every second order comes back", [("percent", 0, "plain")]),
        ("twice a week", [("frequency", 2, "plain")]),
        ("from 1:8 to 1:5", [("count", 0.125, "from"), ("count", 0.2, "to")]),
        ("margin turns positive", [("count", 0, "to")]),
        ("less than one business day", [("duration", 86_400, "below")]),
        ("from Rp 100K to Rp 75K", [("money", 100_000, "from"), ("money", 75_000, "to")]),
        ("60–70% confident", [("count", 60, "plain"), ("percent", 70, "plain")]),
    ],
)
def test_measures(text: str, expected: list[tuple[str, float, str]]) -> None:
    found: list[tuple[str, object, str]] = [(n.kind, pytest.approx(n.value), n.role) for n in numbers(text)]
    assert found == expected


@pytest.mark.parametrize(
    "text",
    [
        "by 2027-03-31", "by 31 March 2027", "in Q3 2026", "by end of 2026", "within 6 months", "over the next 30 days",
        "every two weeks", "SOC 2 Type II", "ISO 27001", "Tier-1 support", "upgrade to Windows 11", "B2B", "S3", "24/7 service",
        "ABC-123", "v2.1", "the 1st release", "1:1 meetings", "by [date]", "for {team}", "one platform", "a 30-day trial", "H1/2027",
        "the third office", "in one quarter", "the 2026 budget", "every 90 days", "Sev1", "CET1",
    ],
)  # fmt: skip
def test_dates_names_and_windows_measure_nothing(text: str) -> None:
    assert numbers(text) == []


@pytest.mark.parametrize(
    ("text", "head", "word"),
    [
        ("20 customer case studies", "artefact", "studies"),
        ("20 new paying customers", "outcome", "customers"),
        ("6 more customer support reps", "staff", "reps"),
        ("5 partner-focused whitepapers", "artefact", "whitepapers"),
        ("3+ prospects commit to a pilot", "outcome", "prospects"),
        ("80 % of the nurses", "staff", "nurses"),
    ],
)
def test_what_is_counted(text: str, head: str, word: str) -> None:
    assert [(number.head, number.word) for number in numbers(text)] == [(head, word)]


@pytest.mark.parametrize(
    ("digits", "comma", "value"),
    [
        ("1,250", False, 1_250), ("1.250", False, 1.25), ("1.250", True, 1_250), ("1,250", True, 1.25), ("1,250.5", False, 1_250.5),
        ("1.250,5", False, 1_250.5), ("1.250,5", True, 1_250.5), ("99,9", False, 99.9), ("1,234,567", True, 1_234_567),
        ("12 000", False, 12_000), ("16.5", True, 16.5),
    ],
)  # fmt: skip
def test_number_formats(digits: str, comma: bool, value: float) -> None:
    assert number_value(digits, decimal_comma=comma) == pytest.approx(value)


@pytest.mark.parametrize(
    "pasted",
    [
        "* Cut churn from 5% to 3%", "- [x] **Cut churn** from `5%` to `3%`", "1. Cut churn from 5% to 3%.",
        "KR 1.2: Cut churn from 5% to 3%",
        "🎯 Cut churn from 5% to 3% 🚀", "_Cut churn from 5% to 3%_", "[Cut churn|https://example.test/a] from 5% to 3%",
        "[Cut churn](https://example.test/a) from 5% to 3%", "“Cut churn from 5% to 3%”", "{color:red}Cut churn{color} from 5% to 3%",
        "Ｃut churn from 5％ to 3％",
    ],
)  # fmt: skip
def test_markup_is_looked_through(pasted: str) -> None:
    assert plain(pasted) == "Cut churn from 5% to 3%"
