"""Our own sentences with the verdict a facilitator would give. None is taken from a published list."""

#: verdict → key results, one a line.
KEY_RESULTS: dict[str, str] = {
    "good": """
        Raise the share of repeat buyers from 18 % to 27 %
        Cut the median time to first reply from 9 hours to 90 minutes
        Win 40 paying pilot customers in the Nordics by 30 June
        p95 checkout latency down from 1.8s to <600 ms
        Bring the cost per delivered parcel below €3.20
        From 12 k to 20k weekly active cooks
        2/3 of warehouse crews plan their shifts in the app, up from 1/3
        Employee NPS climbs from -5 to 25
        At least 85% of new hires ship code in their first ten days
        Triple the number of self-serve upgrades
        Lower unplanned downtime on line 4 to under 45 minutes per month
        Halve the number of duplicate invoices
        Net revenue retention of 112 %
        Reach $1.5M in annual recurring revenue from partners
        Move trial-to-paid conversion from 4,5% to 8%
        Zero critical findings in the external penetration test
        60 % of support questions answered without a human
        Shrink the average pull request age from 5 days to 1.5 days
        Reduce infrastructure spend per active tenant by 20 %
        Grow gross margin on hardware to 38 percent
        Launch the loyalty card with 5,000 members and a 30 % redemption rate
        Earn a 4.6/5 average rating in the app store (today: 4.1)
        Onboard 15 clinics that each book 100+ appointments a week
        Drop the rate of returned orders from 11% to 7%
        Customers complete the claim form in less than 4 minutes
        Have 70 percent of the fleet charged overnight
        Increase paid seats per account from 6 to 9
        Nine of ten deployments reach production without a rollback
        Average queue time at the counter falls below 3 minutes
        Collect 1,200 verified reviews with an average of 4+ stars
        Get 25% of dormant accounts to log in again
        Generate 300 sales-qualified leads per month, up from 120
        Lift on-time departures to 92%
        Close 12 enterprise contracts worth $80k+ each
        Save 400 hours of manual reconciliation per quarter
        Double the revenue from existing accounts
        Carbon emissions per unit down 15% against 2025
        Convert 10% of newsletter readers into paying members
        Fewer than 5 sev-1 incidents this quarter (last quarter: 14)
        Retain 95% of apprentices after their first year
        Push the build success rate on main above 97%
        Raise €2M in seed funding
        Accounts with at least two active integrations grow from 35% to 60%
        Unit test coverage of the billing module rises to 80 %
        40% of meetings replaced by written updates
        Decrease the bug backlog from 310 to under 100
        Speed up month-end closing from 8 to 3 working days
        Achieve an average handling time of 6 min at a CSAT of 4.5
        Sell 3,000 tickets for the winter season
        Improve forecast accuracy to ±5%
        NPS >= 50
        Churn < 2%
        99.9% uptime for the public API
        50% of engineers contribute to the docs
        At least 3 enterprise customers live on the platform
        Sign 5 new partners
        Increase MAU from 10k to 15k
        Complete 10 usability tests with 80% task success
        100% of services have runbooks
        Migrate 100% of traffic to the new infrastructure
        Reduce build time by half
        Zero data loss incidents
        Increase deployment frequency from weekly to daily
        Improve the Lighthouse score to 90+
        Customer satisfaction score of 4.5 or higher
        Get 10 companies to sign up for the beta
        Secure funding of $5M
        Publish 4 research papers with at least 50 citations
        Increase the share of women in hiring to 40%
        Answer 95% of tickets within 24h
        Onboarding time reduced from 2 weeks to 3 days
        Average response time under 2 hours
        Establish 3 new distribution partnerships
        Create 3 new revenue streams generating $100k
        Deliver 5 training sessions with an average rating of 4.5
        Weekly active users up 25%
        Average session length > 6 minutes
        At least 70% of the team rates meetings as useful
        Reduce number of open P1 bugs to 0
        Reduce the number of P1 bugs from 12 to 2
        Increase code coverage to 80%
        Code review turnaround below 24h
        10 new paying customers
        20% increase in organic traffic
        20% month-over-month growth
        Achieve product-market fit score of 40%
        Obtain 3 letters of intent
        Increase sign ups 3x
        First response within 1 hour for 90% of enterprise tickets
        Customers rate onboarding 9/10
        Cost per acquisition less than $50
        Reduce AWS bill by $10,000 per month
        Achieve $2.5 million in sales
        Open rate of 35% on newsletters
        Close rate up from 20% to 30%
        Lead to customer conversion from 5 to 8%
        Support ticket volume down 30%
        Employee turnover below 10%
        Hire and retain 10 senior engineers with 90% 1-year retention
        Double trial signups
        Cut onboarding from 10 days to 4
        Users create 3 or more projects in their first week (currently 1.2)
        Bring average time to merge under 12 hours
        Increase the number of weekly deploys from 2 to 10
        Ramp up 4 new reps to 100% quota attainment
        Have 500 people attend the launch event
        500 attendees at the annual conference
        Achieve 80% positive feedback in the pilot survey
        30% of revenue from new products
        Each team ships at least once a week
        Reduce average time-to-fill open positions from 60 to 40 days
        90% of managers complete leadership assessment with score above 80
        Increase offer acceptance rate from 70% to 85%
        Voluntary attrition reduced from 14% to 9%
        Employee engagement survey score improves to 4.2 out of 5
        Close the books within 5 business days (currently 9)
        Reduce days sales outstanding from 54 to 45
        Cut travel expenses by 15%
        Increase operating margin by 3 percentage points
        Achieve forecast accuracy of 95%
        Get 50 new customers via referrals
        Increase average contract value by 20%
        Sales cycle shortened from 90 to 60 days
        Win rate against our main competitor reaches 45%
        $3M in new ARR from the mid-market segment
        15 new logos in EMEA
        Expand revenue in existing accounts by 25%
        Open rates above 30% and click rates above 5%
        Rank in the top 3 for 10 priority keywords
        Organic sign-ups grow 40% quarter over quarter
        Reduce bounce rate on landing pages to below 35%
        Increase demo-to-close ratio from 1:8 to 1:5
        Mean time between failures over 500 hours
        Restore service within 15 minutes for 95% of incidents
        Cut cloud spend per request in half
        Page loads in under 1.5 seconds for 90% of visits
        Crash-free sessions up to 99.8%
        Reduce flaky tests from 8% to 1%
        Every on-call engineer gets fewer than 2 pages per shift
        Lead time for changes < 1 day
        Deploy to production at least 10 times per week with a change failure rate below 5%
        80% of new features used by at least 20% of users within a month
        Feature X used weekly by 60% of paying accounts
        Reduce steps in checkout from 7 to 3
        At least 4 out of 5 pilot users would recommend us
        Lose 5 kg by the summer
        Run a half marathon in under 2 hours
        Save $10,000 for a down payment
        Recycling rate in the city reaches 60%
        Waiting time at the citizen office below 10 minutes
        Vaccinate 70% of the population
        Reduce traffic fatalities by 20%
        Student pass rate up from 72% to 85%
        Reach 1 million monthly listeners
        Sell out 10 of 12 concerts
        Increase Instagram engagement rate from 1.2% to 3%
        Convert 30 beta testers into annual subscribers
        Achieve a 25% reduction in packaging waste
        Drive a 15% lift in average basket size
        Bring customer effort score from 4.1 down to 2.5
        Sustain growth of 5% week over week
        Reach product-qualified leads of 800/month
        Improve gross retention to 93%
        Monthly churn is no higher than 1.5%
        Our API answers 99% of calls in under 100 ms
        Two thirds of employees use the learning budget
        Grow community to 5,000 active members
        Attract 200 applicants per open role
        Reduce the number of escalated tickets per week from 25 to 8
        Eliminate 80% of manual data entry
        Decrease server response time by 300ms
        Increase average revenue per user (ARPU) from $12 to $15
        More than half of new customers come from referrals
        Teams resolve 90% of sev2 incidents within a day
        Increase the percentage of code reviewed within 4 hours from 50% to 85%
        Expand sales to 3 new countries with $200k revenue each
        Lower cost to serve from 12 to 9 euros per order
        At the end of Q4, 60% of traffic is served from the edge
        Hit $10M ARR
        Obtain an average training evaluation of 4.5/5
        Have zero P0 incidents caused by releases
        Cut meeting hours per person from 14 to 8 a week
        Increase sponsor income to 50,000 EUR
        Acquire 1,000 new users at a CAC below $20
        Improve search success rate from 62 to 80 percent
        First-time-fix rate above 85%
        Response rate to the survey of at least 70%
        Earn 3 press features in tier-one media
        Get 20 percent of customers to adopt the new module
        Increase weekly cohort retention (W4) from 22% to 30%
        Ship 95% of orders the same day
        Receive fewer than 10 negative reviews per month
        Land 3 lighthouse customers in healthcare
        Bring NPS among new users from 20 to 40
        Improve quick ratio to 4
        Migrate 60% of monthly active users to the new app
        Grow the share of revenue from subscriptions to 45%
        Reduce the time from order to delivery from 5 days to 2 days
        Reach 70% completion of the onboarding checklist by new accounts
        Reduce no-shows by 30%
        Get to 25k monthly readers
        75% of survey respondents say they trust our brand
        Raise contribution margin by 2 points
        Secure commitments from 5 design partners
        Recover €200k of overdue invoices
        Reduce unplanned work from 40% to 20% of capacity
        Increase proportion of self-service resets to 80%
        Have 4 of 5 squads deploy independently
        Establish 10 partnerships that bring 100 leads each
        Launch in 2 new markets and win 500 customers there
        Cut p99 latency to 250 ms
        99% of builds finish within 10 minutes
        Upsell 15% of basic customers to premium
        Add $500k in pipeline from outbound
        Increase average CSAT across all regions to at least 4.6
        Limit budget overrun to 2%
        Achieve cost savings of $1.2M
        Double-digit growth in DACH (12%)
        Shorten the feedback cycle between design and engineering from 10 to 3 days
        Achieve an app store rating above 4.7 with 2,000+ ratings
        Grow the newsletter list from 8,000 to 20,000 with an open rate of 45%
        Bump trial starts by 35%
        Pull average ticket age down to 2 days
        Decrease customer acquisition payback from 14 months to 9 months
        Activate 3,000 merchants in LATAM
        Reach 250 active contributors across our open-source repositories
        Get 60% of traffic from organic search
        Improve sprint predictability (committed vs. done) from 60% to 85%
        See a 10-point increase in brand favourability
        Realise $400k savings from contract renegotiation
        Have at least 30 schools renew for another year
        Increase mobile NPS to +40
        Attain 85% utilisation of consultants
        Bring down scrap rate from 6% to 2.5%
        95% of invoices paid within terms
        Raise median salary equity ratio to 0.98
        Host churn below 1% per month
        Customer lifetime value reaches 3x acquisition cost
        LTV:CAC ratio of 4:1
        Increase the ratio of senior women to 35%
        Grow YouTube watch time to 10,000 hours a month
        Beat last year's Q4 revenue by 12%
        Exceed a renewal rate of 92%
        Boost average order value by €8
        Reduce the cost of goods sold by 4%
        Lower bounce from 58% to 40%
        Reduce customer wait time on the phone from 8 min to 90 sec
        Half of all new features are validated with at least 5 customers before build
        Nobody waits longer than 24 hours for a code review
        Answer rate in chat rises to 97%
        Cart abandonment falls under 60%
        Uptime improved from 99.5% to 99.95%
        Backup restore takes no longer than 30 minutes
        Sign-up flow completed by 7 out of 10 visitors
        Customers using 3+ features: from 20% to 40%
        MRR: $45k → $70k
        CSAT ≥ 92%
        NPS 35 -> 50
        Revenue +25% YoY
        Churn rate -2pp
        TTFB < 300ms on mobile for p75
        Conversion (visit → signup) 2% to 4%
        30 NPS points gained among SMB customers
        1,500 daily active teams by the end of June
        €300k in cross-sell revenue
        Two successful exits to partners worth 1M each
        500 tons of CO2 avoided
        3 out of 4 candidates accept our offer
        Lead response time cut to 15 minutes
        Time to first deploy for new hires: 1 day
        Production defects per release down to 3
        Increase deploys/week from 3 to 15
        Cut lead-time by 50%
        Grow Q3 bookings to $12m
        Average rating of 4.8 across 300 reviews
        Support handles 30% more tickets with the same headcount
        Increase utilization of the GPU cluster from 35% to 70%
        Developers spend less than 10% of their time on maintenance
        Make 20% of revenue outside the US
        Publish 10 articles that generate 5,000 organic visits each
        Launch self-service checkout and process 40% of orders through it
        Run a referral programme that brings in 300 customers
        Deliver a new onboarding that lifts week-1 retention to 50%
        Create an internal academy with 80% completion rate
        Build a partner channel contributing 15% of pipeline
        Complete migration with less than 10 minutes of downtime
        Roll out SSO to 100 customers
        Expand coverage to 95% of zip codes
        Extend average customer tenure to 4 years
        Open 200 new merchant accounts in Kenya
        Add 2,000 new subscribers per week
        Recruit 1,000 volunteers
        Enroll 5,000 students in the online programme
        Distribute 1 million meals
        Plant 10,000 trees
        Vaccinate 5,000 children
        Reach 98% on-time payroll accuracy
        Increase gender pay transparency score to 80
        Reduce energy consumption per square meter by 18%
        Close 80% of audit findings within 30 days
        Fulfil 97% of orders without error
        Handle 90% of calls without transfer
        Process claims in 2 days instead of 7
        Respond to 95% of RFPs within 48 hours
        Serve 10,000 meals per week
        Resolve 85% of issues at first contact
        Ensure 100% of critical vulnerabilities are fixed within 7 days
        Maintain gross margin above 60% while doubling revenue
        Keep CAC below $50 while growing spend to $1M
        Move from 3 to 5 stars in the mystery shopping programme
        Climb from rank 12 to top 5 in the industry survey
        Become a top-10 app in the finance category
        Rank #1 for 5 keywords
        Win 2 design awards
        Be cited in 20 academic papers
        Earn $50k from merchandise
        Average 10,000 attendees per match
        Generate at least one qualified referral from 40% of customers
    """,
    "task": """
        Launch the partner portal
        Roll out the new ticketing tool to all branches
        Write the security handbook
        Interview 25 warehouse managers
        Hire four data engineers and a designer
        Migrate 30 services to the new cluster
        Publish 12 articles on the engineering blog
        Ship the dark mode
        Set up a data warehouse
        Run three hackathons this quarter
        Redesign the settings page by the end of May
        Hold weekly meetings with the sales team
        Train 60 managers in giving feedback
        Complete the ERP migration
        Define the product strategy for 2027
        Draft a hiring plan
        Analyse the reasons for churn
        Organise 8 webinars
        Create a style guide and a component library
        Attend 3 industry conferences
        Implement single sign-on
        Release version 4.2 of the SDK
        Refactor the payment module
        Send 500 outreach emails per week
        Deliver 10 new features
        Build an internal developer platform
        New onboarding flow is live
        Five customer workshops held
        Migration to the cloud
        Document all public APIs
        Conduct a brand survey with 1,000 respondents
        Recruit 2 product managers
        Translate the app into Polish and Czech
        Automate the release process
        Research the needs of small law firms
        Prepare the rollout in Q3
        Replace the legacy scheduler
        Collaborate with marketing on the campaign
        Audit 40 suppliers
        Add 200 unit tests
        Test the new pricing page with 20 users
        Make 50 cold calls a day
        Update 80 % of the help articles
        Introduce OKRs in all departments
        Provide training on the new CRM to 100 % of the reps
        Rollout of the mobile app to 3 regions
        Decide on a cloud vendor by March
        Develop and launch a referral programme
        Finish the discovery for the booking module
        Integrate with SAP and Salesforce
        5 case studies published
        Train 80% of staff on security
        All services have SLOs defined
        Build a dashboard for the finance team
        Weekly newsletter sent to all customers
        Complete the design of v2
        Finalize the vendor contract
        Create 10 landing pages
        Improve documentation by writing 5 guides
        Do a survey
        Kick off the rebrand
        Identify 5 potential acquisition targets
        Explore new markets
        Understand why users churn
        Work with legal on GDPR
        Meet with 10 investors
        Present the roadmap at the all-hands
        Investigate performance bottlenecks
        Open an office in Berlin
        Set up 3 pilot projects
        Monthly blog post
        Launch employee wellness program
        Update the employee handbook
        Implement a new performance review process
        Host 4 town halls
        Hire a CFO
        Roll out new expense tool
        Run 3 email campaigns
        Create sales playbook
        Train sales team on new CRM
        Call 100 leads per week
        Schedule 20 demos
        Attend trade fair in Munich
        Write 4 whitepapers
        Film a product video
        Upgrade PostgreSQL to version 16
        Dockerize all services
        Instrument checkout with OpenTelemetry
        Containerise the monolith
        Decommission the old data center
        Fix top 10 customer-reported bugs
        Prototype three concepts
        Complete user story mapping for release 2
        User interviews with 15 customers
        Quarterly business review held with top 20 accounts
        New pricing page
        Security training for all staff
        Enable two-factor authentication
        Get the new office ready
        Bring the new data center online
        Have a roadmap for next year
        Ensure all developers complete security training
        Start a podcast
        Begin hiring for the Berlin office
        Put in place a vendor review process
        Deliver the Q3 release on time
        Produce 6 customer success stories
        Optimize 20 landing pages
        Review and update all security policies
        Perform 5 usability studies
        Configure alerting for all services
        Establish a customer advisory board
        Create job descriptions for 5 roles
        Introduce pair programming
        Move all repositories to GitHub
        Switch payroll provider
        Open 3 new stores
        Sponsor 2 conferences
        Host a hackathon with 100 participants
        Gather feedback from 50 users
        Map the customer journey
        Evaluate 3 CRM vendors
        Pilot the new process in two teams
        Distribute 5,000 flyers
        Submit 4 grant applications
        Develop training materials and deliver 10 sessions
        Expand the QA team by 3 people
        Integrate Stripe payments
        Clean up the backlog
        Make the app available in the Play Store
        Complete onboarding of the new team
        Establish KPIs for all departments
        Define success metrics for the new feature
        Spend 20 hours on training per employee
        Offer free shipping
        A dashboard for sales managers
        3 workshops with the leadership team
        Analytics tracking implemented on all pages
        Agree on a brand strategy
        Implement feature flags in 5 services
        Deliver training to 200 employees
        Do 12 customer visits
        Complete 8 sprints
        Deploy Kubernetes in production
        Build 2 prototypes and test them with customers
        Ship the iOS app to the App Store
        Identify the top 5 reasons for churn
        Align all teams on the new roadmap
        Put 3 case studies on the website
        Assign an owner to every service
        Choose a vendor for payments
        Finalise budget by end of month
        Have 20 conversations with prospects
        Write unit tests for the payment service
        Complete security certification training
        Establish a process for incident reviews
        Set targets for all teams
        Hold 2 retrospectives per month
        Upgrade the plant's ventilation
        Rewrite the data layer in Rust
        Remove deprecated endpoints
        Consolidate 3 tools into one
        Deliver phase 2 of the project
        Be present at 4 trade shows
        Brand refresh
        Hiring of two designers
        Deliver 3 keynote presentations
        Have a working prototype by May
        Complete 100% of planned sprints
        Interview 12 churned customers and write a summary
        Hire a head of growth and two account executives
        Get the website redesigned
        Roll out phase 1 to all 40 stores
        Finish reading 6 leadership books
        Publish the annual sustainability report
        Add dark mode and 4 new themes
        Do code reviews for every pull request
        Develop 3 new courses
        Deliver 25 user stories
        Train all team leads in coaching techniques
        Organise 2 offsites for the leadership team
        Evaluate and select an HR platform
        Define KPIs and build dashboards for 4 departments
        Prepare documentation for ISO audit
        Establish weekly syncs between sales and product
        Create a backlog of 50 content ideas
        Migrate 12 legacy apps
        Draft contracts for 5 suppliers
        Implement automated tests for the 20 most used screens
        Build the data lake
        Relaunch the blog in English and French
        Set up an employee referral programme
        Carry out a pricing study
        Run 10 experiments on the pricing page
        Coach 8 junior developers
        Deploy monitoring to all 30 servers
        Write and publish 2 open-source libraries
        Put together an onboarding pack
        Make a competitor analysis
        Produce 12 podcast episodes
        Conduct quarterly skills assessments for all staff
        Install 200 sensors in the warehouse
        Visit 15 key accounts
        Buy two new machines
        Partner with an agency on SEO
        Work on the technical debt
        Explore partnerships with 3 universities
        Lead the GDPR project
        Submit the patent application
        Attend a course on public speaking
        Look into AI tools for support
        Schedule monthly reviews with each client
        Share best practices across teams
        Expand the help centre with 60 new articles
        Reorganise the sales team
        Ensure that all contracts are digitised
        Send a monthly update to investors
        Mobile app for Android
        Launching of the loyalty programme
        Website relaunch done by June
        CRM data cleaned up
        10 blog posts per month
        Code freeze on 15 December
    """,
    "no-number": """
        Improve customer satisfaction
        Reduce the time to hire
        Increase revenue from renewals
        Grow the pipeline in Spain
        Fewer support tickets about billing
        Win more enterprise customers
        Make deployments safer
        Strengthen our employer brand
        Speed up the claims process
        Lower energy consumption in the plant
        Better collaboration between product and sales
        Raise the quality of incoming leads
        Boost employee engagement by the end of the year
        Shorten the release cycle
        Significantly reduce technical debt
        Achieve higher conversion on mobile
        Get customers to renew earlier
        Minimise waste in packaging
        Increase brand loyalty among students
        Decrease absenteeism in Q2
        Gain market share
        Close deals faster
        Users find answers more easily
        Enhance the reliability of the checkout
        Attract top engineering talent
        Be profitable by December
        Improve documentation
        Happy customers
        More engaged employees
        Increase sales
        Better work-life balance
        Faster page loads
        Improve test coverage
        Be more data-driven
        Raise awareness of our brand
        Deliver better customer service
        Higher quality leads
        Reduce manual work in finance
        Become faster at shipping
        Improve time to market
        Enhance collaboration across teams
        Generate more revenue
        Retain key customers
        Increase website traffic
        Increase productivity
        Grow our community
        Improve response times for premium customers
        Reduce the number of bugs
        Higher employee satisfaction
        Get more reviews
        Increase usage of the mobile app
        Improve profitability
        Make onboarding easier
        Expand our customer base
        Build stronger relationships with customers
        Drive adoption of the new platform
        Optimize marketing spend
        Lower our carbon footprint
        Increase deal size
        Better margins
        Increase number of returning visitors
        Improve our Google ranking
        Simplify the user interface
        Make customers more successful
        Reduce dependency on a single supplier
        Achieve stable growth
        Reach more schools
        Improve accuracy of forecasts
        Reduce downtime significantly
        Increase sales by doing more marketing
        More traffic from search
    """,
    "kpi": """
        Keep the production servers running
        Maintain 99.95% availability
        Continue to answer all customer calls
        Gross margin
        Monitor server uptime
        Process incoming invoices
        Keep churn below 3 %
        Handle first-level support requests
        Stay within the marketing budget
        Sustain current service levels
        Weekly active users
        Track monthly revenue
        Manage the payroll
        Resolve incoming tickets
        Ensure that the data pipelines remain stable
        Monitor error rates
        Maintain NPS of 50
        Ensure 99.9% uptime
        Keep response time under 200ms
        Number of daily active users
        Customer satisfaction score
        Total revenue
        Support existing customers
        Daily active users
        Net promoter score
        Keep customer satisfaction at 90%
        Maintain current headcount
        Continue weekly deployments
        Track website traffic
        Keep the backlog groomed
        Provide ongoing support to sales
        Stay compliant with GDPR
        Respond to customer emails
        Monthly recurring revenue
        System availability
        Maintain SLA compliance
        Ensure smooth operations
        Support the sales team with presentations
        Keep inventory levels stable
        Monitor competitor pricing
        Oversee daily operations
        Preserve our brand reputation
        Keep costs under control
        Headcount
        Number of tickets solved
        Maintain product quality
        Continue to grow
        Ensure data security
        Average order value
        Uphold service standards
    """,
}

