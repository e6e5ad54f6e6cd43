"""One database transaction with its repositories. Use cases get it from `Store.transaction()`; it never outlives the `with`."""

from functools import cached_property

from sqlalchemy import Connection

from service.store.repositories.agenda_templates import AgendaTemplates
from service.store.repositories.allowances import Allowances
from service.store.repositories.checkins import Checkins
from service.store.repositories.cursors import Cursors
from service.store.repositories.cycles import Cycles
from service.store.repositories.deliveries import Deliveries
from service.store.repositories.fields import Fields
from service.store.repositories.guardrails import Dismissals, Guardrails
from service.store.repositories.histories import Histories
from service.store.repositories.initiatives import Initiatives
from service.store.repositories.installations import Installations
from service.store.repositories.issues import Issues
from service.store.repositories.judgements import Judgements
from service.store.repositories.key_results import KeyResults
from service.store.repositories.leases import Leases
from service.store.repositories.ledger import Ledger
from service.store.repositories.objectives import Objectives
from service.store.repositories.own_presets import OwnPresets
from service.store.repositories.pages import Pages
from service.store.repositories.parent_links import ParentLinks
from service.store.repositories.problems import Problems
from service.store.repositories.results import Results
from service.store.repositories.retrospectives import Retrospectives
from service.store.repositories.sessions import Sessions
from service.store.repositories.sites import Sites
from service.store.repositories.success import Success
from service.store.repositories.syntheses import Requests, Syntheses
from service.store.repositories.teams import Teams
from service.store.repositories.votes import Votes
from service.store.repositories.waivers import Waivers
from service.store.secrets import SecretBox


class Transaction:
    """Repositories on one connection: all of it is committed or none."""

    def __init__(self, *, connection: Connection, secrets: SecretBox) -> None:
        self._connection = connection
        self._secrets = secrets

    @cached_property
    def sites(self) -> Sites:
        """Tenants."""
        return Sites(self._connection)

    @cached_property
    def installations(self) -> Installations:
        """The app in one product of a site, with credentials."""
        return Installations(self._connection, secrets=self._secrets)

    @cached_property
    def cycles(self) -> Cycles:
        """Planning periods."""
        return Cycles(self._connection)

    @cached_property
    def teams(self) -> Teams:
        """Who owns objectives."""
        return Teams(self._connection)

    @cached_property
    def objectives(self) -> Objectives:
        """Aims and their epics."""
        return Objectives(self._connection)

    @cached_property
    def parent_links(self) -> ParentLinks:
        """Further ways up, beside an objective's parent."""
        return ParentLinks(self._connection)

    @cached_property
    def key_results(self) -> KeyResults:
        """Measurable outcomes."""
        return KeyResults(self._connection)

    @cached_property
    def checkins(self) -> Checkins:
        """Values at instants; append-only."""
        return Checkins(self._connection)

    @cached_property
    def initiatives(self) -> Initiatives:
        """Links of issues to key results."""
        return Initiatives(self._connection)

    @cached_property
    def issues(self) -> Issues:
        """Our mirror of linked issues."""
        return Issues(self._connection)

    @cached_property
    def deliveries(self) -> Deliveries:
        """Webhook deliveries already received."""
        return Deliveries(self._connection)

    @cached_property
    def pages(self) -> Pages:
        """Confluence pages of cycles."""
        return Pages(self._connection)

    @cached_property
    def fields(self) -> Fields:
        """Jira field ids of our field keys."""
        return Fields(self._connection)

    @cached_property
    def problems(self) -> Problems:
        """What the last checks found."""
        return Problems(self._connection)

    @cached_property
    def cursors(self) -> Cursors:
        """How far periodic passes have come."""
        return Cursors(self._connection)

    @cached_property
    def leases(self) -> Leases:
        """Who may work on a thing right now."""
        return Leases(self._connection)

    @cached_property
    def ledger(self) -> Ledger:
        """The append-only chain of changes to promises."""
        return Ledger(self._connection)

    @cached_property
    def votes(self) -> Votes:
        """Sealed votes of confidence."""
        return Votes(self._connection)

    @cached_property
    def waivers(self) -> Waivers:
        """Outputs admitted for a while."""
        return Waivers(self._connection)

    @cached_property
    def retrospectives(self) -> Retrospectives:
        """What teams said when they looked back."""
        return Retrospectives(self._connection)

    @cached_property
    def sessions(self) -> Sessions:
        """Planning sessions and the acts of their rooms; acts are append-only."""
        return Sessions(self._connection)

    @cached_property
    def agenda_templates(self) -> AgendaTemplates:
        """Agendas kept under a name."""
        return AgendaTemplates(self._connection)

    @cached_property
    def own_presets(self) -> OwnPresets:
        """Doctrines that the site derived."""
        return OwnPresets(self._connection)

    @cached_property
    def results(self) -> Results:
        """Sealed results of closed cycles."""
        return Results(self._connection)

    @cached_property
    def guardrails(self) -> Guardrails:
        """Counter-metrics somebody accepted, and their values."""
        return Guardrails(self._connection)

    @cached_property
    def dismissals(self) -> Dismissals:
        """Loopholes somebody chose to live with."""
        return Dismissals(self._connection)

    @cached_property
    def success(self) -> Success:
        """When objectives count as reached, and the votes on it."""
        return Success(self._connection)

    @cached_property
    def histories(self) -> Histories:
        """Numbers week by week, measured in Jira."""
        return Histories(self._connection)

    @cached_property
    def syntheses(self) -> Syntheses:
        """What the Synthesizer found."""
        return Syntheses(self._connection)

    @cached_property
    def requests(self) -> Requests:
        """What teams ask of each other."""
        return Requests(self._connection)

    @cached_property
    def allowances(self) -> Allowances:
        """What teams declared for running the business."""
        return Allowances(self._connection)

    @cached_property
    def judgements(self) -> Judgements:
        """When anything was last said beside the plans."""
        return Judgements(self._connection)
