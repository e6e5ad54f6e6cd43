"""Drafting in the room with three people: live audit, sealed votes, owners; without a complaint of axe, wide and narrow."""

from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, Route, expect

from service.domain.room import Act, Scope, SessionKind, Step, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.drafts.agreement import AgreeObjective
from service.domain.room.drafts.key_results import DraftKeyResult
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.gates import Waive
from service.domain.room.pacing import Advance
from service.domain.room.prework import FileBaseline
from service.domain.room.seats import Join
from service.store import Store
from service.usecases.book_session import book_session
from service.usecases.perform_act import perform_act
from service.usecases.read_room import read_room
from tests.browser.company import CYCLE_ID, SITE_ID
from tests.browser.stage import stage

pytestmark = pytest.mark.browser

INES, TOM, LI = "acc-ines", "acc-tom", "acc-li"
KINDS = (
    StepKind.OBJECTIVES,
    StepKind.KEY_RESULTS,
    StepKind.PRESSURE_TEST,
    StepKind.CONFIDENCE,
    StepKind.SEVENTY,
    StepKind.OWNERS,
)
AIM = "Be the marketplace that sellers recommend to each other"
RAISE = "Raise the share of sellers active after a year"
Enter = Callable[[str], Page]


class Room:
    """A booked and open session of one team, and a way to do in it what the test is not about."""

    def __init__(self, store: Store) -> None:
        self.parts: Any = stage(store).extensions["northstar"]
        with store.reading() as tx:
            self.team = next(each for each in tx.teams.list(site_id=SITE_ID) if each.kind == "team")
        self.id = book_session(
            parts=self.parts,
            site_id=SITE_ID,
            by=INES,
            cycle_id=CYCLE_ID,
            kind=SessionKind.PLANNING,
            scope=Scope.TEAM,
            trigger=Trigger.QUARTERLY_PLANNING,
            team_ids=(self.team.id,),
            starts_at=datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
            preset="workshop_weaver",
        ).id
        steps = (Step(id=kind.value, kind=kind, title=kind.value.replace("_", " "), minutes=20) for kind in KINDS)
        self.act(INES, SetAgenda(steps=tuple(steps)))
        for person in (INES, TOM, LI):
            self.act(person, Join())
        self.act(INES, OpenRoom())

    def act(self, by: str, act: Act) -> str:
        """Do something in the room."""
        id: str = self.parts.new_id()
        perform_act(parts=self.parts, site_id=SITE_ID, by=by, session_id=self.id, act_id=id, act=act)
        return id

    def now(self) -> Any:
        """Return the room as it stands."""
        return read_room(parts=self.parts, site_id=SITE_ID, session_id=self.id, viewer=INES).room

    def objective(self) -> str:
        """Put an agreed objective on the table."""
        words = {"why": "Half of them leave", "outcome": "They stay", "need": "Fewer lost sellers"}
        id = self.act(LI, DraftObjective(team_id=self.team.id, title=AIM, **words))
        self.act(INES, AgreeObjective(objective_id=id))
        return id

    def go_to(self, kind: StepKind) -> str:
        """Turn pages to a step, with one objective and one key result on the table; what is hard on the way is waived."""
        objective = self.objective()
        self.act(INES, Advance(step_id="objectives"))
        key_result = self.act(
            LI,
            DraftKeyResult(
                objective_id=objective,
                title=RAISE,
                baseline=48,
                target=60,
                unit="%",
                baseline_source="Seller report",
                baseline_on=date(2026, 10, 1),
            ),
        )
        for step, rule in (("key_results", ""), ("pressure_test", "W-07"), ("confidence", "W-09"), ("seventy", "M-16")):
            if self.now().agenda.step.kind is kind:
                break
            if rule:
                self.act(INES, Waive(rule=rule, reason="Not what this test is about"))
            self.act(INES, Advance(step_id=step))
        return key_result


@pytest.fixture
def room(store: Store, furnished: str) -> Room:
    """A room that was just opened."""
    assert furnished
    return Room(store)


