"""Spanish verbs and nouns of goal sentences, sorted as the English ones. Data only."""

VERBS: dict[str, str] = {
    "up": """
        aumentar incrementar crecer subir elevar ampliar duplicar triplicar acelerar multiplicar expandir
        maximizar extender impulsar potenciar fortalecer reforzar
    """,
    "down": """
        reducir disminuir bajar recortar acortar minimizar rebajar eliminar limitar descender evitar prevenir
        ahorrar
    """,
    "improve": "mejorar optimizar simplificar estabilizar transformar agilizar perfeccionar fomentar",
    "reach": """
        alcanzar lograr conseguir obtener generar ganar captar vender cerrar retener activar superar convertir
        llegar facturar recuperar fidelizar atraer recibir tener firmar
    """,
    "output": """
        lanzar implementar desarrollar crear construir escribir publicar migrar instalar diseñar rediseñar definir
        documentar integrar automatizar desplegar completar entregar finalizar terminar contratar introducir
        establecer actualizar configurar digitalizar elaborar preparar poner reemplazar sustituir traducir montar
        abrir producir planificar redactar
    """,
    "activity": """
        realizar organizar analizar entrevistar encuestar formar capacitar asistir participar celebrar revisar
        evaluar investigar enviar contactar llamar ayudar colaborar coordinar comunicar hacer visitar estudiar
        impartir presentar probar
    """,
    "hold": """
        mantener continuar asegurar garantizar conservar sostener seguir monitorizar monitorear preservar vigilar
    """,
    "operate": "responder atender gestionar procesar tramitar resolver operar administrar",
    "state": "ser convertirse deleitar dominar inspirar liderar vivir",
}

#: Nouns made of verbs that may open a sentence: `Aumento de las ventas en un 20 %`.
CHANGES: dict[str, str] = {
    "up": "aumento incremento crecimiento ampliación aceleración",
    "down": "reducción disminución bajada recorte eliminación",
    "improve": "mejora optimización simplificación",
    "reach": "consecución obtención captación",
    "output": """
        lanzamiento implementación desarrollo creación construcción migración publicación diseño despliegue
        contratación
    """,
    "activity": "realización organización análisis formación revisión",
    "hold": "mantenimiento continuidad",
    "operate": "gestión atención tramitación",
}

PARTICIPLES = "hecho=hacer escrito=escribir puesto=poner abierto=abrir resuelto=resolver"

NOUNS: dict[str, str] = {
    "metric": """
        tasa porcentaje ingreso coste costo beneficio margen satisfacción tiempo nps csat churn abandono rotación
        crecimiento retención ocupación disponibilidad calidad productividad eficiencia conversión alcance
        facturación puntuación índice valor velocidad compromiso adopción uso cobertura ahorro nivel valoración
        absentismo precisión consumo presupuesto precio volumen rendimiento rentabilidad arr mrr latencia cuota
        notoriedad
    """,
    "outcome": """
        cliente usuario lead pedido venta error incidencia fallo queja reclamación suscriptor miembro registro
        reserva paciente huésped socio donación transacción baja devolución contrato comprador visitante
        participante solicitud accidente caída consulta oportunidad euro hora
    """,
    "artefact": """
        web página aplicación app portal plataforma sistema herramienta software panel proceso concepto estrategia
        documento documentación manual campaña funcionalidad función artículo publicación informe plan hoja guía
        política tienda módulo interfaz programa proyecto producto crm erp infraestructura prototipo mvp plantilla
        vídeo video boletín podcast prueba versión biblioteca servidor presentación entrada
    """,
    "activity": """
        taller reunión entrevista formación capacitación seminario evento feria conferencia encuesta llamada
        visita demostración sesión retrospectiva auditoría revisión correo curso webinar charla
    """,
    "staff": """
        empleado empleada ingeniero ingeniera desarrollador desarrolladora gerente consultor técnico comercial
        vendedor diseñador diseñadora directivo especialista becario enfermera trabajador
    """,
    "vanity": "seguidor like impresión descarga visualización",
    "quality": """
        experiencia cultura confianza marca equipo colaboración innovación futuro excelencia liderazgo posición
        organización solución mercado mundo vida trabajo reputación éxito empresa negocio
    """,
}
