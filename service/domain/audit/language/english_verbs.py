"""English verbs of goal sentences, sorted by what they claim. Data only: no behaviour, no nouns.

Lemmas; `-ise` also yields `-ize`. A plus sign joins a particle: `roll+out`.

Source: requirements 4.1 (published output, activity and business-as-usual verbs), widened by the editors.
"""

VERBS: dict[str, str] = {
    # A number goes up.
    "up": """
        accelerate amplify augment boost broaden climb deepen double elevate enlarge escalate expand extend grow
        heighten increase intensify jump lengthen lift maximise multiply quadruple quicken raise rise scale
        scale+up skyrocket step+up strengthen surge swell treble triple uplift ramp+up speed+up hasten widen bump
        ramp drive+up push+up
        bolster spur stimulate supercharge turbocharge stretch fuel spread propel
    """,
    # A number goes down.
    "down": """
        compress contain curb cut cut+down decline decrease diminish drop ease eliminate eradicate halve lessen
        limit lower minimise mitigate offset reduce shave shed shorten shrink slash soften trim weaken prevent
        deflect drive+down bring+down decelerate dampen fall scale+down
        abolish alleviate avert avoid combat condense deplete deter dispel halt prune quash relieve restrain
        restrict silence suppress narrow flatten defuse cure end de-risk tackle
        ban quit slow slow+down stop remedy
    """,
    # Something gets better; which way the number moves depends on the metric.
    "improve": """
        advance better enhance evolve fortify foster further improve nurture optimise perfect polish
        professionalise refine revitalise sharpen simplify stabilise streamline transform turn+around uplevel
        level+up rejuvenate
        balance cement cultivate democratise diversify enrich galvanise harmonise humanise normalise
        personalise rationalise reform reinforce reinvigorate rekindle reposition restore revive synchronise
        systematise tidy tighten recalibrate
    """,
    # A level is arrived at, or something of the customer's doing is won.
    "reach": """
        accomplish achieve acquire activate commit amass approach attain attract beat book bring bring+in
        capture charge clear clinch close come convert cross cross-sell deliver demonstrate drive earn engage
        exceed find gain garner generate get grab harvest have hit land make match meet monetise obtain onboard
        outperform outrank overtake pass penetrate persuade rank reach realise recapture receive recoup recover
        renew retain return save score secure see sell show sign sign+up surpass top turn unlock upsell win
        win+back yield accumulate break+even pull+in lose
        absorb convince cover defeat elicit enlist excel graduate lure outrun profit
        prove qualify re-engage reclaim reconnect regain rescue resell salvage seize solve subscribe succeed
        survive woo donate surprise accept
    """,
    # A thing is made, changed, bought or delivered.
    "output": """
        add adapt adopt append apply approve architect arrange assemble assign author automate base brand
        bootstrap build buy bake cancel centralise certify change clean clean+up close+down codify collate combine
        commission compile complete compose conclude configure connect consolidate construct containerise craft
        create customise cut+over debug decentralise declare decommission define deploy deprecate derive design
        determine develop devise digitise digitalise distribute document draft draw+up duplicate edit embed employ
        enable encode encrypt enforce enroll equip erect establish execute extract fabricate film finalise finish
        fill fix form formalise formulate found go+live harden hire implement import incorporate initiate install
        instrument institute institutionalise integrate internationalise introduce invent invest iterate itemise
        kick+off kickstart launch license link list localise make+available manufacture map merge migrate mobilise
        model modernise modify modularise move name offer open operationalise organise outline outsource overhaul
        package paint parallelise patch pave phase+out pilot place plan port post prepare prioritise procure
        produce productise program programme promote prototype provide provision publish purchase push
        re-architect rearchitect rebrand rebuild recode reconfigure record recruit redefine redesign redo refactor
        refresh refurbish register release relaunch relocate remodel remediate remove rename renovate reorganise
        repair replace replatform replicate reshape restructure retire retrofit reuse revamp revise rewrite rework
        roll+out roll+back sandbox segment select separate set set+up setup ship shift simulate source specify
        spin+up stage standardise start stand+up structure submit supply switch tag template transfer transition
        translate turn+off turn+on tweak unify unveil update upgrade upload validate verify virtualise wireframe
        wrap+up write code issue print put sunset tailor
        accredit file choose pick opt+for aggregate anonymise appoint archive arm attach authorise award backfill
        bake bind block
        bundle bury cache clone cook commercialise copy crowdsource deactivate decouple dedupe delete disable
        discard discontinue dismantle dissolve divest enact fold forge fork forward freeze fund fuse hatch
        ignite implant inject insert insure invoice isolate jumpstart knit lay lease lend liquidate load log
        mend mount mould navigate offboard offload outfit pack parse pivot plant populate power preload
        purge rebase reboot recertify recycle redeploy redirect refund reimburse render rent repay
        replenish reprice reset resize restock retool retrieve rewire route scrap scrub seal shelve shut split
        staff stack steer stock store strip style subsidise substitute swap terminate theme trade trial undo
        unpack upcycle uproot visualise wash weave weld wipe wire wrap distil prefabricate pre-order
        procure paint+over mint
        begin back+up rotate come+up adjust alter correct decrypt deprioritise downgrade draw enrol erase export
        ingest reload restart resume sketch
        sort tune uninstall unload lock unblock legislate ratify regulate fundraise compost phase+in carry+over
        photograph proofread
        jot+down geolocate spearhead fine-tune bring+out clear+out consolidate
    """,
    # Time is spent; nothing need exist afterwards.
    "activity": """
        agree address advertise advise cite quote agree+on advocate aid allocate analyse announce ask assess assist
        attempt attend audit benchmark blog brainstorm brief call campaign carry+out catalogue celebrate check
        check+in circulate clarify classify coach collaborate collect communicate compare conduct confirm consider
        consult contact contribute cooperate coordinate counsel cross-train curate debate decide dedicate delegate
        demo diagnose discover discuss do educate email encourage engage+with estimate evaluate examine experiment
        explain explore facilitate familiarise feature figure+out find+out focus follow+up follow forecast gather
        give go guide hand+over help highlight host hold identify include inform inspect interview investigate
        invite involve join label learn lead liaise listen look measure market meet+with mentor message moderate
        negotiate network nominate notify observe orient outreach participate partner perform phone practice
        practise present pitch poll propose pursue query question reach+out read recommend reflect rehearse remind
        report research retest revisit review run sample scan schedule scope scout screen search send share shadow
        showcase shortlist sit socialise speak spend sponsor study suggest summarise survey sync take talk teach
        test think tour train travel try tweet understand use utilise vet visit volunteer walk watch work workshop
        leverage a/b gauge inventory
        accompany align anticipate appeal appraise assume bargain battle bid bond calculate calibrate chat convene
        crawl credit dance debrief decipher demystify depict direct dream drill emphasise entertain envision
        exercise exhibit expose fight fly gift groom honour hunt illustrate imagine incentivise incubate
        intervene judge juggle justify lobby motivate nudge orchestrate pace patrol pause perceive play probe
        profile progress quantify rally recap reskill retrain rethink reveal reward shoot sing solicit strive
        synthesise tailor+to taste trace undertake upskill venture vote walk warn weigh welcome meditate
        sign+off journal jog swim bike cook+for pray stretch+out declutter
        act admit count brush defend describe display drink eat exploit floss greet hike instruct memorise petition
        pledge praise promise react recognise reject tell thank carry
    """,
    # Something stays as it is.
    "hold": """
        assure carry+on conserve continue ensure guarantee keep maintain make+sure monitor perpetuate preserve
        protect remain safeguard stay stick sustain uphold track oversee keep+up control
        persist withstand comply abide adhere
    """,
    # The daily work of an operation.
    "operate": """
        administer answer attend+to deal+with dispatch fulfil fulfill handle manage operate process respond
        resolve serve service support triage troubleshoot reply
        cater police govern clean+daily pay treat vaccinate reconcile discharge immunise
    """,
    # A state of the world; typical of objectives.
    "state": """
        be become belong captivate champion crush delight disrupt dominate embody empower energise enjoy excite
        experience feel inspire live love own pioneer reimagine reinvent revolutionise rule shape stand thrive
        trust want wow innovate
        embrace flourish unite unleash ignite emerge put let free resonate fall+in
        impress prosper surface
    """,
}

