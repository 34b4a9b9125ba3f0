"""What stands on the buttons of a post, each with its icon, in the reader's language. Worked out once, said sixty times a page."""

from functools import lru_cache

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from markupsafe import Markup

from junto.design.icons import icon


class ActWords:
    """The words, by what they do."""

    __slots__ = (
        *("_labels", "accept", "accept_too", "comment", "delete", "edit", "gone", "helped", "helped_too"),
        *("link", "new", "no_longer_here", "off", "outdated", "refuse"),
    )

    def __init__(self) -> None:
        self.accept, self.refuse = _with("check", _("This solved it")), _("Not solved after all")
        self.accept_too, self.helped_too = _with("check", _("This helped solve it")), _with("heart", _("Solved it for me too"))
        self.helped, self.comment = _with("heart", _("This helped me")), _with("reply", _("Comment"))
        self.edit, self.delete, self.link = _with("pencil", _("Edit")), _with("trash-2", _("Delete")), _with("link", _("Link"))
        self.off = _("Take this card off: %(title)s")
        self.gone, self.no_longer_here, self.new = _("somebody who left"), _("no longer here"), _("new")
        self.outdated = _("May no longer hold. What is known about that stands below.")
        answer, reply, comment = _("Answer by %(name)s"), _("Reply by %(name)s"), _("Comment by %(name)s")
        self._labels = {"opening": _("The opening by %(name)s"), "answer": answer, "reply": reply, "comment": comment}

    def label(self, kind: str, name: str) -> str:
        """What a screen reader says when somebody comes to a post."""
        return self._labels[kind] % {"name": name}


def act_words() -> ActWords:
    """The words in the language of this request."""
    return _in(get_language())


@lru_cache(maxsize=32)
def _in(language: str | None) -> ActWords:
    return ActWords()


def _with(sign: str, words: str) -> Markup:
    return Markup("{} {}").format(icon(sign), words)