#: verdict → objectives, one a line.
OBJECTIVES: dict[str, str] = {
    "good": """
        Make paying by phone the obvious choice for market traders
        Give every nurse an hour back each shift
        Become the supplier that Nordic architects call first
        Turn support from a cost centre into the reason customers stay
        Earn the trust of first-time investors
        Customers get their parcel when they expect it
        Build a sales engine that works without the founders
        Win back developers who left us for simpler tools
        Let small shops sell abroad as easily as at home
        Create a workplace that parents want to come back to
        Deliver a booking experience that guests recommend
        Prove that our batteries outlast every rival in the cold
        Grow our presence among independent pharmacies
        Reduce the friction of switching from spreadsheets
        Help teachers spend more time teaching
        Delight our customers with lightning-fast support
        Become the easiest bank for freelancers
        Grow our global footprint
        Establish thought leadership in green logistics
        Make our product irresistible to developers
        Expand into the German market
        Strengthen customer loyalty
        Build a culture of continuous learning
        Improve the onboarding experience for new customers
        Be the employer of choice for data scientists
        Increase brand awareness in North America
        Accelerate product adoption among enterprise clients
        Reduce our environmental footprint
        Drive operational efficiency in the supply chain
        Scale our infrastructure for ten times the load
        Launch a product our customers love
        Create the best mobile experience for travellers
        Deliver a reliable and fast website
        Own the small business segment in Italy
        Enhance security and compliance of our platform
        Increase customer retention
        Attract and retain top talent
        Revolutionise how people buy furniture
        Achieve record revenue while increasing profitability
        Deepen relationships with strategic partners
        Build the foundation for international growth
        Increase employee engagement and satisfaction
        Successfully enter the Japanese market
        Win the trust of hospitals
        Improve developer productivity through better tooling
    """,
    "task": """
        Launch the partner portal
        Implement the new HR system
        Write 20 blog posts
        Migrate to the cloud
        Organise the annual user conference
        Deploy the new warehouse scanner
        Hire ten engineers
        Build the reporting dashboard
        Launch version 2.0
        Build a new CRM
        Create a new website
        Complete the migration to AWS
        Roll out Jira to all teams
        Publish 10 case studies
        Develop a mobile app
        Redesign the homepage
        Conduct user research
        Set up monitoring
        Write the company handbook
    """,
    "vague": """
        Improve quality
        Be the best
        Deliver greatness
        Make things better
        Enhance performance significantly
        Become the leader
        Optimise processes
        Be successful
        Improve performance
        Increase efficiency
        Be better at everything
        Improve our processes
        Become a better company
        Achieve success
    """,
    "kpi": """
        Keep the lights on
        Maintain current service levels
        Continue our daily operations
        Ensure that systems keep running smoothly
        Answer customer enquiries
        Maintain our market position
        Keep the website up and running
        Continue to support our customers
        Run daily operations
        Ensure compliance with internal policies
    """,
    "kr-as-objective": """
        Increase revenue by 20 %
        Reduce churn from 5% to 3%
        Grow the customer base by 15%
        Increase MRR to $100k
        Reduce response time by 50%
        Achieve 95% customer satisfaction
    """,
    "kitchen-sink": """
        Grow revenue, cut costs and improve morale
        Increase retention and reduce churn and expand to Asia
        Improve product quality, expand into Europe and hire a sales team
        Reduce costs, increase revenue, and improve employee satisfaction
    """,
    "binary": """
        Obtain the ISO 9001 certification
        Complete the merger successfully
    """,
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    """List (sentence, verdict)."""
    return [(line.strip(), verdict) for verdict, block in table.items() for line in block.splitlines() if line.strip()]
