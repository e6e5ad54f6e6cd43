"""Our own German and Spanish sentences with the verdict a facilitator would give."""

#: language → verdict → key results, one a line.
KEY_RESULTS: dict[str, dict[str, str]] = {
    "de": {
        "good": """
            Kundenzufriedenheit von 7,2 auf 8,5 steigern
            Antwortzeit im Support auf unter 2 Stunden senken
            NPS auf 50 erhöhen
            Steigerung des Umsatzes um 20 %
            10 neue Großkunden gewinnen
            Abwanderung von 12 % auf 8 % reduzieren
            80 % der Nutzer schließen die Anmeldung in weniger als 5 Minuten ab
            Fehlerquote in der Montage halbieren
            Wir erhöhen die Liefertreue von 85 auf 95 Prozent
            Umsatz mit Bestandskunden auf 1,5 Mio € steigern
            1.200 neue Abonnenten bis 31. März gewinnen
        """,
        "task": """
            Neue Website launchen
            CRM einführen
            5 Workshops durchführen
            Einführung eines neuen Ticketsystems
            Drei Entwickler einstellen
            Mobile App veröffentlicht
            20 Kunden befragen
            Handbuch schreiben
            Alle Vertriebsmitarbeiter schulen
            Konzept für das neue Lager erstellen
        """,
        "no-number": """
            Kundenzufriedenheit steigern
            Kosten senken
            Verbesserung der Produktqualität
            Mehr Kunden gewinnen
            Durchlaufzeit verkürzen
        """,
        "kpi": """
            Laufenden Betrieb aufrechterhalten
            Kundenanfragen beantworten
            Bruttomarge
        """,
    },
    "es": {
        "good": """
            Aumentar la retención del 70 % al 85 %
            Reducir el tiempo medio de respuesta de 10 a 4 horas
            Conseguir 1.500 nuevos clientes antes de junio
            Un NPS de 50
            Aumento de las ventas online en un 20 %
            Alcanzar 2 millones de euros de ingresos
            El 80 % de los usuarios completa el registro en menos de 3 minutos
            Duplicar el número de reservas directas
            Bajar la tasa de errores del 5% al 2%
        """,
        "task": """
            Lanzar la nueva página web
            Implementar el CRM
            Organizar 5 talleres
            Contratar tres ingenieros
            Lanzamiento de la aplicación móvil
            Realizar 20 entrevistas a clientes
            Escribir el manual
            Formar a todo el equipo de ventas
            Migración del servidor
        """,
        "no-number": """
            Mejorar la satisfacción del cliente
            Reducir los costes
            Aumentar las ventas
            Conseguir más clientes
            Mejora de la calidad del servicio
        """,
        "kpi": """
            Mantener la disponibilidad por encima del 99,9 %
            Responder las consultas de los clientes
            Mantener los niveles actuales
            Margen bruto
        """,
    },
}

#: language → verdict → objectives, one a line.
OBJECTIVES: dict[str, dict[str, str]] = {
    "de": {
        "good": """
            Kunden lieben es, bei uns zu bestellen
            Die erste Wahl für Architekten in Nordeuropa werden
        """,
        "task": """
            Neue App launchen
            ERP-System einführen
        """,
        "vague": """
            Qualität verbessern
            Marktführer werden
        """,
        "kpi": """
            Laufenden Betrieb aufrechterhalten
        """,
    },
    "es": {
        "good": """
            Convertirnos en la primera opción de los pequeños comercios
            Que cada paciente se sienta escuchado
        """,
        "task": """
            Lanzar la nueva app
            Implementar el sistema ERP
        """,
        "vague": """
            Mejorar la calidad
            Ser los mejores
        """,
        "kpi": """
            Mantener los niveles actuales
        """,
    },
}
