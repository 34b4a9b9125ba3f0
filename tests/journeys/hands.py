"""Three ways to use a page: with a mouse, by keyboard alone, and without any script. A journey is the same with each of them."""

from playwright.sync_api import Locator, Page, expect

from junto.people.models import Person
from tests.village import PASSWORD

FURTHEST = 150
"""More stops than any page has."""
MOST_LOOKS, BETWEEN_LOOKS = 80, 250
"""How often somebody without scripts loads a page anew, and after how many thousandths of a second."""
HOW_IT_IS = "each => each === document.activeElement ? 'reached' : each.isConnected ? 'elsewhere' : 'gone'"


class Mouse:
    """Somebody who points at things, in a browser with everything."""

    has_script = True

    def __init__(self, page: Page, house: str) -> None:
        self.page, self.house = page, house

    def sign_in(self, somebody: Person) -> None:
        """Signs in as people do."""
        self.page.goto(f"{self.house}/account/login/")
        self.write(self.page.get_by_label("E-mail address"), somebody.email)
        self.write(self.page.get_by_label("Password"), PASSWORD)
        self.press(self.here.get_by_role("button", name="Sign in", exact=True))
        expect(self.places).to_be_visible()

    @property
    def here(self) -> Locator:
        """What the page is about."""
        return self.page.get_by_role("main")

    @property
    def places(self) -> Locator:
        """The rail."""
        return self.page.get_by_role("navigation", name="Places")

    def go(self, place: str) -> None:
        """Goes to a place of the rail."""
        self.press(self.places.get_by_role("link", name=place))

    def press(self, what: Locator) -> None:
        """Presses a button or follows a link."""
        what.click()

    def write(self, where: Locator, words: str) -> None:
        """Writes into a field, over what stands there. Nobody is so quick that the page is not yet whole."""
        self.page.wait_for_load_state("load")
        where.fill(words)

    def choose(self, where: Locator, name: str) -> None:
        """Chooses from a list."""
        where.select_option(label=name)

    def mention(self, where: Locator, somebody: Person) -> None:
        """Names somebody behind what was written, with the help of the field."""
        where.press_sequentially(f" @{somebody.name[:3]}")
        self.page.get_by_role("option", name=somebody.name.split()[0]).click()

    def sees(self, where: Locator, words: str) -> None:
        """Sees the words there sooner or later: pages change by themselves."""
        expect(where).to_contain_text(words)


class Keyboard(Mouse):
    """Somebody without a mouse: Tab until one is there, then Enter."""

    def press(self, what: Locator) -> None:
        self.reach(what)
        self.page.keyboard.press("Enter")

    def write(self, where: Locator, words: str) -> None:
        self.page.wait_for_load_state("load")
        self.reach(where)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(words)

    def choose(self, where: Locator, name: str) -> None:
        self.reach(where)
        self.page.keyboard.type(name)
        expect(where.locator("option:checked")).to_have_text(name)

    def mention(self, where: Locator, somebody: Person) -> None:
        self.reach(where)
        self.page.keyboard.press("Control+End")
        self.page.keyboard.type(f" @{somebody.name[:3]}")
        self.page.get_by_role("option", name=somebody.name.split()[0]).wait_for()
        self.page.keyboard.press("Enter")

    def reach(self, what: Locator) -> None:
        """Goes on from where one is, stop by stop, round the page if need be; also to what was put in its place."""
        expect(what).to_be_visible()
        there = what.element_handle()
        for _ in range(FURTHEST):
            found = there.evaluate(HOW_IT_IS)
            if found == "reached":
                return
            if found == "gone":
                there = what.element_handle()
            self.page.keyboard.press("Tab")
        raise AssertionError(f"no way leads to {what} by keyboard")


class Plain(Mouse):
    """Somebody whose browser runs no script."""

    has_script = False

    def mention(self, where: Locator, somebody: Person) -> None:
        where.fill(f"{where.input_value()} @[{somebody.name}](person:{somebody.pk})")

    def sees(self, where: Locator, words: str) -> None:
        for _ in range(MOST_LOOKS):
            self.go("Home")
            if words in (where.text_content() or ""):
                return
            self.page.wait_for_timeout(BETWEEN_LOOKS)
        super().sees(where, words)


HANDS = {"mouse": Mouse, "keyboard": Keyboard, "without script": Plain}
