"""One person at a browser of their own, inside the app's iframe. Not here: what people do in which step."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from playwright.sync_api import Browser, ConsoleMessage, FrameLocator, Locator, Page, expect

COOKIE = "site.account"
HOME = "/plugins/servlet/ac/northstar/okr-home"
WIDTH, HEIGHT = 1240, 1000
EXPECTED = ("status of 422",)
"""What the console may say: a refused act is answered with 422, and Chromium logs that."""


@dataclass(frozen=True)
class Person:
    """Somebody at a browser; `complaints` is what its console found wrong."""

    name: str
    account_id: str
    site: str
    page: Page
    complaints: list[str] = field(default_factory=list)

    @property
    def app(self) -> FrameLocator:
        """Return what the iframe shows."""
        return self.page.frame_locator("iframe")

    @property
    def stage(self) -> Locator:
        """Return what everybody in the room sees."""
        return self.app.locator("#room-live .stage")

    @property
    def desk(self) -> Locator:
        """Return what only this person sees."""
        return self.app.locator("#room-desk")

    def open(self, query: str = "") -> None:
        """Go to the app's page in the product."""
        self.page.goto(f"{self.site}{HOME}{query}", wait_until="domcontentloaded")

    def press(self, name: str, *, on: Locator | None = None) -> None:
        """Press the one button of that name."""
        self._place(on).get_by_role("button", name=name, exact=True).click()

    def sees(self, text: str, *, on: Locator | None = None) -> None:
        """Wait until a text is there."""
        expect(self._place(on).get_by_text(text).first).to_be_visible()

    def take(self, word: str, id: str) -> None:
        """Take a thing from the stage to the desk, by what its button is called, and wait until it lies there."""
        self.app.locator(f"#{word}-{id}").click()
        expect(self.desk).to_have_attribute("data-edits", id)

    def fill(self, form: str, **fields: str) -> Locator:
        """Type into the fields of the desk's form of that id, by their names; return the form."""
        place = self.desk.locator(f"#{form}")
        for name, value in fields.items():
            one = place.locator(f"[name={name}]")
            if one.evaluate("each => each.tagName") == "SELECT":
                one.select_option(value)
            else:
                one.fill(value)
        return place

    def send(self, form: str, **fields: str) -> None:
        """Fill a form of the desk, send it, and wait until the desk has let go of it."""
        place = self.fill(form, **fields)
        with self.page.expect_response(lambda answer: "/acts/" in answer.url) as answered:
            place.locator("button[type=submit]").click()
        assert answered.value.ok, f"{self.name}: {form} was refused: {answered.value.all_headers().get('hx-trigger')}"

    def act(self, button: Locator) -> None:
        """Press a button that acts, and wait until the act was accepted."""
        with self.page.expect_response(lambda answer: "/acts/" in answer.url) as answered:
            button.click()
        assert answered.value.ok, f"{self.name} was refused: {answered.value.all_headers().get('hx-trigger')}"

    def _place(self, on: Locator | None) -> Locator:
        return self.app.locator("body") if on is None else on


def seated(browser: Browser, *, site: str, people: Iterable[tuple[str, str]]) -> tuple[Person, ...]:
    """Give each of the people, by account id and name, a browser context of their own."""
    return tuple(_at_a_browser(browser, site, account_id, name) for account_id, name in people)


def _at_a_browser(browser: Browser, site: str, account_id: str, name: str) -> Person:
    context = browser.new_context(viewport={"width": WIDTH, "height": HEIGHT}, reduced_motion="reduce")
    context.add_cookies([{"name": COOKIE, "value": account_id, "url": site}])
    person = Person(name=name, account_id=account_id, site=site, page=context.new_page())

    def told(said: ConsoleMessage) -> None:
        if said.type in {"error", "warning"} and not any(part in said.text for part in EXPECTED):
            person.complaints.append(f"{name}: {said.text}")

    person.page.on("console", told)
    person.page.on("pageerror", lambda error: person.complaints.append(f"{name}: {error}"))
    return person