@pytest.fixture
def enter(browser: Browser, furnished: str, room: Room) -> Iterator[Enter]:
    """Return a function that brings somebody into the room in a browser of their own."""
    contexts = []

    def come_in(account_id: str) -> Page:
        context = browser.new_context(viewport={"width": 1240, "height": 900})
        contexts.append(context)
        context.add_cookies([{"name": "person", "value": account_id, "url": furnished}])
        page = context.new_page()
        page.goto(f"{furnished}/ui/home?session={room.id}&xdm_e={furnished}")
        expect(page.locator("#room-desk form, #room-desk .card").first).to_be_visible()
        return page

    yield come_in
    for context in contexts:
        context.close()


def _clean(page: Page) -> None:
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


@pytest.mark.parametrize("kind", KINDS)
def test_axe_finds_nothing_wide_or_narrow_light_or_dark(room: Room, enter: Enter, kind: StepKind) -> None:
    """Design section 8."""
    if kind is StepKind.OBJECTIVES:
        room.objective()
    else:
        room.go_to(kind)
    page = enter(INES)
    for scheme, width in (("light", 1240), ("dark", 700)):
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        page.wait_for_timeout(300)
        _clean(page)
        sideways = page.evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth")
        assert not sideways, f"{kind} scrolls sideways at {width} px"


def test_an_objective_is_drafted_joined_and_agreed_by_three_people(room: Room, enter: Enter) -> None:
    """O-07, T-09, M-13: the audit speaks while one types; the facilitator records the agreement."""
    ines, tom = enter(INES), enter(TOM)
    tom.locator("#draft-objective [name=title]").fill("Launch the seller portal")
    expect(tom.locator("#room-desk .audited .lozenge")).to_be_visible()
    expect(tom.locator("#room-desk .audited .lozenge")).not_to_have_text("good")
    tom.locator("#draft-objective [name=title]").fill(AIM)
    expect(tom.locator("#room-desk .audited .lozenge")).to_have_text("good")
    tom.get_by_role("button", name="Put on the table").click()
    card = ines.get_by_role("article", name=AIM)
    expect(card).to_be_visible(timeout=10_000)
    card.get_by_role("button", name="I draft along").click()
    card.get_by_role("button", name="The team agrees").click()
    expect(tom.get_by_role("article", name=AIM).get_by_text("agreed", exact=True)).to_be_visible(timeout=10_000)
    (draft,) = room.now().drafts.objectives()
    assert draft.contributors == (TOM, INES)
    assert tom.get_by_role("button", name="The team agrees").count() == 0


def test_a_task_is_challenged_on_the_stage_and_the_rewrite_is_one_press(room: Room, enter: Enter) -> None:
    """M-02, O-08, W-06, O-16."""
    room.objective()
    room.act(INES, Advance(step_id="objectives"))
    li = enter(LI)
    field = li.locator("#draft-key-result [name=title]")
    field.fill("Launch the new seller page")
    expect(li.locator("#room-desk .audited .lozenge")).to_have_text("task")
    li.get_by_role("button", name="Put on the table").click()
    expect(li.locator(".stage").get_by_text("What is the measurable business value?")).to_be_visible(timeout=10_000)
    expect(li.locator(".stage").get_by_text("stays a draft: M-15, W-06")).to_be_visible()
    li.get_by_role("button", name="Edit: Launch the new seller page").click()
    form = li.locator("#edit-key-result")
    expect(form.locator("[name=title]")).to_be_focused()
    form.get_by_role("button", name="Use it").click()
    expect(form.locator("[name=title]")).not_to_have_value("Launch the new seller page")
    form.locator("[name=title]").fill("Launch the newer seller page")
    form.get_by_role("button", name="Save").click()
    expect(li.locator(".stage").get_by_text("Asked 2 times.")).to_be_visible(timeout=10_000)


def test_a_contradiction_stands_in_the_form_and_loses_nothing(room: Room, enter: Enter) -> None:
    """M-08."""
    room.objective()
    room.act(INES, Advance(step_id="objectives"))
    li = enter(LI)
    form = li.locator("#draft-key-result")
    form.locator("[name=title]").fill(RAISE)
    form.get_by_label("From", exact=True).fill("60")
    form.get_by_label("To", exact=True).fill("48")
    form.get_by_role("button", name="Put on the table").click()
    expect(form.get_by_role("alert")).to_be_visible()
    expect(form.get_by_label("From", exact=True)).to_have_value("60")
    form.get_by_label("Kind").select_option("decrease")
    form.get_by_role("button", name="Put on the table").click()
    expect(li.locator(".draft-row h3")).to_have_text(RAISE, timeout=10_000)


