"""One regular expression that splits a plain sentence into words, numbers, dates and identifiers. No meaning yet."""

import re
from dataclasses import dataclass
from typing import Literal

TokenKind = Literal["word", "number", "blank", "date", "name", "sign", "stop"]


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the sentence. `lower` is what the lexicon is asked with.

    `blank` is a number still to be filled in (`X%`, `[target]`, `{#}`); `name` holds digits that name something
    (`SOC2`, `P95`, `ABC-12`, `v2.1`); `stop` ends a clause.
    """

    text: str
    lower: str
    kind: TokenKind
    value: float = 0.0
    unit: str = ""
    money: str = ""
    plus: bool = False
    of: float = 0.0


_NUMBER = r"\d{1,3}(?:[,.'\u00a0 ]\d{3})+(?![\d])(?:[.,]\d{1,4}(?!\d))?|\d+(?:[.,]\d+)?"
_SCALE = r"k|K|M|MM|mm|mn|mio|Mio|mrd|Mrd|mln|bn|B|tn|tsd"
_GLUED = r"ms|secs?|s|mins?|h|hrs?|d|w|mo|yrs?|x|X|pp|pts?|bps|gb|tb|mb|GB|TB|MB|kg|km|sqm|€|£|\$"
_MONEY = r"US\$|R\$|[AC]\$|USD|EUR|GBP|CHF|AUD|CAD|SEK|NOK|DKK|PLN|INR|JPY|BRL|MXN|ZAR|Rp\.?|Rs\.?|[$€£¥₹₽₩]"
_TOKEN = re.compile(
    rf"""
    (?P<date>\d{{4}}-\d{{2}}-\d{{2}} | \d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}(?!\d)
        | (?:Q[1-4]|H[12]|FY)(?:[ /'-]?(?:FY)?'?\d{{2,4}})?\b | \d{{4}}[ -]?[QH][1-4]\b | \d{{1,2}}(?:am|pm)\b )
  | (?P<name>24/7(?:/365)? | 360(?=[ -]?degree) | 1:1s? | 1-(?:on|to)-1s? | v\d+(?:\.\d+)*\b | [A-Z][A-Z0-9_]+-\d+\b
        | 510\(k\) | [A-Za-z]+\d[\w.-]*\w | [A-Za-z]\d\b | [A-Z]{{2,}}\d\b | [A-Z][a-z]{{2,}}\d\b
        | \d+(?:st|nd|rd|th)\b | \#\d+\b | \d+[FGD][A-Z]*\b )
  | (?P<blank>[$€£]?(?:\[[^\]\n]{{0,40}}\]|\{{[^}}\n]{{0,40}}\}}|<[a-zA-Z][a-zA-Z _-]{{0,30}}>)[%]?
        | [$€£](?:X+|Y+|Z|N|_+)(?:[kKMB]\b)? | (?<![A-Za-z])(?:[XYZN]|XX+|xx+|[xyn]|_+|\?+)\ ?% | \b(?:XX+|YY+)[kKM]?\b | \b_{{2,}} )
  | (?:(?P<money>{_MONEY})\ ?)?(?P<num>{_NUMBER})
        (?:\ ?(?P<scale>{_SCALE})(?![A-Za-z]))?(?P<plus>\+)?
        (?:/(?P<of>\d+(?:[.,]\d+)?)(?![\d/])|:(?P<ratio>\d{{1,3}})(?!\d))?
        (?:\ ?(?P<pct>%|‰|per\ cent\b|por\ ciento\b) | (?P<glued>{_GLUED})(?![A-Za-z]))?(?P<plus2>\+)?
  | (?P<sign><=|>=|->|=>|→|≤|≥|<|>|~|=|\+(?=\d)|\+)
  | (?P<word>[^\W\d_]+(?:['&][^\W\d_]+)*|[&%/])
  | (?P<stop>[,;:.()!?|–—-])
    """,
    re.X,
)


def tokenise(text: str, *, decimal_comma: bool = False) -> list[Token]:
    """Split a plain text; anything the grammar does not know is left out."""
    tokens: list[Token] = []
    for match in _TOKEN.finditer(text):
        group = match.lastgroup or ""
        piece = match.group()
        if match.group("num") is not None:
            tokens.append(_number(match, decimal_comma))
        elif group == "blank":
            tokens.append(Token(piece, piece.lower(), _blank_kind(piece)))
        elif group in {"date", "name", "sign", "stop"}:
            tokens.append(Token(piece, piece.lower(), group))  # type: ignore[arg-type]
        else:
            tokens.append(Token(piece, piece.lower(), "word"))
    return tokens


_BLANK_DATE = re.compile(r"date|day|month|quarter|year|deadline|datum|fecha|mes|monat", re.I)
_BLANK_WORDS = re.compile(r"[A-Za-zÀ-ÿ]{2,}")
_BLANK_NUMBER = re.compile(
    r"number|target|baseline|value|current|percent|amount|count|goal|zahl|wert|ziel|número|valor|XX|YY", re.I
)


def _blank_kind(piece: str) -> TokenKind:
    """Tell a slot for a number from a slot for a date or a name."""
    if piece[0] in "[{<" and "%" not in piece and _BLANK_WORDS.search(piece):
        if _BLANK_DATE.search(piece):
            return "date"
        return "blank" if _BLANK_NUMBER.search(piece) else "word"
    return "blank"


_TIMES = {"k": 1e3, "tsd": 1e3, "m": 1e6, "mm": 1e6, "mn": 1e6, "mio": 1e6, "mln": 1e6,
          "bn": 1e9, "b": 1e9, "mrd": 1e9, "tn": 1e12}  # fmt: skip


def _number(match: re.Match[str], decimal_comma: bool) -> Token:
    value = number_value(match.group("num"), decimal_comma=decimal_comma)
    scale = match.group("scale")
    if scale:
        value *= _TIMES[scale.lower()]
    glued = match.group("glued") or ""
    money = (match.group("money") or "").strip()
    if glued in {"€", "£", "$"}:
        money, glued = glued, ""
    of = match.group("of")
    ratio = match.group("ratio")
    if ratio and float(ratio):
        value /= float(ratio)
    return Token(
        text=match.group().strip(),
        lower=match.group().strip().lower(),
        kind="number",
        value=value,
        unit="%" if match.group("pct") else glued,
        money=money,
        plus=bool(match.group("plus") or match.group("plus2")),
        of=number_value(of, decimal_comma=decimal_comma) if of else 0.0,
    )


def number_value(digits: str, *, decimal_comma: bool = False) -> float:
    """Read `1,250`, `1.250,5`, `12 000`, `99,9` and `16.5`.

    A single separator followed by exactly three digits is ambiguous: the language decides.
    """
    digits = digits.replace("\u00a0", "").replace(" ", "").replace("'", "")
    comma, dot = digits.rfind(","), digits.rfind(".")
    if comma >= 0 and dot >= 0:
        decimal = "," if comma > dot else "."
    elif comma >= 0:
        grouped = len(digits) - comma == 4 and (not decimal_comma or digits.count(",") > 1)
        decimal = "" if grouped or digits.count(",") > 1 else ","
    elif dot >= 0:
        grouped = len(digits) - dot == 4 and (decimal_comma or digits.count(".") > 1)
        decimal = "" if grouped or digits.count(".") > 1 else "."
    else:
        decimal = ""
    for separator in ",.":
        if separator != decimal:
            digits = digits.replace(separator, "")
    if decimal:
        digits = digits.replace(decimal, ".")
    return float(digits[:300])
