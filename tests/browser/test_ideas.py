"""From silent notes to the chosen objectives in real browsers: three people, keyboard, dragging, light and dark."""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Locator, Page, expect

from service.domain.room import Act, Scope, SessionKind, Step, StepKind, Trigger
from service.domain.room.agenda import OpenRoom, SetAgenda
from service.domain.room.drafts.objectives import DraftObjective
from service.domain.room.notes import WriteNote
from service.domain.room.pacing import Advance
from service.domain.room.seats import Join
from service.domain.room.themes.sorting import StartTheme
from service.store import Store
from service.usecases.book_session import book_session
from service.usecases.perform_act import perform_act
from tests.browser.company import CYCLE_ID, SITE_ID
from tests.browser.stage import stage

pytestmark = pytest.mark.browser

INES, TOM, LI = "acc-ines", "acc-tom", "acc-li"
NOTES = (
    "Customers wait for an answer",
    "Nobody waits on hold",
    "Meetings eat the day",
    "Half as many meetings",
    "Plant a tree",
)
TITLES = ("Nobody ever waits for us", "Mornings belong to work", "The town is greener for us")
STEPS = (
    Step(id="notes", kind=StepKind.NOTES, title="Silent notes", minutes=10),
    Step(id="themes", kind=StepKind.THEMES, title="Themes", minutes=10),
    Step(id="choose", kind=StepKind.CHOOSE, title="Choose", minutes=10),
    Step(id="objectives", kind=StepKind.OBJECTIVES, title="Objectives", minutes=10),
)

Enter = Callable[..., Page]
Perform = Callable[[str, Act], str]


@pytest.fixture
def team_id(store: Store, furnished: str) -> str:
    """Return the first team of a furnished stage."""
    assert furnished
    with store.reading() as tx:
        return tx.teams.list(site_id=SITE_ID)[0].id


@pytest.fixture
def session_id(store: Store, team_id: str) -> str:
    """Book a session by a doctrine that allows one or two objectives, three at most."""
    return book_session(
        parts=stage(store).extensions["northstar"],
        site_id=SITE_ID,
        by=INES,
        cycle_id=CYCLE_ID,
        kind=SessionKind.PLANNING,
        scope=Scope.TEAM,
        trigger=Trigger.QUARTERLY_PLANNING,
        team_ids=(team_id,),
        starts_at=datetime(2026, 12, 14, 9, 0, tzinfo=UTC),
        preset="okrs_tool",
    ).id


@pytest.fixture
def perform(store: Store, session_id: str) -> Perform:
    """Return a function that does something in the room without a browser."""
    parts = stage(store).extensions["northstar"]

    def do(by: str, act: Act) -> str:
        act_id = uuid4().hex
        perform_act(parts=parts, site_id=SITE_ID, by=by, session_id=session_id, act_id=act_id, act=act)
        return act_id

    do(INES, SetAgenda(steps=STEPS))
    for person in (INES, TOM, LI):
        do(person, Join())
    return do