def test_the_pressure_test_goes_from_one_question_to_the_next(room: Room, enter: Enter) -> None:
    """W-07, M-18, M-19, M-20, M-24, O-09."""
    room.go_to(StepKind.PRESSURE_TEST)
    ines, li = enter(INES), enter(LI)
    form = li.locator("#test-key-result")
    form.get_by_label("Result or task?").select_option("result")
    form.get_by_label("Progress or effort?").select_option("progress")
    form.get_by_label("Track it every week for ever?").select_option("false")
    form.get_by_label("What happens to the business").fill("We lose the sellers we paid for")
    form.get_by_label("Confidence in the objective now").fill("40")
    form.get_by_label("And if this key result is hit").fill("42")
    form.get_by_role("button", name="Keep the answers").click()
    expect(ines.get_by_text("changes nothing")).to_be_visible(timeout=10_000)
    expect(li.get_by_text("Every key result has its answers")).to_be_visible()
    li.get_by_role("button", name="It can be reached").click()
    expect(ines.get_by_text("1 yes, 0 no")).to_be_visible(timeout=10_000)
    li.get_by_role("button", name="open loopholes of").click()
    li.get_by_label("Limit").fill("1000")
    li.get_by_role("button", name="Watch it").click()
    expect(ines.locator(".draft-guard")).to_be_visible(timeout=10_000)
    ines.get_by_role("button", name="fail with all key results done").click()
    ines.get_by_label("Could every key result come true").select_option("true")
    ines.get_by_role("button", name="Keep the answer").click()
    expect(li.get_by_text("insufficient", exact=True)).to_be_visible(timeout=10_000)


def _seal(page: Page, percent: str) -> None:
    page.get_by_label("How likely is it that we get there?").fill(percent)
    page.get_by_role("button", name="Seal my vote").click()
    expect(page.get_by_text("yours is sealed")).to_be_visible(timeout=10_000)


def test_three_seal_and_the_room_sees_only_the_middle_after_the_opening(room: Room, enter: Enter) -> None:
    """W-09, requirements 2.8: the number leaves a browser only when the votes are opened."""
    key_result = room.go_to(StepKind.CONFIDENCE)
    pages = {person: enter(person) for person in (INES, TOM, LI)}
    sent: list[str] = []
    pages[LI].on("request", lambda asked: sent.append(f"{asked.url} {asked.post_data}"))
    for page, percent in zip(pages.values(), ("7", "65", "100"), strict=True):
        _seal(page, percent)
    assert not [each for each in sent if "confidence=" in each]
    expect(pages[INES].get_by_text("3 of 3 have sealed")).to_be_visible(timeout=10_000)
    assert "65 %" not in pages[INES].content().partition('class="stage')[2].replace("60 to 70 %", "")
    pages[INES].get_by_role("button", name="Open all votes").click()
    for page in pages.values():
        expect(page.locator(".ballot strong")).to_have_text("65 %", timeout=15_000)
        expect(page.get_by_text("on aim", exact=True)).to_be_visible()
    votes = room.now().ballots.by_key_result[key_result].votes
    assert sorted(each.confidence for each in votes) == [0.07, 0.65, 1.0]


def test_two_votes_show_nothing_and_a_lost_secret_is_said(room: Room, enter: Enter) -> None:
    """Requirements 2.8: small-n privacy; the nonce stays in the browser that sealed."""
    room.go_to(StepKind.CONFIDENCE)
    ines, tom, li = enter(INES), enter(TOM), enter(LI)
    for page, percent in ((ines, "60"), (tom, "0"), (li, "80")):
        _seal(page, percent)
    li.evaluate("localStorage.clear()")
    ines.get_by_role("button", name="Open all votes").click()
    expect(li.get_by_text("sealed in another browser")).to_be_visible(timeout=15_000)
    expect(ines.get_by_text("2 of 3 votes are open")).to_be_visible(timeout=15_000)
    ines.get_by_role("button", name="Count without the missing").click()
    expect(tom.get_by_text("too few to show")).to_be_visible(timeout=10_000)
    assert tom.locator(".ballot").count() == 0