#: Irregular past forms and present forms; regular ones are generated.
IRREGULAR: dict[str, str] = {
    "are": "be", "became": "become", "been": "be", "being": "be", "beaten": "beat", "bought": "buy", "brought": "bring",
    "built": "build", "came": "come", "did": "do", "does": "do", "done": "do", "drawn": "draw", "drew": "draw",
    "driven": "drive", "drove": "drive", "fallen": "fall", "fell": "fall", "gave": "give", "given": "give", "goes": "go",
    "gone": "go", "got": "get", "gotten": "get", "grew": "grow", "grown": "grow", "had": "have", "has": "have", "held": "hold",
    "is": "be", "kept": "keep", "learnt": "learn", "led": "lead", "lost": "lose", "made": "make", "met": "meet", "paid": "pay",
    "chosen": "choose", "chose": "choose", "caught": "catch", "thought": "think", "told": "tell", "felt": "feel",
    "left": "leave", "lent": "lend", "began": "begin", "begun": "begin", "broke": "break", "broken": "break",
    "overtaken": "overtake", "overtook": "overtake", "ran": "run", "rebuilt": "rebuild", "rewritten": "rewrite",
    "risen": "rise", "rose": "rise", "sat": "sit", "saw": "see", "seen": "see", "sent": "send", "shown": "show",
    "shrank": "shrink", "shrunk": "shrink", "sold": "sell", "spent": "spend", "spoke": "speak", "spoken": "speak",
    "stood": "stand", "taken": "take", "taught": "teach", "took": "take", "understood": "understand", "was": "be", "went": "go",
    "were": "be", "won": "win", "written": "write", "wrote": "write",
}  # fmt: skip
