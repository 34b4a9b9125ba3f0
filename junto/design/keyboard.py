"""The keys of the house, as the page lists them. `static/design/keys.js` acts on them."""

from django.utils.translation import gettext as _

Group = tuple[str, list[tuple[str, str]]]


def key_groups() -> list[Group]:
    """Groups of (keys, what they do); keys pressed one after the other are separated by a space."""
    return [
        (
            _("Anywhere"),
            [
                ("/", _("Find or do: open the command box")),
                ("Ctrl+K", _("the same, also while writing (⌘K on a Mac)")),
                ("c", _("Note what helped, in two lines")),
                ("?", _("This list")),
            ],
        ),
        (_("In a list or a thread"), [("j", _("Next")), ("k", _("Previous")), ("Enter", _("Open"))]),
        (
            _("Go to"),
            [("g h", _("Home")), ("g a", _("Ask")), ("g s", _("Spaces")), ("g p", _("People")), ("g i", _("Inbox"))],
        ),
        (_("While writing"), [("Ctrl+Enter", _("Send")), ("Ctrl+B", _("Bold")), ("Ctrl+I", _("Italic")), ("@", _("Mention somebody"))]),
    ]
