"""Spanish word groups that single rules ask for. Data only; the same names as in every language."""

GROUPS: dict[str, str] = {
    "untils": "antes hasta final finales fin principios este esta próximo",
    "padding": "significativamente notablemente continuamente",
    "quantifiers": "todo toda todos todas cada",
    "intents": "intentar queremos buscamos",
    "helping": "ayudar permitir apoyar",
    "granted": "ganar captar vender cerrar obtener recibir conseguir retener firmar atraer",
    "spending": "invertir gastar donar comprar",
    "assuring": "asegurar garantizar",
    "protecting": "proteger conservar preservar",
    "ending": "completar finalizar terminar lograr",
    "passing": "obtener lograr conseguir alcanzar aprobar superar ganar recibir",
    "asked": "lanzar completar finalizar terminar",
    "delivering": """
        lanzar implementar migrar publicar instalar desplegar escribir lanzamiento implementación migración
    """,
    "polishing": "optimizar",
    "passes": "certificación certificado auditoría licencia aprobación acreditación premio examen",
    "papers": "certificación certificado auditoría acreditación",
    "success": "exitosamente éxito",
    "defects": "errores incidencias fallos tickets vulnerabilidades",
    "people": "clientes usuarios empleados equipo todos personas",
    "feelings": "contentos satisfechos felices motivados comprometidos",
    "lasting": """
        actual actuales existente existentes habitual habituales estable estables siempre funcionando operaciones
    """,
    "rules": "cumplimiento normativa normas políticas",
    "routine": "diario diaria diarias habitual habituales continuo continua",
    "measures": "promedio media total",
    "twofold": "sesión sesiones visita visitas",
    "crew": "equipo equipos plantilla departamento",
    "recurring": "cada por",
    "quotas": "objetivo objetivos sla slas presupuesto plazo plazos cuota",
    "service": "respuesta disponibilidad resolución sla",
    "against": "pese mientras aunque durante",
    "after": "tras después",
    "present": "actualmente actual hoy ahora era fue anterior",
    "baseline": "actualmente actual hoy ahora era frente anterior",
    "minimum": "mínimo menos",
    "partners": "ingresos ventas conversión clientes leads retención tasa registro compra",
    "generic": """
        calidad rendimiento eficiencia excelencia líder mercado éxito empresa negocio procesos proceso resultados
        productividad colaboración comunicación cultura futuro experiencia innovación crecimiento cosas
    """,
    "strong": "excepcional excepcionales única único memorable referente puntera puntero fluida",
    "purposes": "para porque que así cuyo cuya donde",
    "empty": "cosas algo",
    "factors": "duplicar triplicar doble triple",
    "windows": "en dentro tras cada por durante próximos próximas primeros primeras últimos últimas",
    "repeats": "cada por primeros primeras próximos próximas últimos últimas",
    "within": "en dentro",
    "through": "el la los las un una unos unas de media aproximadamente casi solo unas que",
    "percents": "por+ciento puntos",
    "monies": "euros euro dólares eur usd",
    "timeses": "x veces",
    "of": "de del",
    "between": "es son el la los las un una de está",
    "passive": """
    """,
    "places": "puesto percentil",
    "share_up": "más aumento crecimiento",
    "signed": "nps crecimiento margen",
    "noun_makers": """
    """,
    "scales": "valoración puntuación csat satisfacción estrellas nps",
}