def test_seventy_percent_and_owners_by_keyboard_alone(room: Room, enter: Enter) -> None:
    """M-16, M-17, T-08, T-22, W-12: no mouse; the focus stays where it was when the stage is drawn anew."""
    room.go_to(StepKind.SEVENTY)
    ines = enter(INES)
    expect(ines.get_by_text("56.4")).to_be_visible()
    ines.get_by_role("button", name="Worth it at 70 %").focus()
    ines.keyboard.press("Enter")
    expect(ines.get_by_role("button", name="Worth it at 70 % (said)")).to_be_focused(timeout=10_000)
    ines.get_by_role("button", name="Next step").press("Enter")
    mine = ines.get_by_role("button", name=f"I own {RAISE}")
    expect(mine).to_be_visible(timeout=10_000)
    mine.press("Enter")
    expect(ines.locator(".owner-row .person-name").first).to_have_text("Ines Moreau", timeout=10_000)
    ines.get_by_role("button", name=f"Owner and rhythm of {RAISE}").press("Enter")
    form = ines.locator("#own-key-result")
    expect(form.locator("input[name=owner][value=acc-ines]")).to_be_checked()
    form.get_by_label("Find somebody else by name").fill("Sara")
    form.get_by_label("Sara Lindqvist").check()
    form.get_by_label("Days between check-ins").fill("14")
    form.get_by_label("How sure do we mean to be?").select_option("moonshot")
    form.get_by_role("button", name="Name the owner").press("Enter")
    expect(ines.get_by_text("Moonshots (1)")).to_be_visible(timeout=10_000)
    expect(ines.locator(".conditions")).to_contain_text("1 of 1")
    expect(ines.locator(".conditions")).to_contain_text("0 of 1")  # no initiative yet
    expect(ines.locator(".owner-row")).to_contain_text("every 14 days", timeout=10_000)
    (draft,) = room.now().drafts.key_results()
    assert (draft.owner, draft.checkin_days) == ("acc-sara", 14)


def test_opening_another_thing_throws_nothing_away(room: Room, enter: Enter) -> None:
    """Bad or early presses lose nothing: what was typed stays until it is sent or put away."""
    room.objective()
    li = enter(LI)
    field = li.locator("#draft-objective [name=title]")
    field.fill("Half a thou")
    li.get_by_role("button", name=f"Edit: {AIM}").click()
    expect(li.get_by_text("What you typed here still waits")).to_be_visible(timeout=10_000)
    expect(field).to_have_value("Half a thou")
    li.get_by_role("button", name="put it away").click()
    expect(field).to_have_value("", timeout=10_000)
    li.get_by_role("button", name=f"Edit: {AIM}").click()
    expect(li.locator("#edit-objective [name=title]")).to_have_value(AIM, timeout=10_000)


def test_the_warnings_that_hold_nothing_up_fold_behind_their_number(room: Room, enter: Enter) -> None:
    """O-12: what keeps the step from ending stays in sight, the rest is a number that opens and stays open."""
    for title in (AIM, "Be the shop that answers before one asks"):
        room.act(LI, DraftObjective(team_id=room.team.id, title=title))
    ines = enter(INES)
    bar = ines.get_by_role("region", name="Before this step ends")
    expect(bar.get_by_text("has not agreed to")).to_be_visible()
    folded = bar.get_by_text("was written by one person alone")
    expect(folded).to_be_hidden()
    bar.get_by_text("more to think about").click()
    expect(folded).to_be_visible()
    room.act(TOM, DraftObjective(team_id=room.team.id, title="Winter pays for itself"))
    expect(ines.get_by_role("article", name="Winter pays for itself")).to_be_visible(timeout=10_000)
    expect(folded).to_be_visible()