@pytest.fixture
def enter(browser: Browser, furnished: str, session_id: str) -> Iterator[Enter]:
    """Return a function that lets somebody look into the room; whatever the console complains about fails the test."""
    contexts, complaints = [], []

    def come_in(account_id: str, scheme: str = "light", width: int = 1240) -> Page:
        context = browser.new_context(viewport={"width": width, "height": 1000}, color_scheme=scheme)  # type: ignore[arg-type]
        contexts.append(context)
        context.add_cookies([{"name": "person", "value": account_id, "url": furnished}])
        page = context.new_page()
        page.on("console", lambda said: complaints.append(said.text) if said.type in {"error", "warning"} else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(f"{furnished}/ui/home?session={session_id}&xdm_e={furnished}")
        expect(page.locator(".room-bar")).to_be_visible()
        expect(page.locator("#room-desk[data-url]")).to_be_visible()
        return page

    yield come_in
    for context in contexts:
        context.close()
    assert [said for said in complaints if "status of 422" not in said] == []


def in_themes(perform: Perform) -> list[str]:
    """Open the room, write the notes, end the silence; return the notes' ids."""
    perform(INES, OpenRoom())
    notes = [perform((INES, TOM, LI)[at % 3], WriteNote(text=text)) for at, text in enumerate(NOTES)]
    perform(INES, Advance(step_id="notes"))
    return notes


def in_choose(perform: Perform) -> list[str]:
    """Go on to choosing with three themes; return their ids."""
    notes = in_themes(perform)
    themes = [
        perform(TOM, StartTheme(name=name, note_ids=(note,)))
        for name, note in zip(("Waiting", "Meetings", "Trees"), notes[::2], strict=True)
    ]
    perform(INES, Advance(step_id="themes"))
    return themes


def by_key(target: Locator) -> None:
    """Press a button as somebody without a mouse does."""
    target.focus()
    target.press("Enter")


def test_the_limit_is_set_in_the_lobby_and_everybody_sees_it(enter: Enter, perform: Perform) -> None:
    """O-14: before the brainstorming, on the bar; afterwards there is no button."""
    ines, tom = enter(INES), enter(TOM)
    expect(tom.get_by_text("At most 2 objectives")).to_be_visible()
    expect(tom.get_by_role("button", name="Change the limit")).to_have_count(0)
    by_key(ines.get_by_role("button", name="Change the limit"))
    ines.get_by_label("Limit for").fill("4")
    ines.get_by_role("button", name="Set the limit").click()
    expect(ines.get_by_role("alert").filter(has_text="at most 3")).to_be_visible()
    ines.get_by_label("Limit for").fill("1")
    ines.get_by_role("button", name="Set the limit").click()
    expect(tom.get_by_text("At most 1 objective")).to_be_visible(timeout=2000)
    perform(INES, OpenRoom())
    expect(tom.get_by_text("The line holds.")).to_be_visible(timeout=2000)
    expect(ines.get_by_role("button", name="Change the limit")).to_have_count(0)


def test_a_note_says_what_it_answers_and_can_be_changed_while_it_is_hidden(enter: Enter, perform: Perform) -> None:
    """G-08, W-03: nothing of it is in what others are sent."""
    perform(INES, OpenRoom())
    tom, li = enter(TOM), enter(LI)
    tom.get_by_label("It answers").select_option("obstacle")
    tom.get_by_label("Your idea").fill("Two systems, two truths")
    tom.keyboard.press("Control+Enter")
    expect(tom.locator(".note-obstacle")).to_contain_text("Obstacle")
    expect(li.get_by_text("1 note so far")).to_be_visible(timeout=2000)
    assert "truths" not in li.content()
    by_key(tom.get_by_role("button", name="Change: Two systems"))
    expect(tom.locator("#edit-note-text")).to_be_focused()
    tom.locator("#edit-note-text").fill("Three systems, three truths")
    tom.get_by_role("button", name="Keep the change").click()
    expect(tom.locator(".note")).to_contain_text("Three systems")


def test_suggested_groups_are_accepted_with_one_press_and_notes_are_moved_without_a_mouse(
    enter: Enter, perform: Perform
) -> None:
    """W-04: suggestion, names, manual move; the idea without a theme stays in sight (G-08); no note says who wrote it."""
    in_themes(perform)
    ines, tom, li = enter(INES), enter(TOM), enter(LI)
    expect(tom.get_by_role("heading", name="2 suggested groups")).to_be_visible()
    by_key(tom.get_by_role("button", name="Accept all"))
    expect(li.get_by_role("heading", name="2 themes")).to_be_visible(timeout=2000)
    expect(li.locator(".loose .note")).to_contain_text("Plant a tree")
    assert "acc-" not in li.locator(".stage").inner_html()
    by_key(li.get_by_role("button", name="Move: Plant a tree"))
    expect(li.get_by_label("To which theme?")).to_be_focused()
    li.get_by_label("Or to a theme of its own, named").fill("Our town")
    li.keyboard.press("Enter")
    expect(ines.get_by_role("heading", name="3 themes")).to_be_visible(timeout=2000)
    by_key(ines.get_by_role("button", name="Change the theme Our town"))
    expect(ines.locator("#rename-theme-name")).to_be_focused()
    ines.locator("#rename-theme-name").fill("A greener town")
    ines.keyboard.press("Enter")
    expect(tom.get_by_role("heading", name="A greener town")).to_be_visible(timeout=2000)
    late = enter("acc-sara")
    expect(late.get_by_role("heading", name="A greener town")).to_be_visible()


def test_a_note_can_be_dragged_to_a_theme(enter: Enter, perform: Perform) -> None:
    """W-04: manual move, for whoever likes the mouse."""
    notes = in_themes(perform)
    perform(TOM, StartTheme(name="Waiting", note_ids=(notes[0],)))
    perform(TOM, StartTheme(name="The rest", note_ids=tuple(notes[1:])))
    tom, li = enter(TOM), enter(LI)
    tom.locator(".note", has_text=NOTES[1]).drag_to(
        tom.locator(".theme", has=tom.get_by_role("heading", name="Waiting"))
    )
    waiting = li.locator(".theme", has=li.get_by_role("heading", name="Waiting"))
    expect(waiting.locator(".note")).to_have_count(2, timeout=2000)
    tom.locator(".note", has_text=NOTES[0]).drag_to(tom.locator(".loose"))
    expect(li.locator(".loose .note")).to_contain_text(NOTES[0], timeout=2000)


def test_dots_are_sealed_until_all_are_spent(enter: Enter, perform: Perform) -> None:
    """W-05: nobody sees another's dots before everybody has placed theirs; then all see the same within two seconds."""
    in_choose(perform)
    pages = [enter(person) for person in (INES, TOM, LI)]
    for page in pages:
        for name in ("Waiting", "Meetings", "Trees"):
            expect(pages[-1].locator(".dots")).to_have_count(0)
            by_key(page.get_by_role("button", name=f"Place a dot on {name}"))
            if not (page is pages[-1] and name == "Trees"):
                expect(page.get_by_role("button", name=f"Take your dot back from {name}")).to_be_focused()
    for page in pages:
        expect(page.get_by_text("The votes lie open")).to_be_visible(timeout=2000)
        expect(page.locator(".vote-sum strong")).to_have_text(["3", "3", "3"])


def test_too_many_objectives_are_cut_by_everybodys_picks(enter: Enter, perform: Perform, team_id: str) -> None:
    """M-23, M-27: the page cannot be turned, everybody picks from pairs by keyboard, the line is drawn, the evidence stays."""
    themes = in_choose(perform)
    ines, tom, li = enter(INES), enter(TOM), enter(LI)
    ines.get_by_role("button", name="Reveal").click()
    by_key(ines.get_by_role("button", name="Make an objective of Waiting"))
    expect(ines.get_by_label("Where do we want to go?")).to_be_focused()
    ines.get_by_label("Where do we want to go?").fill(TITLES[0])
    ines.keyboard.press("Enter")
    expect(tom.locator(".ranked h3")).to_have_text([TITLES[0]], timeout=2000)
    for title, theme in zip(TITLES[1:], themes[1:], strict=True):
        perform(TOM, DraftObjective(team_id=team_id, title=title, came_from=theme))
    by_key(tom.get_by_role("button", name=f"Move up: {TITLES[2]}"))
    expect(li.locator(".ranked h3")).to_have_text([TITLES[0], TITLES[2], TITLES[1]], timeout=2000)
    ines.get_by_role("button", name="Next step").click()
    expect(ines.get_by_role("alert").filter(has_text="3 objectives; the limit is 2")).to_be_visible()
    ines.get_by_role("button", name="Cut to 2").click()
    for page in (tom, li):
        expect(page.get_by_text("Which of the two would you keep?")).to_be_visible(timeout=2000)
        for done in range(3):
            expect(page.get_by_text(f"{done} of 3 pairs picked by you")).to_be_visible(timeout=2000)
            kept = next(title for title in TITLES[::-1] if page.get_by_role("button", name=f"Keep {title}").count())
            by_key(page.get_by_role("button", name=f"Keep {kept}"))
        expect(page.get_by_text("you have picked from all 3 pairs")).to_be_visible(timeout=2000)
    ines.get_by_role("button", name="Draw the line").click()
    for page in (ines, tom, li):
        expect(page.locator(".ranked h3")).to_have_text([TITLES[2], TITLES[1]], timeout=2000)
        expect(page.locator(".evidence-table .is-cut")).to_contain_text(TITLES[0])
    ines.get_by_role("button", name="Next step").click()
    expect(tom.get_by_role("heading", name="Objectives", exact=True)).to_be_visible(timeout=2000)


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [700, 1240])
def test_axe_finds_nothing_from_notes_to_objectives(
    enter: Enter, perform: Perform, team_id: str, scheme: str, width: int
) -> None:
    """Design section 8."""
    page = enter(INES, scheme, width)

    def clean(what: str) -> None:
        page.wait_for_timeout(1200)
        found = Axe().run(page)
        assert found.violations_count == 0, f"{what}: {found.generate_report()}"
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"), f"{what} is too wide"

    page.get_by_role("button", name="Change the limit").click()
    clean("limit")
    themes = in_choose(perform)
    for title, theme in zip(TITLES, themes, strict=True):
        perform(TOM, DraftObjective(team_id=team_id, title=title, came_from=theme))
    page.get_by_role("button", name="Weigh Waiting").click()
    clean("choosing")
    page.get_by_role("button", name="Reveal").click()
    page.get_by_role("button", name="Cut to 2").click()
    expect(page.get_by_text("Which of the two")).to_be_visible()
    clean("cut")
    page.locator("[id^=pick-one]").click()
    page.get_by_role("button", name="Draw the line").click()
    expect(page.locator(".evidence-table")).to_be_visible(timeout=3000)
    clean("after the cut")
    page.get_by_role("button", name="Go back").click()
    page.get_by_label("To which step?").select_option("themes")
    page.get_by_label("Why?").fill("Once more")
    page.locator("#go-back button[type=submit]").click()
    expect(page.get_by_role("heading", name="Themes", exact=True)).to_be_visible(timeout=3000)
    page.get_by_role("button", name="Change the theme Waiting").click()
    clean("themes")


def test_an_agenda_without_a_step_for_choosing_votes_and_ranks_beside_the_objectives(
    enter: Enter, perform: Perform, team_id: str
) -> None:
    """W-05, M-27: some doctrines go from themes straight to objectives."""
    perform(INES, SetAgenda(steps=tuple(step for step in STEPS if step.kind is not StepKind.CHOOSE)))
    notes = in_themes(perform)
    perform(TOM, StartTheme(name="Waiting", note_ids=(notes[0],)))
    perform(INES, Advance(step_id="themes"))
    tom = enter(TOM)
    by_key(tom.get_by_role("button", name="Place a dot on Waiting"))
    expect(tom.get_by_role("button", name="Take your dot back from Waiting")).to_be_visible(timeout=2000)
    for title in TITLES[:2]:
        perform(TOM, DraftObjective(team_id=team_id, title=title))
    by_key(tom.get_by_role("button", name=f"Move up: {TITLES[1]}"))
    expect(tom.locator(".ranked h3")).to_have_text([TITLES[1], TITLES[0]], timeout=2000)
