"""English: how words bend, and the small words that steer a sentence. The verb and noun lists stand beside it."""

from collections.abc import Iterator, Mapping

from service.domain.audit.language.english_groups import GROUPS
from service.domain.audit.language.english_nouns import NOUNS
from service.domain.audit.language.english_verbs import IRREGULAR, VERBS
from service.domain.audit.language.templates import ENGLISH as ENGLISH_TEMPLATES
from service.domain.audit.lexicon import Lexicon, Verb, VerbForm, numbered, words

_VOWELS = "aeiou"


def _verb_forms(lemma: str) -> Iterator[tuple[str, VerbForm]]:
    yield lemma, "base"
    if lemma.endswith("e"):
        yield lemma + "s", "third"
        yield lemma + "d", "past"
        yield (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing", "ing"
        return
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        yield lemma[:-1] + "ies", "third"
        yield lemma[:-1] + "ied", "past"
        yield lemma + "ing", "ing"
        return
    yield lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x", "z", "o")) else "s"), "third"
    yield lemma + "ed", "past"
    yield lemma + "ing", "ing"
    if len(lemma) > 2 and lemma[-1] not in _VOWELS + "wxyh" and lemma[-2] in _VOWELS and lemma[-3] not in _VOWELS:
        yield lemma + lemma[-1] + "ed", "past"
        yield lemma + lemma[-1] + "ing", "ing"


def _spellings(lemma: str) -> Iterator[str]:
    yield lemma
    if lemma.endswith("ise") and lemma not in {
        "raise",
        "advise",
        "revise",
        "supervise",
        "devise",
        "advertise",
        "practise",
    }:
        yield lemma[:-3] + "ize"
    if lemma in {"analyse", "catalyse"}:
        yield lemma[:-2] + "ze"


#: Verbs with an irregular and a regular past; others must not yield `bed` (be) or `seed` (see).
_TWO_PASTS = frozenset({"learn"})


def verb_table(lists: Mapping[str, str], irregular: Mapping[str, str]) -> dict[str, Verb]:
    """Generate every form of every listed verb; a verb keeps the first list it stands in."""
    table: dict[str, Verb] = {}
    for kind, block in lists.items():
        for item in block.split():
            head, _, particle = item.partition("+")
            tail = f" {particle}" if particle else ""
            for lemma in _spellings(head):
                for form_text, form in _verb_forms(lemma):
                    if form == "past" and lemma in irregular.values() and lemma not in _TWO_PASTS:
                        continue
                    table.setdefault(form_text + tail, Verb(head + tail, kind, form))
                for past, base in irregular.items():
                    if base == lemma:
                        form_of: VerbForm = "third" if past in {"is", "are", "has", "does", "goes"} else "past"
                        table.setdefault(past + tail, Verb(head + tail, kind, form_of))
    return table


def _plural(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "sh", "ch", "x", "z")) else "s")


_PLURALS = {"person": "people", "child": "children", "analysis": "analyses", "hypothesis": "hypotheses", "index": "indices",
            "matrix": "matrices", "salesman": "salesmen", "curriculum": "curricula", "life": "lives"}  # fmt: skip


def noun_table(lists: Mapping[str, str]) -> dict[str, str]:
    """Generate singular and plural of every listed noun, in British and American spelling."""
    table: dict[str, str] = {}
    for kind, block in lists.items():
        for item in block.split():
            noun = item.replace("+", " ")
            for spelt in {noun, noun.replace("isation", "ization"), noun.replace("centre", "center")}:
                table.setdefault(spelt, kind)
                table.setdefault(_PLURALS.get(spelt, _plural(spelt)), kind)
    return table


