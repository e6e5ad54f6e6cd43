"""Spanish: infinitives first, the noun before its adjectives, nouns made of verbs."""

from collections.abc import Iterator

from service.domain.audit.language.spanish_groups import GROUPS
from service.domain.audit.language.spanish_words import CHANGES, NOUNS, PARTICIPLES, VERBS
from service.domain.audit.language.templates import SPANISH as SPANISH_TEMPLATES
from service.domain.audit.lexicon import Lexicon, Verb, VerbForm, numbered, words

_PRESENT = {"ar": "amos", "er": "emos", "ir": "imos"}


def _forms(infinitive: str) -> Iterator[tuple[str, VerbForm]]:
    """Infinitive, first person plural, participle in both genders and numbers."""
    yield infinitive, "base"
    stem, ending = infinitive[:-2], infinitive[-2:]
    yield stem + _PRESENT.get(ending, "imos"), "base"
    root = stem + ("ad" if ending == "ar" else "id")
    for tail in ("o", "a", "os", "as"):
        yield root + tail, "past"


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
            table.setdefault(noun, kind)
            table.setdefault(noun + ("s" if noun[-1] in "aeiouéó" else "es"), kind)
            if noun.endswith("ión"):
                table.setdefault(noun[:-2] + "ones", kind)
    return table


SPANISH = Lexicon(
    code="es",
    verbs=_verbs(),
    nouns=_nouns(),
    qualities=words(NOUNS["quality"]),
    numbers=numbered(
        "cero=0 dos=2 tres=3 cuatro=4 cinco=5 seis=6 siete=7 ocho=8 nueve=9 diez=10 doce=12 veinte=20 "
        "treinta=30 cincuenta=50 cien=100 mil=1000 millón=1000000 millones=1000000 docena=12 mitad=0.5 "
        "duplicar=2 triplicar=3"
    ),
    durations=numbered(
        "ms=0.001 s=1 seg=1 segundo=1 segundos=1 min=60 minuto=60 minutos=60 h=3600 hora=3600 horas=3600 "
        "día=86400 días=86400 semana=604800 semanas=604800 mes=2592000 meses=2592000 trimestre=7776000 "
        "trimestres=7776000 año=31536000 años=31536000"
    ),
    frequencies=numbered("diario=365 diaria=365 semanal=52 mensual=12 trimestral=4 anual=1"),
    calendar=words(
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre q1 q2 q3 q4 "
        "trimestre semestre mes año verano otoño invierno primavera navidad"
    ),
    determiners=words(
        "el la los las un una unos unas lo nuestro nuestra nuestros nuestras su sus nuevo nueva nuevos nuevas "
        "todo toda todos todas cada al+menos otro otra otros otras varios varias más"
    ),
    prepositions=words(
        "de del en con sin por para a al desde hasta entre sobre tras durante mediante según ante bajo que "
        "quien donde como cuando dentro contra hacia"
    ),
    links=words("y e & o además también"),
    whys=words("para porque que mediante así por a+fin+de"),
    leads=words(
        "vamos queremos debemos nuestro equipo con+éxito también además significativamente notablemente siempre"
    ),
    above=words("más+de al+menos mínimo mayor+que superior+a encima sobre menos superiores"),
    below=words("menos+de máximo menor+que inferior+a debajo como+máximo bajo inferiores"),
    sources=words("de del desde"),
    goals=words("a al hasta"),
    steps=words("en por"),
    comparatives=words("mejor mejores más menos mayor menor rápido antes superior"),
    fillers=words("cosas algo todo general varias muy significativamente mucho mejor bien continuamente"),
    superlatives=words("mejor mejores líder excelencia excelente perfecto perfecta mundial sobresaliente"),
    labels=words(
        "iso soc tipo fase nivel versión etapa parte paso rgpd artículo windows ios android ronda serie semana"
    ),
    bounded=words(
        "tasa porcentaje cuota cobertura disponibilidad satisfacción adopción precisión retención ocupación conversión"
    ),
    unbounded=words("crecimiento ingresos neta nrr plan objetivo ventas"),
    lower_is_better=words(
        "costes costos coste costo abandono churn errores incidencias quejas reclamaciones tiempo rotación "
        "absentismo deuda fallos caídas"
    ),
    head_first=True,
    decimal_comma=True,
    adverb_ending="mente",
    templates=SPANISH_TEMPLATES,
    groups={name: words(block) for name, block in GROUPS.items()},
)
