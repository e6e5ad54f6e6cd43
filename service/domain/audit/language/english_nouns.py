"""English nouns of goal sentences, sorted by what counting them proves. Data only: no behaviour, no verbs.

Singular forms; plurals are generated. A plus sign joins a two-word noun whose sense is not its last word's: `page+view`.

Source: requirements 4.1 (vanity list, activity nouns), widened by the editors.
"""

NOUNS: dict[str, str] = {
    # A measure: it has a value at every instant.
    "metric": """
        average median         ability abandonment absenteeism acceptance accuracy acquisition activation activity+level adherence
        adoption advocacy age amount aov arpa arpu arr asp attainment attendance attrition availability awareness
        backlog balance benefit bill bookings bounce budget burn burnout cac capacity cash cashflow
        carbon+emission churn click-through clickthrough cltv clv closure cogs collaboration competence completion
        compliance concentration confidence consistency consumption contribution conversion cost cost-per-lead
        coverage cpa cpc cpl cpm csat ctr cycle+time dau dependency depth delay delinquency density depreciation
        deployment+frequency deviation discount diversity downtime dpmo dropout drop-off duration dwell dsat
        earning ebit ebitda ecpm effectiveness efficiency effort emission energy engagement enps error+budget
        error+rate ess esat expenditure expense exposure failure+rate fcr flakiness footprint fps frequency fte
        gdp gmv gpa grade gross+margin growth happiness headcount health hygiene impact incidence income inflow
        inventory+turnover index intensity interest involvement kpi latency lag lead+time leakage length level
        lifespan lifetime+value likelihood literacy load loss loyalty ltv mape margin market+share mau memory
        mindshare morale mql+rate mrr mtbf mttd mttr net+promoter nim noi noise nps nrr ndr grr occupancy opex
        output overhead p50 p75 p90 p95 p99 participation pass+rate pay payback penetration percent percentage
        percentile perception performance permeability pipeline popularity portion precision predictability
        preference premium presence price probability proceeds productivity proficiency profit profitability
        progress+rate proportion punctuality quality quantity quota rank ranking rate rating ratio reach readiness
        recall recognition recommendation+rate recurrence referral+rate reliability remediation+time repeatability
        repurchase reputation resilience resolution responsiveness response+time retention return revenue reuse
        risk roa roas roi roic running+cost runtime runway safety sale+value salary satisfaction saturation saving
        score scalability security+score seo+score sentiment service+level share share+of+voice shrinkage sla slo
        slippage spend spending speed stability stickiness success sum sustainability tail tat tco tension
        throughput time time-to-hire time-to-market time-to-value tps tenure traction traffic transparency trust
        ttv turnaround turnover uptake uptime usage usability utilisation utility vacancy+rate valuation value
        variance velocity viewership visibility voice volatility volume vulnerability+count wait waiting+time
        wait+time wastage waste wau weight wellbeing well-being win+rate work-life+balance workload yield yoy
        authority citation+score domain+authority aht fpy oee scrap+rate watch+time session+length
        session+duration dropoff pickup+time load+time loading+time page+load response resolution+time ces cpo
        roce bandwidth temperature co2 emissions kwh distance freshness sell-through fill+rate carrying+cost
    """,
    # Counting them counts what somebody outside the team did or felt, or what went wrong.
    "outcome": """
        population citizen resident public audience
                account accident acquisition+target activation adopter advocate alert answer+rate applicant
        application+received attendee attack award backer beneficiary bidder birth blocker+open booking bounce
        breach breakdown bug buyer candidate cancellation case+won chargeback check-in+completed citizen claim
        click client cohort commit+deal company complaint conflict conversion consumer contract crash customer
        cyclist day+lost deal death deal+won defect delay deposit dependency+conflict detractor developer+active
        diner dispute donation donor download+paid downgrade driver duplicate employee+turnover enquiry enrollment
        enrolment enterprise error escalation exception exit expansion failure false+positive fan fault
        finding+open fine flaw fraud friction fund+raised gap+closed guest handoff household hypercare hour+saved
        impact+case incident infection infringement injury inquiry install+base installation investment investor
        invoice+paid job+created joiner lead learner leaver listener logo lost-time mention member membership
        merchant mistake mql night opportunity order outage overrun page+speed partner partnership passenger
        patient payer payment person people pickup pitch+won player policyholder positive+review prospect promoter
        purchase purchaser quote+won reader referral referrer refund regression registration registrant rejection
        release+failure renewal reopen repeat+customer reply report+received reseller reservation resident
        resignation respondent rep+at+quota return+visit reviewer+rating rework rider rollback sale sal seat
        seller session shopper shipment+late shortage signup sign-up sleep spender sponsor sponsorship sql star
        stockout stoppage student subscriber+paid subscription supporter switcher tenant ticket transaction trial
        turnover+case upgrade+sold upsell user violation visitor+converted volunteer vote vulnerability win
        word-of-mouth winback workaround citation stakeholder backlink acquisition contributor+external
        adoption+case logo+won dollar euro pound usd eur hour minute interruption near-miss disruption loss+event
        recall+event page+alert hire+retained family child school hospital farmer village tonne ton kilogram kg
        mile kilometre litre gallon acre tree meal bed sqm unit+sold mover testimonial inbound+link
    """,
    # Something that is built, written, bought or delivered.
    "artefact": """
        phase         account+plan ad adapter addon add-on agenda agreement+draft algorithm analysis analytic announcement api
        app application architecture archive article asset assistant audit auditor+report automation backend
        background backup banner baseline+report batch beta blog blueprint board book bookkeeper booklet bot
        branch brand+book brief brochure browser budget+plan bug+tracker build bundle calculator calendar campaign
        card cart case+study catalog catalogue category certificate certification channel charter chart chat
        chatbot checklist checkout ci ci/cd classroom clause cloud cluster code codebase collateral collection
        column committee community component concept configuration connector console container content
        contract+template controls copy corpus council course crm curriculum dashboard data database dataset
        datasheet datacenter deck deliverable demo+environment department+plan deployment+pipeline design
        design+system deskbook device diagram directory doc document documentation domain+model draft dsl ebook
        e-book editor email+template emailing encryption endpoint environment episode epic erp estimate+sheet etl
        evaluation event+plan exam excel experiment extension faq facility feature feature+flag feed field
        file+store filter flow flyer folder form format forum framework frontend function functionality
        funnel+report game gateway guide guideline handbook hackathon hardware helpdesk hiring+plan homepage hub
        icon ide idea image implementation infographic infrastructure initiative innovation+lab instruction
        instrumentation integration interface inventory+list intranet invoice+template item iteration job+board
        job+description journey+map kanban kit kiosk knowledge+base landing+page language+pack layer layout
        library lab license list localisation log logging logo+design magazine mailing manual map+view mapping
        material matrix mechanism menu message metadata methodology microservice microsite migration milestone
        mobile+app mock mockup model module monitor monitoring motto mvp newsletter notebook notification office
        okr onboarding+flow operating+model org+chart organisation+chart package page panel pathway paper parser
        patch pattern payment+gateway persona phase+plan photo piece pilot plan planner platform playbook plugin
        plug-in podcast poc policy poll+form portal portfolio+site post poster powerpoint practice pr presentation
        press+release prd procedure process product product+line profile program programme project
        proof-of-concept proposal protocol prototype publication query queue questionnaire quiz readme
        recommendation+engine recording refactoring reference+guide release repo report repository requirement
        research resource response+plan retrospective+board roadmap role+description routine rfc rfp rule rulebook
        runbook sandbox schedule schema scorecard screen script sdk search section self-service+portal
        seminar+series server service+catalogue shop showroom simulation site sitemap sketch skill+matrix sku
        slack+channel slide slot snapshot software solution sop sops space spec specification spreadsheet sprint
        stack standard storefront store storyboard strategy structure studio style+guide styleguide submodule
        suite survey+form svc syllabus system table target+list task taxonomy team+charter technology template
        terraform test test+suite theme tool toolbox toolchain tooling toolkit topic tracker tracking+system
        training+material transcript translation trigger tutorial ui unit+test update ux user+interface user+story
        variant vault vendor+list version video view+layer viewer virtual+machine vision visualisation vlog vm
        warehouse web web+site website webpage webshop whitepaper white+paper widget wiki wireframe workflow
        workplan workspace workstation worksheet writing+guide storypoint story+point story deal+desk pull+request
        pr+template commit merge+request codeowner rota hypothesis prototype+test podcast+episode reel short
        blogpost certification+course patent jira confluence salesforce hubspot kubernetes aws azure gcp docker
        zendesk workday sap netsuite grant+application role+profile scorecards value+proposition job+ad
        job+posting org+structure structure+chart brand+guideline pricing+model recipe menu+item technical+debt
    """,
    # Something people spend time on.
    "activity": """
        coaching+session training+session sharing+session planning+session q&a+session working+session test+session
        activation+event appointment assessment brainstorming briefing bootcamp call campaign+run chat+session
        check-in class clinic coaching coffee collaboration+session conference consultation conversation
        course+session cold+call debate demo demonstration feedback discussion email engagement+activity
        evaluation+session event exhibition expo fair feedback+session focus+group follow-up forum+meeting
        gathering hackday hackathon huddle information+session inspection interaction interview kickoff kick-off
        lecture letter lunch masterclass meeting meetup meet-up mailing+run newsletter+sent one-on-one 1-on-1 1:1
        off-site offsite onboarding+session open+house outreach panel+discussion phone+call pitch playtest poll
        presentation+given press+interview qbr quarterly+review rehearsal retro retrospective review
        review+meeting roadshow roundtable round-table seminar session+held show+and+tell showcase speech
        sprint+review stand-up standup survey sync talk tasting team+building test+session testing+session tour
        townhall town-hall town+hall trade+show tradeshow training training+session trip tweet usability+test
        user+interview user+test user+testing visit+made walkthrough webcast webinar workshop field+visit
        site+visit audit+performed sales+call sales+visit story+time day+of+training exercise drill activity
        ceremony speaking+slot speaking+engagement session+run user+research customer+interview customer+visit
        customer+call
    """,
    # Somebody the organisation hires or trains.
    "staff": """
        ae administrator adviser advisor agent analyst apprentice architect assistant+manager associate auditor
        ambassador+staff bookkeeper ceo cfo cmo coach colleague consultant contractor coo coordinator copywriter
        counselor crew csm cto delegate designer dev developer devop director editor employee engineer evangelist
        executive expert facilitator freelancer generalist graduate head hire instructor intern inspector lawyer
        leader lecturer librarian machinist manager marketer marketeer mechanic mentor moderator new+hire nurse
        officer operator paralegal pm producer product+manager professional programmer project+manager qa recruit
        recruiter rep representative researcher sales+rep salesman salespeople salesperson scientist scrum+master
        sdr secretary specialist sre staff staffer staff+member successor superintendent supervisor svp talent
        teacher team+lead team+member teammate technician teller tester therapist trainee trainer translator tutor
        videographer vp welder worker writer
    """,
    # Attention that need not change anything.
    "vanity": """
        app+download download fan+count follower following hashtag hit+count impression like media+mention
        page+impression page+view pageview page+visit post+like registered+user retweet share+count social+mention
        subscriber+count view video+view web+visit website+hit website+visit website+visitor content+view
        social+share media+share youtube+subscriber email+subscriber twitter+follower instagram+follower
        linkedin+follower site+visit+count website+traffic web+traffic play press+mention
    """,
    # Qualities an objective may rest on.
    "quality": """
        engine machine powerhouse service marketing engineering hiring pricing billing packaging shipping
        manufacturing advantage agility autonomy belonging brand business capability care career climate clarity
        client+experience collaboration communication community+spirit company competitiveness confidence control
        craft creativity culture customer+experience customer+journey decision+making delight delivery
        differentiation dna dream ecosystem employer+brand empowerment enablement environment excellence
        excitement experience expertise fairness fit+and+finish flow focus footing foundation freedom fun future
        growth+engine harmony impact inclusion independence industry influence innovation insight integrity
        journey joy knowledge leadership leader lead learning life love market market+leader market+leadership
        mastery maturity mindset mission momentum network operating+system operation organisation ownership
        passion peace+of+mind position potential pride product-market+fit progress prosperity purpose readiness
        relationship reputation resilience respect scale security sense simplicity skill space spirit standard
        strength success superpower team teamwork trust thing uniqueness vision voice way wellness wellbeing
        workforce workplace world choice partner+of+choice place product+culture destination category home
    """,
}
