"""German: infinitives at the end, nouns made of verbs, compounds read by their last part."""

from collections.abc import Iterator

from service.domain.audit.language.german_groups import GROUPS
from service.domain.audit.language.german_words import CHANGES, NOUNS, PARTICIPLES, VERBS
from service.domain.audit.language.templates import GERMAN as GERMAN_TEMPLATES
from service.domain.audit.lexicon import Lexicon, Verb, VerbForm, numbered, words

_NOUN_ENDINGS = ("", "e", "en", "n", "er", "ern", "s", "es", "innen", "nen")


def _forms(infinitive: str) -> Iterator[tuple[str, VerbForm]]:
    """Infinitive, first person plural (the same), imperative and the regular participle."""
    yield infinitive, "base"
    stem = infinitive.removesuffix("n").removesuffix("e")
    yield stem + "t", "third"
    if infinitive.endswith("ieren") or infinitive.startswith(("be", "er", "ver", "ent", "ge", "zer")):
        yield stem + "t", "past"
    else:
        yield "ge" + stem + "t", "past"


def _verbs() -> dict[str, Verb]:
    table: dict[str, Verb] = {}
    for kind, block in VERBS.items():
        for infinitive in block.split():
            for text, form in _forms(infinitive):
                table.setdefault(text, Verb(infinitive, kind, form))
    for kind, block in CHANGES.items():
        for noun in block.split():
            table.setdefault(noun, Verb(noun, kind, "base"))
    for participle, infinitive in (pair.split("=") for pair in PARTICIPLES.split()):
        table.setdefault(participle, Verb(infinitive, table[infinitive].kind, "past"))
    return table


def _nouns() -> dict[str, str]:
    table: dict[str, str] = {}
    for kind, block in NOUNS.items():
        for noun in block.split():
            for ending in _NOUN_ENDINGS:
                table.setdefault(noun + ending, kind)
    return table


GERMAN = Lexicon(
    code="de",
    verbs=_verbs(),
    nouns=_nouns(),
    qualities=words(NOUNS["quality"]),
    numbers=numbered(
        "null=0 zwei=2 drei=3 vier=4 fünf=5 sechs=6 sieben=7 acht=8 neun=9 zehn=10 elf=11 zwölf=12 zwanzig=20 "
        "dreißig=30 fünfzig=50 hundert=100 tausend=1000 million=1000000 millionen=1000000 dutzend=12 hälfte=0.5 "
        "halbieren=0.5 verdoppeln=2 verdreifachen=3"
    ),
    durations=numbered(
        "ms=0.001 millisekunden=0.001 s=1 sek=1 sekunde=1 sekunden=1 min=60 minute=60 minuten=60 h=3600 "
        "std=3600 stunde=3600 stunden=3600 tag=86400 tage=86400 tagen=86400 werktage=86400 werktagen=86400 "
        "arbeitstage=86400 arbeitstagen=86400 woche=604800 wochen=604800 monat=2592000 monate=2592000 "
        "monaten=2592000 quartal=7776000 quartale=7776000 jahr=31536000 jahre=31536000 jahren=31536000"
    ),
    frequencies=numbered("stündlich=8760 täglich=365 wöchentlich=52 monatlich=12 quartalsweise=4 jährlich=1"),
    calendar=words(
        "januar februar märz april mai juni juli august september oktober november dezember quartal "
        "quartalsende jahresende monatsende q1 q2 q3 q4 h1 h2 halbjahr jahr frühjahr sommer herbst winter "
        "weihnachten"
    ),
    determiners=words(
        "der die das den dem des ein eine einen einem einer eines unser unsere unseren unserem unserer ihr ihre "
        "alle jeder jede jedes neue neuen neuer neues neuem weitere weiteren mehrere einige beide mindestens"
    ),
    prepositions=words(
        "von in im an am bei für aus mit ohne zu zum zur auf über unter durch pro zwischen nach vor seit bis "
        "gegen um als der die das während wegen dank innerhalb vom beim ins per je"
    ),
    links=words("und & sowie oder plus während"),
    whys=words("damit um weil sodass durch indem zu wodurch für dessen deren die der"),
    leads=words(
        "wir wollen werden sollen müssen können unser team erfolgreich deutlich nachhaltig konsequent auch dann "
        "weiterhin bitte"
    ),
    above=words("über mindestens min mehr+als größer höher+als ab wenigstens"),
    below=words("unter maximal max höchstens weniger+als kleiner unterhalb binnen innerhalb"),
    sources=words("von vom"),
    goals=words("auf zu zum bis"),
    steps=words("um"),
    comparatives=words(
        "schneller besser mehr weniger höher niedriger größer stärker zufriedener günstiger früher kürzer "
        "länger einfacher sicherer leichter stabiler zuverlässiger effizienter"
    ),
    fillers=words(
        "dinge sachen etwas alles allgemein verschiedene deutlich erheblich wesentlich sehr besser mehr gut "
        "gute guten nachhaltig"
    ),
    superlatives=words(
        "beste besten bester führend führende führender exzellent exzellente exzellenz hervorragend "
        "hervorragende weltklasse erstklassig marktführer großartig perfekt"
    ),
    labels=words(
        "iso soc din typ stufe phase version schritt teil absatz kapitel artikel dsgvo paragraph windows ios "
        "android runde woche"
    ),
    bounded=words(
        "quote rate anteil abdeckung verfügbarkeit zufriedenheit kundenzufriedenheit auslastung genauigkeit "
        "abschlussquote adoptionsrate bindungsrate"
    ),
    unbounded=words("wachstum umsatz umsatzwachstum nrr plan ziel steigerung quote+erfüllung"),
    lower_is_better=words(
        "kosten churn abwanderung fehler fehlerquote beschwerden ausfälle ausfallzeit rückstand schulden "
        "fluktuation krankenstand wartezeit durchlaufzeit bearbeitungszeit antwortzeit reklamationen"
    ),
    compounds=True,
    verb_last=True,
    decimal_comma=True,
    templates=GERMAN_TEMPLATES,
    groups={name: words(block) for name, block in GROUPS.items()},
)
