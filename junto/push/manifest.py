"""What a browser is told so that Junto can be installed like an app: its name, its lamp, where it begins, what can be shared into it."""

from typing import Any

from django.conf import settings
from django.utils.translation import get_language, get_language_bidi
from django.utils.translation import gettext as _

from junto.design.links import static, url
from junto.design.tokens import colour
from junto.people.sealing import house_name

FILES = ["image/*", "application/*", "text/*", "audio/*", "video/*"]
"""What a share sheet offers to bring here. What is taken is decided when it comes."""
ICONS = (("lamp-192.png", "192x192", "any"), ("lamp-512.png", "512x512", "any"), ("lamp-maskable.png", "512x512", "maskable"))


def manifest() -> dict[str, Any]:
    """The manifest, in the language of whoever asks."""
    light, _dark = colour("surface")
    return {
        "id": "/",
        "name": f"Junto ({house_name()})",
        "short_name": "Junto",
        "description": _("Where we learn from each other at work."),
        "lang": get_language() or settings.LANGUAGE_CODE,
        "dir": "rtl" if get_language_bidi() else "ltr",
        "start_url": "/",
        "scope": "/",
        "display": "standalone",
        "theme_color": light,
        "background_color": light,
        "icons": [_icon(*icon) for icon in ICONS],
        "shortcuts": [_shortcut(_("Ask"), url("posts:ask")), _shortcut(_("Inbox"), url("notify:inbox"))],
        "share_target": {
            "action": url("push:share"),
            "method": "POST",
            "enctype": "multipart/form-data",
            "params": {"title": "title", "text": "text", "url": "url", "files": [{"name": "files", "accept": FILES}]},
        },
    }


def _icon(name: str, sizes: str, purpose: str) -> dict[str, str]:
    return {"src": static(f"design/{name}"), "sizes": sizes, "type": "image/png", "purpose": purpose}


def _shortcut(name: str, to: str) -> dict[str, Any]:
    return {"name": name, "url": to, "icons": [_icon(*ICONS[0])]}
