"""Words that mean nearly the same in the notes of a planning session, in English, German and Spanish. Data only.

Each line is one meaning; its words are beginnings, so that "kund" stands for Kunde, Kundin and Kunden. Ours, and meant to stay short:
a wrong guess costs a person one move, a missing one too.
"""

from typing import Final

MEANINGS: Final[tuple[str, ...]] = (
    "customer client buyer shopper kund käufer cliente comprador",
    "churn cancel leav quit kündig abwander cancela abandon",
    "retain retention renew loyal bind treu verlänger retener retención fidel",
    "price pricing discount preis rabatt precio descuento",
    "revenue sale turnover upsell umsatz erlös vertrieb verkauf ingreso venta",
    "cost expens spend saving kosten ausgab spar coste costo gasto ahorro",
    "slow wait delay latency speed fast quick langsam warte schnell verzöger lento esper rápid demora",
    "reply replies answer respon antwort reagier respuesta responder",
    "support ticket helpdesk hotline anfrag soporte atención",
    "bug defect error incident outage fehler ausfall störung fallo incidencia caída",
    "onboard signup register activat anmeld registrier einarbeit einführ registro alta activación",
    "return refund exchang retour rücksend rückgab erstatt devoluc reembolso",
    "deliver ship dispatch parcel liefer versand paket entrega envío",
    "checkout cart basket payment kasse warenkorb zahl bezahl pago carrito",
    "mobile phone app handy smartphone móvil celular",
    "search find discover such finden buscar búsqueda encontrar",
    "hire hiring recruit talent bewerb einstell rekrut contrat reclut talento",
    "train learn skill coach schulung lern weiterbild formación aprend capacit",
    "meeting calendar besprech termin reunión reunion",
    "handover handoff silo übergab abstimm schnittstell traspaso coordina",
    "document docs wiki guide dokumentat anleitung handbuch documentación guía",
    "automat manual script händisch manuell automátic",
    "test quality review prüf qualität calidad prueba",
    "security breach audit complian sicherheit datenschutz seguridad cumplimiento",
    "data report dashboard metric bericht kennzahl daten informe dato métrica",
    "brand market campaign awareness marke werbung kampagne marca campaña publicidad",
    "partner supplier vendor liefern zuliefer lieferant socio proveedor",
    "satisf happy nps trust zufried vertrau satisfac confianza",
)