def test_a_filed_baseline_fills_the_form_in_one_press(room: Room, enter: Enter) -> None:
    """M-10: number, unit, source and day come from what was filed."""
    filed = FileBaseline(
        metric="Sellers after a year", value=48, unit="%", source="Seller report", measured_on=date(2026, 10, 1)
    )
    room.act(TOM, filed)
    room.objective()
    room.act(INES, Advance(step_id="objectives"))
    li = enter(LI)
    li.locator("#draft-key-result [name=title]").fill(RAISE)
    li.get_by_role("button", name="Sellers after a year").click()
    li.locator("#draft-key-result [name=target]").fill("60")
    li.get_by_role("button", name="Put on the table").click()
    expect(li.locator(".stage").get_by_text(RAISE)).to_be_visible(timeout=10_000)
    (draft,) = room.now().drafts.key_results()
    assert (draft.baseline, draft.unit, draft.baseline_source) == (48, "%", "Seller report")
    assert draft.baseline_on == date(2026, 10, 1)


def test_a_press_outlives_the_stage_that_is_drawn_anew_under_it(room: Room, enter: Enter) -> None:
    """T-09: between pressing and letting go somebody else acts; the press counts all the same."""
    room.objective()
    tom = enter(TOM)
    button = tom.get_by_role("button", name=f"I draft along: {AIM}")
    button.hover()
    tom.mouse.down()
    room.act(LI, DraftObjective(team_id=room.team.id, title="Winter pays for itself"))
    tom.wait_for_timeout(2500)  # two polls long
    tom.mouse.up()
    expect(tom.get_by_role("article", name="Winter pays for itself")).to_be_visible(timeout=10_000)
    expect(button).to_have_count(0)
    assert TOM in room.now().drafts.objectives()[0].contributors


def test_the_question_whether_it_could_still_fail_opens_in_its_own_step(room: Room, enter: Enter) -> None:
    """M-19: the desk of choosing, which also takes up objectives, keeps out of it; what is put away is gone."""
    room.go_to(StepKind.PRESSURE_TEST)
    tom = enter(TOM)
    tom.get_by_role("button", name="Could Be the marketplace").click()
    expect(tom.locator("#test-objective [name=can_fail]")).to_be_focused()
    tom.keyboard.press("Escape")
    expect(tom.locator("#test-objective")).to_have_count(0)
    tom.get_by_role("button", name="Could Be the marketplace").click()
    tom.locator("#test-objective [name=can_fail]").select_option("false")
    tom.get_by_role("button", name="Keep the answer").click()
    expect(tom.locator(".stage").get_by_text("sufficient", exact=True)).to_be_visible(timeout=10_000)


def test_what_another_form_of_the_desk_holds_outlives_an_accepted_act(room: Room, enter: Enter) -> None:
    """W-11: of two forms on the desk one is sent; the other keeps what was typed in it."""
    room.go_to(StepKind.PRESSURE_TEST)
    tom = enter(TOM)
    tom.get_by_role("button", name="open loopholes of").click()
    forms = tom.locator("#room-desk form")
    expect(forms.nth(1)).to_be_visible()
    forms.nth(0).locator("[name=limit]").fill("5")
    forms.nth(1).locator("[name=reason]").fill("Nobody can, the number is audited")
    forms.nth(0).get_by_role("button", name="Watch it").click()
    expect(tom.locator(".stage").get_by_text("guardrail", exact=True)).to_be_visible(timeout=10_000)
    expect(forms.nth(1).locator("[name=reason]")).to_have_value("Nobody can, the number is audited")
    expect(tom.locator(".desk-kept")).to_be_visible()


def test_a_refusal_is_told_although_its_button_was_drawn_anew_meanwhile(room: Room, enter: Enter) -> None:
    """M-12, O-07: the answer comes when somebody else's act has redrawn the stage; nobody is left wondering."""
    room.objective()
    room.act(TOM, DraftObjective(team_id=room.team.id, title="Winter pays for itself"))
    ines = enter(INES)

    def late(route: Route) -> None:
        answer = route.fetch()
        room.act(LI, DraftObjective(team_id=room.team.id, title="Be the shop that answers before one asks"))
        expect(ines.get_by_role("article", name="Be the shop that answers")).to_be_visible(timeout=10_000)
        route.fulfill(response=answer)

    ines.route("**/acts/advance", late)
    ines.locator("#act-advance").click()
    expect(ines.locator("#refused")).to_contain_text("has not agreed to", timeout=10_000)
