"""How the written company helps each other beside questions and answers: what it noted, would like to learn, and said to have worked."""

from datetime import datetime
from typing import TYPE_CHECKING, Any

from junto.help.models import Need, Note, Outcome
from junto.help.models.shared_note import Shape, Wish, Words, publish
from junto.kit.facts import verb
from junto.portability.sample import texts

if TYPE_CHECKING:
    from junto.portability.sample.moving_in import MovingIn


class Helping:
    """All of it, for a company whose people, spaces and threads are there. What is already there is left as it is."""

    def __init__(self, moving: "MovingIn") -> None:
        self.moving = moving

    def all_of_it(self) -> None:
        """Notes, needs and outcomes, each in a transaction of its own."""
        told = texts.helping()
        for note in told["note"]:
            self.note(note)
        for need in told["need"]:
            self.need(need)
        asked = {thread["key"]: thread["days_ago"] for thread in texts.threads()}
        for outcome in told["outcome"]:
            self.outcome(outcome, asked[outcome["thread"]])

    @verb
    def note(self, told: dict[str, Any]) -> None:
        """What helped somebody in the hallway, shared with the yes of whoever helped."""
        writer, helper, at = self.moving.people[told["author"]], self.moving.people[told["partner"]], self._at(told)
        if Note.objects.filter(author=writer, title=told["title"]).exists():
            return
        said = {"title": told["title"], "text": told["text"]}
        note = Note.objects.take(by=writer, at=at, partner=helper, topics=self.moving.topics_called(told["topics"]), **said)
        publish(note, Wish(Shape.NOTE, self.moving.spaces[told["space"]], at=at), Words(**said, partner=helper))

    @verb
    def need(self, told: dict[str, Any]) -> None:
        """What somebody would like to learn, who wants it too, who can help, and how it ended."""
        person, at = self.moving.people[told["author"]], self._at(told)
        if Need.objects.filter(person=person, title=told["title"]).exists():
            return
        space = self.moving.spaces[told["space"]] if "space" in told else None
        said = {"title": told["title"], "text": told["text"], "topics": self.moving.topics_called(told["topics"])}
        need = Need.objects.say(by=person, space=space, at=at, **said)
        for hours, key in enumerate(told.get("wanted_too", []), start=1):
            need.join(self.moving.people[key], at=self._at(told, 2 * hours))
        for offer in told.get("offer", []):
            at = self._at(told, offer["after_hours"])
            need.offer(by=self.moving.people[offer["author"]], kind=offer["kind"], words=offer["words"], at=at)
        if "learned_after_hours" in told:
            need.finish("fulfilled", by=person, at=self._at(told, told["learned_after_hours"]))

    @verb
    def outcome(self, told: dict[str, Any], days_ago: float) -> None:
        """That it worked, as whoever asked so many days ago said."""
        thread = self.moving.threads[told["thread"]]
        if thread.author is not None and not Outcome.objects.filter(thread=thread).exists():
            at = self.moving.at(days_ago, told["after_hours"])
            Outcome.objects.say(thread, by=thread.author, says=told["says"], words=told["words"], at=at)

    def _at(self, told: dict[str, Any], after_hours: float = 0.0) -> datetime:
        return self.moving.at(told["days_ago"], after_hours)
