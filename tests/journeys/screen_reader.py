"""What a screen reader hears: the browser's own tree of what a page says to assistive technology, in reading order."""

import re
from collections import Counter
from dataclasses import dataclass
from typing import Any

from playwright.sync_api import Page

LANDMARKS = ("banner", "navigation", "main", "complementary", "contentinfo", "search", "region", "form")
CONTROLS = ("link", "button", "textbox", "searchbox", "combobox", "checkbox", "radio", "DisclosureTriangle")
DATE_OF_A_MACHINE = re.compile(r"\d{4}-\d\d-\d\d|\d\dT\d\d")


@dataclass(frozen=True)
class Heard:
    """One thing as it is announced."""

    role: str
    name: str
    depth: int
    node: int
    url: str = ""
    level: int = 0

    def __str__(self) -> str:
        return f"{self.role} “{self.name}”"


def walk(page: Page) -> list[Heard]:
    """Everything that is announced, in the order in which it is."""
    session = page.context.new_cdp_session(page)
    nodes = {node["nodeId"]: node for node in session.send("Accessibility.getFullAXTree")["nodes"]}
    session.detach()
    root = next(node for node in nodes.values() if "parentId" not in node)
    return list(_below(root, nodes, 0))


def _below(node: dict[str, Any], nodes: dict[str, Any], depth: int) -> Any:
    if not node["ignored"]:
        yield _heard(node, depth)
        depth += 1
    for child in node.get("childIds", ()):
        if child in nodes:
            yield from _below(nodes[child], nodes, depth)


def _heard(node: dict[str, Any], depth: int) -> Heard:
    more = {each["name"]: each["value"].get("value") for each in node.get("properties", ())}
    name = " ".join(str(node.get("name", {}).get("value", "")).split())
    url = str(more.get("url", "")).partition("#")[0]
    return Heard(node["role"]["value"], name, depth, node.get("backendDOMNodeId", 0), url, int(more.get("level") or 0))


def found_wrong(heard: list[Heard]) -> list[str]:
    """Sentences about what somebody who only hears the page would stumble over."""
    return [*landmarks(heard), *headings(heard), *controls(heard), *pictures(heard), *lists(heard), *words(heard)]


def landmarks(heard: list[Heard]) -> list[str]:
    """One main part; every other part of the page to jump to has a name of its own."""
    places = [each for each in heard if each.role in LANDMARKS]
    wrong = [f"there are {times} of {place}" for place, times in Counter(map(str, places)).items() if times > 1]
    nameless = [str(each) for each in places if each.role in ("navigation", "region", "complementary") and not each.name]
    mains = [each for each in places if each.role == "main"]
    return wrong + [f"{place} has no name" for place in nameless] + ([] if len(mains) == 1 else [f"{len(mains)} main parts"])


def headings(heard: list[Heard]) -> list[str]:
    """One of the first order, and none that skips an order."""
    found = [each for each in heard if each.role == "heading"]
    levels = [each.level for each in found]
    skipped = [f"{later} follows order {one.level}" for one, later in zip(found, found[1:], strict=False) if later.level > one.level + 1]
    nameless = [f"a heading without words of order {each.level}" for each in found if not each.name]
    return skipped + nameless + ([] if levels.count(1) == 1 else [f"{levels.count(1)} headings of the first order"])


def controls(heard: list[Heard]) -> list[str]:
    """Each says what it does, heard alone: the same words never do two things."""
    found = [each for each in heard if each.role in CONTROLS]
    nameless = [f"a {each.role} without a name" for each in found if not each.name]
    buttons = Counter(each.name for each in found if each.role in ("button", "DisclosureTriangle"))
    alike = [f"{times} buttons say “{name}”" for name, times in buttons.items() if times > 1]
    return nameless + alike + links(heard)


def links(heard: list[Heard]) -> list[str]:
    """The words of a link lead to one place; a time leads to the post it stands in."""
    leads: dict[str, set[str]] = {}
    for each, after in zip(heard, [*heard[1:], heard[-1]], strict=True):
        if each.role == "link" and after.role != "time":
            leads.setdefault(each.name, set()).add(each.url)
    return [f"“{name}” leads to {sorted(to)}" for name, to in leads.items() if len(to) > 1]


def pictures(heard: list[Heard]) -> list[str]:
    """What only adorns is silent, and no picture says what the words beside it say."""
    wrong = [f"a {each.role} without a name" for each in heard if each.role in ("image", "img") and not each.name]
    after = zip(heard, heard[1:], strict=False)
    return wrong + [f"{each} is said twice" for each, next_ in after if each.role in ("image", "img") and each.name == next_.name]


def lists(heard: list[Heard]) -> list[str]:
    """Lists hold something, and what they hold are their items."""
    following = zip(heard, heard[1:], strict=False)
    return [f"{each} holds {next_}" for each, next_ in following if each.role == "list" and next_.role != "listitem"]


def words(heard: list[Heard]) -> list[str]:
    """Times are told as people tell them; tables have heads."""
    told = [
        f"“{each.name}” is for machines"
        for each in heard
        if each.role in ("StaticText", "link", "time") and DATE_OF_A_MACHINE.search(each.name)
    ]
    heads = sum(each.role == "columnheader" for each in heard)
    return told + [f"{each} has no heads" for each in heard if each.role == "table" and not heads]
