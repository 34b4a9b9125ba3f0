"""How it is told: to eyes, or to programs. Needs no settings, for these may be what is wrong."""

import json
from collections.abc import Iterable

from markupsafe import Markup

from junto.operating.finding import Finding, State, bad

MARKS = {State.WELL: ("green", "✓"), State.LOOK: ("yellow", "!"), State.BAD: ("red", "✗")}


def plain(words: object) -> str:
    """Without what pages put around moments."""
    return Markup(words).striptags() if isinstance(words, Markup) else str(words)


def as_json(found: Iterable[Finding]) -> str:
    """One object."""
    told = [
        {"name": one.name, "title": str(one.title), "state": one.state.value, "says": plain(one.says), "do": plain(one.do)} for one in found
    ]
    return json.dumps({"well": all(one["state"] == "well" for one in told), "findings": told}, ensure_ascii=False)


def show(found: Iterable[Finding]) -> bool:
    """Prints each as soon as it is found; says whether all is well."""
    from rich.console import Console

    console, troubles = Console(highlight=False, soft_wrap=True), 0
    for one in found:
        troubles += not one.is_well
        colour, mark = MARKS[one.state]
        console.print(f"[{colour}]{mark}[/] [bold]{one.title}[/]: ", end="")
        console.print(plain(one.says), markup=False)
        if one.do:
            console.print(f"    {plain(one.do)}", markup=False)
    console.print("\nEverything is well." if not troubles else f"\n{troubles} of these need somebody.", style="bold")
    return not troubles


def of_settings(wrong: Exception) -> Finding:
    """The settings cannot be read, so nothing else can be looked at."""
    return bad("settings", "Settings", str(wrong), "All settings stand in docs/operate/settings.md.")
