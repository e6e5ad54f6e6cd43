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
    """,
    "vague": """
        Improve quality
        Be the best
        Deliver greatness
        Make things better
        Enhance performance significantly
        Become the leader
        Optimise processes
    """,
    "kpi": """
        Keep the lights on
        Maintain current service levels
        Continue our daily operations
        Ensure that systems keep running smoothly
        Answer customer enquiries
    """,
    "kr-as-objective": """
        Increase revenue by 20 %
        Reduce churn from 5% to 3%
        Grow the customer base by 15%
    """,
    "kitchen-sink": """
        Grow revenue, cut costs and improve morale
        Increase retention and reduce churn and expand to Asia
    """,
    "binary": """
        Obtain the ISO 9001 certification
        Complete the merger successfully
    """,
}


def rows(table: dict[str, str]) -> list[tuple[str, str]]:
    """List (sentence, verdict)."""
    return [(line.strip(), verdict) for verdict, block in table.items() for line in block.splitlines() if line.strip()]