ENGLISH = Lexicon(
    code="en",
    verbs=verb_table(VERBS, IRREGULAR),
    nouns=noun_table(NOUNS),
    qualities=frozenset(noun_table({"quality": NOUNS["quality"]})),
    numbers=numbered(
        "zero=0 no=0 once=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10 eleven=11 "
        "twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 eighteen=18 twenty=20 twenty-five=25 thirty=30 "
        "forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90 hundred=100 thousand=1000 million=1000000 "
        "billion=1000000000 dozen=12 half=0.5 double=2 twice=2 triple=3 thrice=3 halve=0.5 quadruple=4 "
        "doubling=2 tripling=3 twofold=2 threefold=3 fourfold=4 fivefold=5 tenfold=10 hundredfold=100 "
        "doubled=2 doubles=2 tripled=3 triples=3 quadrupled=4 halved=0.5 halves=0.5 third=0.33 two-thirds=0.67 quarter-of=0.25"
    ),
    durations=numbered(
        "ms=0.001 millisecond=0.001 milliseconds=0.001 msec=0.001 s=1 sec=1 secs=1 second=1 seconds=1 m=60 "
        "min=60 mins=60 minute=60 minutes=60 h=3600 hr=3600 hrs=3600 hour=3600 hours=3600 d=86400 day=86400 "
        "days=86400 w=604800 week=604800 weeks=604800 month=2592000 months=2592000 quarter=7776000 "
        "quarters=7776000 year=31536000 years=31536000 sprint=1209600 sprints=1209600 minute(s)=60 mo=2592000 "
        "yr=31536000 yrs=31536000"
    ),
    frequencies=numbered("hourly=8760 daily=365 weekly=52 biweekly=26 monthly=12 quarterly=4 yearly=1 annually=1"),
    calendar=words(
        "january february march april may june july august september october november december jan feb mar apr "
        "jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday q1 q2 q3 q4 h1 h2 quarter "
        "year month eoy eoq eom fy yearend year-end christmas summer autumn fall winter spring"
    ),
    determiners=words(
        "the a an our your my their its his her this that these those all any each every some new more "
        "additional another both several many better best at+least us"
    ),
    prepositions=words(
        "of in on at by for from to with without within into onto over under across through via per among "
        "between during after before until till against about around toward towards above below than as who "
        "which that where when while whose using based based+on due because so if since despite including like "
        "vs versus throughout beyond inside outside"
    ),
    links=words("and & while also plus or as+well+as then"),
    whys=words(
        "to so because that which through by thereby enabling in+order+to resulting leading for where who whose via"
    ),
    leads=words(
        "we will i'll we'll must should shall let's please to can our team the+team successfully continuously "
        "significantly consistently effectively also then now proactively actively fully quickly efficiently "
        "further always begin start"
    ),
    above=words(
        "longer+than later+than above over exceeding at+least minimum min more+than greater+than higher+than "
        "or+more or+higher or+above or+better up+to"
    ),
    below=words(
        "no+longer+than no+later+than not+more+than below under within less+than fewer+than lower+than at+most "
        "maximum max no+more+than or+less or+fewer or+below"
    ),
    sources=words("from"),
    goals=words("to"),
    steps=words("by"),
    comparatives=words(
        "faster better more fewer less higher lower greater stronger happier quicker cheaper sooner shorter "
        "longer larger bigger smarter easier safer smoother cleaner deeper wider healthier simpler clearer "
        "smaller slower earlier"
    ),
    fillers=words(
        "things stuff thing something everything overall general various significantly greatly substantially "
        "considerably better more very really much significantly+better generally continuously successfully "
        "good great nice stuff"
    ),
    superlatives=words(
        "best leading top excellent excellence world-class world class best-in-class great greatest perfect "
        "perfection amazing awesome outstanding exceptional superior ultimate premier finest number-one "
        "unbeatable leader market+leader success successful"
    ),
    labels=words(
        "soc iso type tier phase level version stage step part p section chapter article gdpr pci dss hipaa "
        "python java angular react windows ios android node kubernetes release sprint series option plan "
        "priority sev severity grade team wave round generation gen covid fortune forbes inc figure room floor "
        "layer gate track batch cohort net-zero scope chatgpt gpt web http html css ipv tls ipv4 ipv6 microsoft "
        "office form article line no office-365 365 industry week"
    ),
    bounded=words(
        "rate ratio share percentage percent percentile coverage availability uptime retention satisfaction "
        "adoption accuracy completion attendance utilisation utilization occupancy precision recall conversion "
        "csat participation compliance availability occupancy"
    ),
    unbounded=words(
        "growth revenue net nrr ndr grr quota target plan roi roas sales increase expansion profit bookings "
        "budget arr mrr baseline value volume pipeline forecast funding goal oversubscribed capacity return"
    ),
    lower_is_better=words(
        "cost costs churn bug bugs defect defects incident incidents error errors complaint complaints latency "
        "time downtime expense expenses failure failures crash crashes outage outages backlog debt waste "
        "turnover attrition bounce abandonment delay delays risk risks"
    ),
    adverb_ending="ly",
    verb_prefixes=("re", "co", "pre", "over", "un"),
    superlative_ending="est",
    plural_ending="s",
    comparative_ending="ier",
    noun_endings={
        "ment": ("",),
        "isation": ("ise",),
        "ization": ("ise",),
        "ication": ("ish", "ify"),
        "ation": ("e", "", "ate"),
        "duction": ("duce",),
        "mission": ("mit",),
        "sion": ("d", "de"),
        "ion": ("e", ""),
        "al": ("e", ""),
        "ance": ("", "e"),
    },
    verb_endings=("ise", "ize", "ify", "ate"),
    templates=ENGLISH_TEMPLATES,
    groups={name: words(block) for name, block in GROUPS.items()},
)
