"""What came through the share sheet of a device: a title, a text, an address. Any of them may be missing, or hold anything."""

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest

from junto.kit.text.line import one_line
from junto.posts.drafting import LONGEST
from junto.posts.models import Thread

ASIDE = "shared"
LONGEST_ADDRESS = 2_000


@dataclass(frozen=True)
class Shared:
    """The words as they go into the form for a question."""

    title: str = ""
    text: str = ""
    had_files: bool = False
    """Whether files came along that could not wait until somebody signed in."""

    def __bool__(self) -> bool:
        return bool(self.title or self.text or self.had_files)

    @classmethod
    def given(cls, request: HttpRequest) -> "Shared":
        """What this request brings along, cut where no question could be longer. Phones often put the address into the text."""
        said = request.POST if request.method == "POST" else request.GET
        title = one_line(said.get("title", ""), Thread.LONGEST_TITLE)
        text, address = said.get("text", "")[:LONGEST].strip(), one_line(said.get("url", ""), LONGEST_ADDRESS)
        parts = [text, "" if address in text else address]
        return cls(title, "\n\n".join(part for part in parts if part))

    @classmethod
    def waiting(cls, request: HttpRequest) -> "Shared":
        """What was shared before somebody signed in, once."""
        return cls(**request.session.pop(ASIDE, {}))

    def wait(self, request: HttpRequest) -> None:
        """Keeps it until somebody has signed in here."""
        had_files = bool(request.FILES)
        if self or had_files:
            request.session[ASIDE] = {"title": self.title, "text": self.text, "had_files": had_files}

    def after(self, begun: dict[str, Any]) -> "Shared":
        """The same, put after what somebody had begun to ask: nothing of it is lost."""
        words = [str(begun.get("text", "")).strip(), self.text]
        title = str(begun.get("title", "")).strip()
        if title and self.title and title != self.title:
            words.insert(1, self.title)
        return Shared(title or self.title, "\n\n".join(part for part in words if part), self.had_files)
