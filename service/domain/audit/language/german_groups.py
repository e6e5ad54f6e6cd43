"""German word groups that single rules ask for. Data only; the same names as in every language."""

GROUPS: dict[str, str] = {
    "untils": "bis vor innerhalb binnen ende anfang mitte diesem dieses nächsten",
    "padding": "deutlich erheblich nachhaltig",
    "quantifiers": "alle jede jeden alles",
    "intents": "möchten versuchen planen",
    "helping": "helfen unterstützen ermöglichen",
    "granted": "gewinnen erhalten verkaufen abschließen bekommen binden akquirieren erzielen",
    "spending": "investieren ausgeben spenden kaufen",
    "assuring": "sicherstellen gewährleisten sicherstellung",
    "protecting": "sichern bewahren schützen",
    "ending": "abschließen fertigstellen beenden erreichen",
    "passing": "bestehen erhalten erreichen erlangen bekommen gewinnen",
    "asked": "launchen einführen fertigstellen abschließen",
    "delivering": """
        einführen launchen ausrollen migrieren implementieren veröffentlichen schreiben installieren einführung
        umsetzung
    """,
    "polishing": "optimieren",
    "passes": """
        zertifizierung zertifikat audit zulassung genehmigung lizenz prüfung iso-zertifizierung auszeichnung preis
    """,
    "papers": "zertifizierung zertifikat audit zulassung",
    "success": "erfolgreich",
    "closing": "schließen",
    "defects": "fehler bug bugs störungen tickets schwachstellen",
    "people": "kunden kunde nutzer mitarbeiter mitarbeitende mitarbeitenden team alle",
    "plurals": "",
    "times_of_day": "morgen mittag abend nacht montag dienstag mittwoch donnerstag freitag",
    "feelings": "zufrieden glücklich begeistert motiviert",
    "lasting": """
        aktuell aktuelle aktuellen bestehend bestehende bestehenden laufend laufende laufenden weiterhin
        wie+bisher stabil reibungslos
    """,
    "rules": "compliance vorschriften regeln richtlinien",
    "routine": "laufend laufende laufenden täglich tägliche täglichen",
    "measures": "durchschnittliche mittlere gesamte",
    "twofold": "sitzung sitzungen besuch besuche",
    "crew": "team teams belegschaft abteilung",
    "contrast": "statt anstatt",
    "auxiliaries": "werden",
    "indicators": "",
    "ordinals": "zweite zweiter zweites dritte dritter drittes vierte vierter fünfte fünfter zehnte zehnter",
    "extents": "kilometer km meter hektar",
    "crossings": "schwarze+zahlen break+even",
    "measuring": "",
    "beyond": "bevor ohne damit",
    "firsts": "",
    "ranking": "",
    "attitudes": "vertrauen",
    "buzz": "agil innovativ digital",
    "tops": "top",
    "providing": "liefern haben",
    "recurring": "jede jeden jedes alle pro je",
    "quotas": "ziel ziele sla slas budget frist fristen",
    "service": "ticket antwortzeit reaktionszeit verfügbarkeit bearbeitungszeit sla",
    "against": "trotz während obwohl bei+gleichzeitigem",
    "after": "nach",
    "present": "aktuell derzeit heute bereits bisher war zuletzt",
    "baseline": "aktuell derzeit heute bisher war statt gegenüber",
    "minimum": "mindestens wenigstens",
    "partners": "umsatz conversion konversion kunden käufer leads abschluss registrierung engagement anteil quote",
    "generic": """
        qualität leistung performance effizienz exzellenz marktführer erfolg unternehmen prozess prozesse ergebnis
        ergebnisse produktivität zusammenarbeit kommunikation kultur zukunft kundenerlebnis erlebnis innovation
        wachstum
    """,
    "strong": """
        führend führende führenden erstklassig erstklassige einzigartig einzigartige nahtlos nahtlose begeisternd
        begeisternde
    """,
    "purposes": "damit um sodass weil wodurch deren dessen",
    "empty": "dinge sachen etwas alles zeug",
    "fractions": "drittel viertel fünftel sechstel achtel zehntel",
    "factors": "verdoppeln verdreifachen halbieren",
    "windows": "in innerhalb nach alle pro seit über während binnen nächsten ersten letzten",
    "repeats": "pro alle je jede ersten nächsten letzten",
    "within": "in innerhalb binnen",
    "through": "den die das dem der einen ein eine rund etwa ca als durchschnittlich knapp nur insgesamt",
    "percents": "prozent prozentpunkte prozentpunkten",
    "monies": "euro eur dollar usd franken",
    "timeses": "x mal fach",
    "articles": "",
    "of": "von der des vom",
    "between": "ist sind der die das den ein eine einen als liegt beträgt",
    "passive": """
    """,
    "places": "platz rang perzentil",
    "share_up": "mehr steigerung wachstum",
    "signed": "nps wachstum marge",
    "noun_makers": """
    """,
    "scales": "bewertung score csat zufriedenheit sterne nps",
    "amounts": "% anzahl zahl menge",
    "active": "aktive aktiven zahlende zahlenden",
    "punctual": "pünktlich regelmäßig",
    "single": "ein eine einen",
    "meeting": "treffen besuchen",
    "holding": "halten",
    "serving": "anbieten leisten",
    "services": "support service unterstützung beratung",
    "admitting": "",
    "mutual": "gespräche bewertungen",
    "accompanied": "mit",
    "scopes": "für in bei",
}
