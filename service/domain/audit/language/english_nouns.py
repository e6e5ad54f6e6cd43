"""English nouns of goal sentences, sorted by what counting them proves. Data only: no behaviour, no verbs.

        Singular forms; plurals are generated. A plus sign joins a two-word noun whose sense is not its last word's:
        `page+view`.

Source: requirements 4.1 (vanity list, activity nouns), widened by the editors.
"""

NOUNS: dict[str, str] = {
    # A measure: it has a value at every instant.
    "metric": """
        average median ability abandonment absenteeism acceptance accuracy acquisition activation adherence
        adoption advocacy age amount aov arpa arpu arr asp attainment attendance attrition availability awareness
        backlog balance benefit bill bookings bounce budget burn burnout cac capacity cash cashflow churn
        click-through clickthrough cltv clv closure cogs collaboration competence completion compliance
        concentration confidence consistency consumption contribution conversion cost cost-per-lead coverage cpa
        cpc cpl cpm csat ctr dau dependency depth delay delinquency density depreciation deviation discount
        diversity downtime dpmo dropout drop-off duration dwell dsat earning ebit ebitda ecpm effectiveness
        efficiency effort emission energy engagement enps ess esat expenditure expense exposure fcr flakiness
        footprint fps frequency fte gdp gmv gpa grade growth happiness headcount health hygiene impact incidence
        income inflow index intensity interest involvement kpi latency lag leakage length level lifespan
        likelihood literacy load loss loyalty ltv mape margin mau memory mindshare morale mrr mtbf mttd mttr
        net+promoter nim noi noise nps nrr ndr grr occupancy opex output overhead p50 p75 p90 p95 p99
        participation pay payback penetration percent percentage percentile perception performance permeability
        pipeline popularity portion precision predictability preference premium presence price probability
        proceeds productivity proficiency profit profitability proportion punctuality quality quantity quota rank
        ranking rate rating ratio reach readiness recall recognition recurrence reliability repeatability
        repurchase reputation resilience resolution responsiveness retention return revenue reuse risk roa roas
        roi roic load+factor power+factor working+capital runtime runway safety salary satisfaction saturation
        saving score scalability sentiment share
        shrinkage sla slo slippage spend spending speed stability stickiness success sum sustainability tail tat
        tco tension throughput time time-to-hire time-to-market time-to-value tps tenure traction traffic
        transparency trust ttv turnaround turnover uptake uptime usage usability utilisation utility valuation
        value variance velocity viewership visibility voice volatility volume wait wastage waste wau weight
        wellbeing well-being workload yield yoy authority aht fpy oee dropoff response ces cpo roce bandwidth
        inventory temperature co2 emissions kwh distance freshness sell-through
        affordability biodiversity commission congestion deficit demand equity expiry fare fee footfall gain
        hardship illness inflation intake liquidity mortality nutrition obesity outflow overtime payout peak
        pollution popularity poverty prevalence premium+income rainfall recovery recycling rent repayment
        resistance reserve severity shortfall sickness staffing surplus tariff tax threshold timeliness
        turnout unemployment employment homelessness wealth workload immunity placement selectivity fulfilment
        cadence consistency fluency fatigue completeness uptake backlink+count competence deliverability
        findability discoverability legibility readability traceability walkability body+fat heart+rate
    """,
    # Counting them counts what somebody outside the team did or felt, or what went wrong.
    "outcome": """
        population citizen resident public audience account accident activation adopter advocate alert applicant
        attendee attack award backer beneficiary bidder birth booking bounce breach breakdown bug buyer candidate
        cancellation chargeback citizen claim click client cohort company complaint conflict conversion consumer
        contract crash customer cyclist deal death defect delay deposit detractor diner dispute donation donor
        downgrade driver duplicate enquiry enrollment enrolment enterprise error escalation exception exit
        expansion failure false+positive fan fault fine flaw fraud friction guest handoff household hypercare
        incident infection infringement injury inquiry installation investment investor joiner lead learner leaver
        listener logo lost-time mention member membership merchant mistake mql night opportunity order outage
        overrun partner partnership passenger patient payer payment person people pickup player policyholder
        prospect promoter purchase purchaser reader referral referrer refund regression registration registrant
        rejection renewal reopen reply reseller reservation resident resignation respondent rework rider rollback
        sale sal seat seller session shopper shortage signup sign-up sleep spender sponsor sponsorship sql star
        stockout stoppage student subscription supporter switcher tenant ticket transaction trial upsell user
        violation volunteer vote vulnerability win word-of-mouth winback workaround citation stakeholder backlink
        dollar euro pound usd eur hour minute interruption near-miss disruption family child school hospital
        farmer village tonne ton kilogram kg mile kilometre litre gallon acre tree meal bed sqm mover testimonial
        inbound+link subscriber visitor contributor shipment install finding visit reviewer retailer entrepreneur
        artisan volunteer commuter traveller viewer
        activist affiliate agreement alliance alumnus ambassador anomaly apartment arrival athlete baby bike
        blocker bottle bottleneck car carer carrier case champion charity church claimant clinician club
        college competitor constituent contact council coupon creator creditor crime dealer
        dealership debtor disaster disease distributor dweller emergency encounter endorsement
        entrant exhibitor expat exporter farm fatality fellow fire flight flood foreigner franchisee friend
        girl boy grant grievance gym hectare helper homeowner hotel immigrant importer individual infant
        influencer inhabitant innovator institution insurer inventor issue journalist kid kitchen landlord
        lawsuit layoff leak lender marketplace medal mentee metre migrant minority mother
        municipality museum neighbour neighbourhood newborn newcomer nominee nuisance offender outbreak
        outlet outpatient owner parcel parent participant party passport patron peer penalty pensioner
        pharmacy pickup physician pledge practitioner prescription prisoner prize problem property provider
        pub publisher pupil recipient redemption refugee relapse relative renter replacement request
        restaurant retiree ride saver scholar scholarship seedling sibling smoker startup stranger
        supermarket surgery survivor taxpayer teen tenancy threat tourist town trader
        transplant university vaccination vacancy vehicle vendor victim veteran voter warranty+claim winner
        woman women youth man men dog cat pet acceptance letter+of+intent subsidiary bakery cafe clinic shop
        school+district branch positive+review star+review favourable+review public+review verified+review
        google+review trustpilot+review supplier courier cashier outlier shipper soldier
    """,
    # Something that is built, written, bought or delivered.
    "artefact": """
        phase ad adapter addon add-on agenda algorithm analysis analytic announcement api app application
        architecture archive article asset assistant audit automation backend background backup banner batch beta
        blog blueprint board book bookkeeper booklet bot branch brief brochure browser build bundle calculator
        calendar campaign card cart case+study catalog catalogue category certificate certification channel
        charter chart chat chatbot checklist checkout ci ci/cd classroom clause cloud cluster code codebase
        collateral collection column committee community component concept configuration connector console
        container content controls copy corpus council course crm curriculum dashboard data database dataset
        datasheet datacenter deck deliverable deployment+pipeline design deskbook device diagram directory doc
        document documentation draft dsl ebook e-book editor emailing encryption endpoint environment episode epic
        erp estimate+sheet etl evaluation exam excel experiment extension faq facility feature feature+flag feed
        field filter flow flyer folder form format forum framework frontend function functionality game gateway
        guide guideline handbook hackathon hardware helpdesk homepage hub icon ide idea image implementation
        infographic infrastructure initiative instruction instrumentation integration interface intranet item
        iteration job+description journey+map kanban kit kiosk knowledge+base language+pack layer layout library
        lab license list localisation log logging magazine mailing manual map+view mapping material matrix
        mechanism menu message metadata methodology microservice microsite migration milestone mock mockup model
        module monitor monitoring motto mvp newsletter notebook notification office okr package page panel pathway
        paper parser patch pattern persona photo piece pilot plan planner platform playbook plugin plug-in podcast
        poc policy portal post poster powerpoint practice pr presentation prd procedure process product
        product+line profile program programme project proof-of-concept proposal protocol prototype publication
        query queue questionnaire quiz readme recommendation+engine recording refactoring release repo report
        repository requirement research resource roadmap role+description routine rfc rfp rule rulebook runbook
        sandbox schedule schema scorecard screen script sdk search section seminar+series server shop showroom
        simulation site sitemap sketch sku slide slot snapshot software solution sop sops space spec specification
        spreadsheet sprint stack standard storefront store storyboard strategy structure studio styleguide
        submodule suite svc syllabus system table task taxonomy technology template terraform test theme tool
        toolbox toolchain tooling toolkit topic tracker transcript translation trigger tutorial ui update ux
        variant vault version video viewer virtual+machine vision visualisation vlog vm warehouse web website
        webpage webshop whitepaper widget wiki wireframe workflow workplan workspace workstation worksheet
        storypoint story+point story deal+desk pull+request commit merge+request codeowner rota hypothesis reel
        short blogpost patent jira confluence salesforce hubspot kubernetes aws azure gcp docker zendesk workday
        sap netsuite scorecards value+proposition job+posting recipe technical+debt
        accessory academy accelerator album amendment appendix assignment attachment badge bench bin building
        bus cable camera chapter charger circuit commitment computer cookie degree depot desk dish door
        drawing drone edition elevator essay factory fence file film fixture fleet garden gadget handover
        headline headset inbox invoice key keyword laptop law leaflet ledger legislation lesson+plan letterbox
        line+of+code listing locker logo manuscript medicine merchandise notice novel offering outline pallet
        paragraph parking petition phone pipe plaque poem portfolio principle promotion pump puzzle rail ramp
        rebrand regulation reminder rollout sample scenario scheme sensor series shelf shelter smartphone
        snippet song statement station statue storyline summary sub-brand supplement tablet tactic tender
        theory tile timeline trail trailer trophy tunnel valve van voucher wallet wording intranet+page
        charging+point cycle+lane term canopy sign-off redesign revamp overhaul rewrite relaunch refactor
        gender+plan backup+plan test+case go-live classifier identifier amplifier multiplier
    """,
    # Something people spend time on.
    "activity": """
        coaching+session training+session sharing+session planning+session q&a+session working+session
        test+session appointment assessment brainstorming briefing bootcamp call check-in class
        clinic coaching coffee conference consultation conversation course+session debate
        demo demonstration feedback discussion email evaluation+session event exhibition expo fair
        feedback+session focus+group follow-up gathering hackday hackathon huddle information+session inspection
        interaction interview kickoff kick-off lecture letter lunch masterclass meeting meetup meet-up one-on-one
        1-on-1 1:1 off-site offsite onboarding+session open+house outreach pitch playtest poll qbr rehearsal retro
        retrospective review roadshow roundtable round-table seminar showcase speech stand-up standup survey sync
        talk tasting team+building test+session testing+session tour townhall town-hall town+hall trade+show
        tradeshow training training+session trip tweet usability+test user+test user+testing walkthrough webcast
        webinar workshop field+visit site+visit sales+visit story+time exercise drill activity ceremony
        speaking+slot speaking+engagement user+research customer+visit
        assembly audition camp ceremony concert contest debrief dialogue dinner excursion expedition festival
        fundraiser gala hearing intervention investigation patrol picnic press+conference rally reception
        retreat reunion summit office+hour road+trip counselling stand-in sprint+review game+day fire+drill
        date+night training+hour stock+count safety+walk policy+review
    """,
    # Somebody the organisation hires or trains.
    "staff": """
        ae administrator adviser advisor agent analyst apprentice architect associate auditor bookkeeper ceo cfo
        cmo coach colleague consultant contractor coo coordinator copywriter counselor crew csm cto delegate
        designer dev developer devop director editor employee engineer evangelist executive expert facilitator
        freelancer generalist graduate head hire instructor intern inspector lawyer leader lecturer librarian
        machinist manager marketer marketeer mechanic mentor moderator nurse officer operator paralegal pm
        producer professional programmer qa recruit recruiter rep representative researcher salesman salespeople
        salesperson scientist scrum+master sdr secretary specialist sre staff staffer staff+member successor
        superintendent supervisor svp talent teacher team+lead team+member teammate technician teller tester
        therapist trainee trainer translator tutor videographer vp welder worker writer
        actor aide artist attorney cashier chef cleaner clerk conductor counsellor courier doctor examiner
        installer lecturer musician painter pastor personnel professor solicitor squad strategist surgeon
        waiter graduate+trainee
    """,
    # Attention that need not change anything.
    "vanity": """
        download follower following hashtag impression like media+mention pageview page+visit registered+user
        facebook+fan github+star app+install media+fan
        retweet social+mention view web+visit website+hit website+visit website+visitor social+share media+share
        youtube+subscriber email+subscriber play press+mention
        upvote profile+visit profile+view waitlist+sign-up waitlist+signup
        registered+account registered+viewer registered+visitor forum+member discord+member blog+reader page+visitor
        site+visitor site+visit page+read blog+visit blog+read
    """,
    # Qualities an objective may rest on.
    "quality": """
        engine machine powerhouse service marketing engineering hiring pricing billing packaging shipping
        manufacturing advantage agility autonomy belonging brand business capability care career climate clarity
        collaboration communication company competitiveness confidence control craft creativity culture
        decision+making delight delivery differentiation dna dream ecosystem empowerment enablement environment
        excellence excitement experience expertise fairness flow focus footing foundation freedom fun future
        harmony impact inclusion independence industry influence innovation insight integrity journey joy
        knowledge leadership leader lead learning life love market market+leader mastery maturity mindset mission
        momentum network operating+system operation organisation ownership passion position potential pride
        product-market+fit progress prosperity purpose readiness relationship reputation resilience respect scale
        security sense simplicity skill space spirit standard strength success superpower team teamwork trust
        thing uniqueness vision voice way wellness wellbeing workforce workplace world choice place destination
        category home
        ambition citizenship connection convenience cooperation economy education fortune friendship
        generosity governance heritage hope horizon identity imagination justice kindness legacy meaning
        rhythm society synergy tradition wisdom solidarity habit
    """,
}
