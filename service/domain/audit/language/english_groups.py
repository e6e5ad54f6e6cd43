"""English word groups that single rules ask for. Data only; the names of the groups are the contract with the rules.

Every language module fills the same groups; `lexicon.GROUPS` lists what each one is for.
"""

GROUPS: dict[str, str] = {
    "untils": "by until till before within end beginning start middle mid late early next this",
    "padding": "significantly greatly substantially considerably continuously",
    "quantifiers": "all every each any some",
    "intents": "aim try strive want need plan hope seek work intend",
    "helping": "help give let enable support assist guide",
    "granted": """
        win earn receive secure gain attract obtain collect close sign sell convert land acquire retain save lose
        onboard monetise find
    """,
    "spending": "spend invest allocate buy offer dedicate donate read pay take use purchase set give",
    "assuring": "ensure assure guarantee make+sure",
    "protecting": "protect control safeguard preserve secure",
    "ending": "complete finish finalise achieve accomplish conclude pass attain",
    "passing": "pass obtain achieve win receive get attain earn secure gain close clear accomplish become",
    "asked": "launch complete finish",
    "delivering": """
        launch implement deploy migrate install ship roll+out write publish release upgrade set+up relaunch
        replatform rebrand finish complete introduce organise
        hire conduct hold
    """,
    "polishing": "optimise refine polish perfect",
    "passes": """
        soc iso fedramp hipaa certification certifications certificate certified compliance compliant accreditation audit approval
        clearance license licence assessment exam contract deal patent award ipo acquisition goal project launch
        migration registration
    """,
    "papers": "certified certification certificate accreditation audit compliance",
    "success": "successfully successful",
    "closing": "close clear",
    "defects": """
        bug bugs defect defects issue issues error errors ticket tickets vulnerability vulnerabilities incident
        incidents findings
    """,
    "people": """
        customer customers user users employee employees team clients client members staff people everyone
        stakeholders us
    """,
    "plurals": "people children men women alumni staff police faculty folks",
    "times_of_day": "morning noon afternoon evening night weekday monday tuesday wednesday thursday friday",
    "feelings": "happy satisfied engaged delighted motivated connected loyal proud healthy",
    "lasting": """
        all+times functioning continuity current existing ongoing regular usual always daily routine status+quo same
        steady stable running levels
        continue operations smoothly day-to-day business-as-usual bau remains remain stays
    """,
    "rules": "compliance regulations regulation policies policy standards",
    "routine": "ongoing daily day-to-day routine business-as-usual bau",
    "measures": "average mean median total overall gross net",
    "twofold": "session sessions visit visits",
    "crew": "team teams staff headcount workforce department",
    "contrast": "instead rather",
    "auxiliaries": "be get",
    "indicators": """
        factor growth margin count time volume value cost costs revenue rate rates ratio score scores index roi
        availability freshness occupancy frequency percentage duration lag
    """,
    "ordinals": "other second third fourth fifth tenth",
    "extents": """
        branch branches clinic clinics school schools shop shops restaurant restaurants hotel hotels hospital
        hospitals cafe cafes bakery bakeries outlet outlets museum museums apartment apartments kitchen kitchens
        charger chargers kilometre kilometres kilometer kilometers km mile miles metre metres meter meters sqm
        hectare hectares acre acres bed beds
    """,
    "crossings": "breakeven turns+positive turn+positive breaks+even break+even",
    "measuring": """
        define introduce establish set publish specify document determine record include add automate program
        programme model
    """,
    "beyond": "before without so because instead",
    "firsts": "first second third top",
    "ranking": "rank ranks ranked ranking place placed finish",
    "attitudes": "trust confidence loyalty awareness credibility reputation goodwill morale",
    "buzz": """
        obsessed focused oriented ai agile innovative innovation digital driven customer-centric centric lean modern
        synergies synergy
    """,
    "per": "per",
    "technical": "refactor rewrite migrate deploy install configure integrate containerise replatform rearchitect",
    "empty_verbs": "improve enhance optimise better",
    "motion": "go move come turn",
    "ready": "in+place is+live is+ready are+live",
    "launching": "go+live",
    "out": "out",
    "among": "in",
    "day_kinds": "business working calendar",
    "opening": "open",
    "rarer": "less fewer often frequently",
    "beginnings": "start begin",
    "throughout": "for",
    "streaks": "consecutive straight full whole",
    "during": "while whilst",
    "adjectival": "slow clear further free open clean better perfect live feel",
    "them": "them it",
    "means": "by through via how why where with",
    "one": "the a an",
    "distances": "gap gaps distance loop difference divide",
    "settling": "sign close convert clear",
    "settled": """
        completion installation go-live sign-off decision agreement handover consensus alignment implementation
        rollout deployment delivery migration
    """,
    "universals": "all every each",
    "noun_verbs": "support service process answer handle market",
    "given": "renew accept convert approve",
    "staging": "organise arrange stage schedule plan",
    "tops": "top",
    "providing": "deliver have do",
    "recurring": "every each per",
    "quotas": "target targets quota quotas sla slas goal goals budget deadline deadlines",
    "service": """
        ticket tickets response resolution uptime freshness availability sla slas turnaround reply answer server servers
    """,
    "against": "despite while even although during as",
    "after": "after",
    "present": "current currently today already naturally been was last previously normally usually typically",
    "baseline": "current currently today baseline was now vs versus yoy year-over-year previous",
    "minimum": "least minimum",
    "partners": """
        rate revenue retention conversion conversions convert converting engagement leads sales ctr signups
        sign-ups customers purchases orders share trial trials subscriptions qualified paying organic active demo
        mql mqls sql sqls pipeline
    """,
    "generic": """
        performance quality efficiency excellence experience productivity business position process processes
        system systems operations results success communication work innovation growth decisions metrics care
        content value products product service services company organisation organization team features greatness leader best better goals
        culture future market world customers processing outcomes effectiveness results improvement improvements
        collaboration
    """,
    "strong": """
        world-class class best-in-class leading exceptional outstanding seamless innovative predictable scalable
        high-performance high-performing unbeatable breakthrough most rock-solid superior premier first-class
        go-to trusted delightful amazing awesome excellent great engaged engaging successful strong stronger
        thriving performing
    """,
    "purposes": "to so because that which thereby enabling in+order+to who whose where",
    "empty": "things stuff everything anything",
    "fractions": "third thirds quarter quarters fifth fifths sixth sixths eighth eighths tenth tenths half",
    "factors": """
        double twice triple thrice quadruple doubling tripling doubled doubles tripled triples quadrupled twofold
        threefold fourfold fivefold tenfold hundredfold
    """,
    "windows": "in within after every each per for next last first past over during all",
    "repeats": "per every each first last next past",
    "within": "in within over",
    "through": """
        the a an of average about around approximately another additional roughly over than only almost nearly
    """,
    "percents": "percent percentage pp bps pts",
    "monies": """
        chf sek nok dkk pln cad aud inr jpy francs kronor pesos rupees dollars dollar euros euro pounds usd eur gbp
    """,
    "timeses": "x times fold",
    "of": "of",
    "articles": "the a an our your their my its his her me us them",
    "between": "is are the a an least most more than or score our average be was were",
    "passive": "in by on as among at",
    "places": "percentile place rank position",
    "share_up": "increase more growth improvement",
    "signed": "nps growth margin sentiment return promoter change",
    "noun_makers": "of rate rates ratio score time times on+investment on+equity on+assets",
    "scales": "rating score rate stars csat satisfaction average nps",
    "amounts": "number count amount total volume # %",
    "active": "active paying",
    "punctual": "on+schedule on+time in+time as+usual regularly",
    "single": "a an one another",
    "meeting": "meet visit see",
    "holding": "hold",
    "serving": "provide offer give supply deliver",
    "services": "support service services assistance help care advice reports reporting maintenance",
    "admitting": "onboard bring+in",
    "mutual": """
        review reviews interaction interactions conversation conversations feedback demo demos appointment
        appointments
    """,
    "accompanied": "with",
    "scopes": "for across in at among throughout",
}
