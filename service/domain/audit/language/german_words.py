"""German verbs and nouns of goal sentences, sorted as the English ones. Data only."""

VERBS: dict[str, str] = {
    "up": """
        steigern erhöhen ausbauen vergrößern beschleunigen vermehren verdoppeln verdreifachen verlängern wachsen
        steigen anheben hochfahren ausweiten erweitern maximieren stärken vervielfachen
    """,
    "down": """
        senken reduzieren verringern verkürzen halbieren mindern vermindern abbauen kürzen minimieren einsparen
        begrenzen drücken eliminieren vermeiden sinken fallen verhindern
    """,
    "improve": """
        verbessern optimieren vereinfachen stabilisieren transformieren weiterentwickeln fördern schärfen
        verschlanken
    """,
    "reach": """
        erreichen erzielen gewinnen bekommen erhalten generieren schaffen erwirtschaften überzeugen verkaufen
        abschließen binden aktivieren halten+anteil übertreffen erlangen bestehen verdienen einnehmen akquirieren
        konvertieren liefern haben nutzen
    """,
    "output": """
        einführen umsetzen entwickeln bauen erstellen launchen ausrollen migrieren implementieren veröffentlichen
        schreiben einrichten aufbauen fertigstellen definieren dokumentieren integrieren automatisieren
        installieren liefern gestalten überarbeiten einstellen designen aktualisieren starten digitalisieren
        konzipieren planen vorbereiten etablieren ablösen ersetzen übersetzen modernisieren bereitstellen kaufen
        entwerfen programmieren konfigurieren testen eröffnen umbauen anschaffen beauftragen verabschieden abschaffen
        zusammenführen
    """,
    "activity": """
        durchführen analysieren besuchen befragen interviewen schulen trainieren organisieren halten abhalten
        teilnehmen unterstützen prüfen evaluieren untersuchen recherchieren kontaktieren anrufen versenden
        verschicken abstimmen besprechen helfen koordinieren kommunizieren beraten auswerten moderieren sammeln
        ermitteln
    """,
    "hold": """
        beibehalten aufrechterhalten sicherstellen gewährleisten fortführen fortsetzen überwachen bewahren pflegen
        sichern einhalten
    """,
    "operate": "reagieren antworten beantworten bearbeiten betreiben betreuen verwalten abwickeln bedienen verarbeiten",
    "state": "sein werden bleiben begeistern dominieren inspirieren leben gehören",
}
VERBS["reach"] = VERBS["reach"].replace("halten+anteil ", "")

#: Nouns made of verbs that may open a sentence: `Steigerung des Umsatzes um 20 %`.
CHANGES: dict[str, str] = {
    "up": "steigerung erhöhung ausbau wachstum beschleunigung ausweitung verdopplung stärkung",
    "down": "senkung reduzierung reduktion verringerung verkürzung halbierung minimierung abbau vermeidung",
    "improve": "verbesserung optimierung vereinfachung stabilisierung",
    "reach": "erreichung gewinnung erreichen",
    "output": """
        einführung umsetzung entwicklung erstellung aufbau implementierung launch rollout migration
        veröffentlichung einrichtung fertigstellung definition dokumentation integration automatisierung
        überarbeitung einstellung
    """,
    "activity": "durchführung analyse schulung teilnahme organisation befragung prüfung",
    "hold": "aufrechterhaltung beibehaltung sicherstellung überwachung fortführung",
    "operate": "beantwortung bearbeitung betrieb betreuung verwaltung",
}

PARTICIPLES = """
    eingeführt=einführen umgesetzt=umsetzen gebaut=bauen aufgebaut=aufbauen geschrieben=schreiben ausgerollt=ausrollen
    durchgeführt=durchführen fertiggestellt=fertigstellen eingerichtet=einrichten eingestellt=einstellen gehalten=halten
    abgehalten=abhalten gewonnen=gewinnen gesunken=sinken gestiegen=steigen gewachsen=wachsen abgeschlossen=abschließen
    überarbeitet=überarbeiten erhalten=erhalten gelauncht=launchen
"""

NOUNS: dict[str, str] = {
    "metric": """
        quote rate anteil umsatz kosten gewinn marge zufriedenheit zeit dauer score nps csat churn abwanderung
        fluktuation wachstum bindung auslastung verfügbarkeit qualität produktivität effizienz conversion
        konversion reichweite bekanntheit arr mrr wert index ausfallzeit latenz durchsatz geschwindigkeit
        engagement akzeptanz nutzung abdeckung einsparung ertrag ergebnis niveau bewertung krankenstand
        liefertreue genauigkeit verbrauch budget preis menge volumen performance leistung profitabilität
        rentabilität umsätz
    """,
    "outcome": """
        kunde nutzer user lead bestellung auftrag abschluss fehler bug vorfall störung beschwerde reklamation
        abonnent mitglied anmeldung buchung patient gast partner spende transaktion kündigung retoure vertrag
        termin+buchung verkauf käufer besucher teilnehmer bewerber bewerbung unfall ausfall anfrage neukunde
        stammkunde euro stunde
    """,
    "artefact": """
        website webseite app portal plattform system tool software dashboard prozess konzept strategie dokument
        dokumentation handbuch kampagne feature funktion artikel beitrag bericht report plan roadmap leitfaden
        richtlinie seite shop modul schnittstelle programm projekt produkt crm erp datenbank infrastruktur
        prototyp mvp vorlage video newsletter podcast broschüre test release version wiki bibliothek server
        pipeline checkliste präsentation stellenanzeige
    """,
    "activity": """
        workshop meeting termin gespräch interview schulung training webinar veranstaltung event messe konferenz
        umfrage befragung anruf telefonat besuch demo präsentation sitzung seminar retro audit review e-mail mail
    """,
    "staff": """
        mitarbeiter mitarbeiterin mitarbeitende entwickler entwicklerin ingenieur ingenieurin manager berater
        techniker verkäufer vertriebler designer führungskraft führungskräfte fachkraft fachkräfte pflegekraft
        pflegekräfte azubi praktikant
    """,
    "vanity": "follower like seitenaufruf impression download pageview abruf",
    "quality": """
        erlebnis kultur vertrauen erfahrung marke team zusammenarbeit innovation zukunft kundenerlebnis exzellenz
        führung marktposition position organisation betrieb lösung partner+der+wahl markt welt leben arbeit ruf
    """,
}
