"""Lets the written company move in through the same verbs as everybody else, with times of its own: nobody is told of anything."""

from datetime import datetime
from typing import Any

from junto.kit.clock import now
from junto.kit.facts import verb
from junto.people.models import Person
from junto.portability.sample import texts
from junto.portability.sample.addresses import address_of
from junto.portability.sample.helping import Helping
from junto.portability.sample.working_hours import HOURS, working_hours_before
from junto.posts.models import Post, Thread, Watch
from junto.posts.models.thread import tidy_title
from junto.spaces.models import Space

FOUNDED = 150.0
"""Working days ago that people and spaces are there, before the first thread."""
PROFILE = ("pronouns", "what_i_do", "department", "place", "time_zone", "languages")


class MovingIn:
    """One loading of the sample: what is already there is found and left as it is, what is missing is added."""

    def __init__(self) -> None:
        self.loaded_at = now()
        self.company = texts.company()
        self.topics = {topic["key"]: topic["name"] for topic in self.company["topic"]}
        self.people: dict[str, Person] = {}
        self.spaces: dict[str, Space] = {}
        self.threads: dict[str, Thread] = {}

    def all_of_it(self) -> list[Space]:
        """People, spaces, threads, what joins them and how people help besides, one small transaction after the other. Gives the spaces."""
        self.people = {told["key"]: self.person(told) for told in self.company["person"]}
        self.spaces = {told["key"]: self.space(told) for told in self.company["space"]}
        known = {(thread.space_id, thread.title): thread for thread in Thread.objects.filter(space__in=self.spaces.values())}
        written = texts.threads()
        for told in written:
            self.threads[told["key"]] = known.get((self.spaces[told["space"]].pk, tidy_title(told["title"]))) or self.thread(told)
        for told in written:
            self.links(told)
        Helping(self).all_of_it()
        return list(self.spaces.values())

    def at(self, days_ago: float, after_hours: float = 0.0) -> datetime:
        """The moment so many working days before the loading, and so many working hours later."""
        return working_hours_before(self.loaded_at, max(days_ago * HOURS - after_hours, 0.0))

    @verb
    def person(self, told: dict[str, Any]) -> Person:
        """Somebody of the company. They have no password: nobody can sign in as one of them."""
        if known := Person.objects.by_email(address_of(told["key"])):
            return known
        profile = {field: told[field] for field in PROFILE}
        person: Person = Person.objects.join(name=told["name"], email=address_of(told["key"]), at=self.at(FOUNDED), **profile)
        person.can_be_asked_about(self.topics_called(told["ask_me_about"]))
        return person

    @verb
    def space(self, told: dict[str, Any]) -> Space:
        """A space with its people. It is known again by who started it, whatever it is called by now."""
        starter = self.people[told["hosts"][0]]
        if known := Space.objects.filter(started_by=starter).order_by("pk").first():
            return known
        settings = {field: told[field] for field in ("name", "purpose", "kind", "joining", "visibility")}
        space = Space.objects.start(by=starter, topics=self.topics_called(told["topics"]), at=self.at(FOUNDED), **settings)
        for role, keys in (("host", told["hosts"]), ("mentor", told["mentors"]), ("member", told["members"])):
            for key in keys:
                space.add(self.people[key], role=role, at=self.at(FOUNDED))
        return space

    @verb
    def thread(self, told: dict[str, Any]) -> Thread:
        """A thread with all that was written in it and how it ended."""
        opened = {"title": told["title"], "kind": told["kind"], "language": told["language"], "topics": self.topics_called(told["topics"])}
        source, at = self._named(told["body"]), self.at(told["days_ago"])
        thread = Thread.objects.open(self.spaces[told["space"]], by=self.people[told["author"]], source=source, at=at, **opened)
        for key in told.get("watched_by", []):
            Watch.objects.begin(thread, self.people[key], at=at)
        self._write_posts(thread, told)
        if closed := told.get("closed"):
            thread.close(by=self.people[closed["by"]], because=closed["because"], at=self.at(told["days_ago"], closed["after_hours"]))
        return thread

    @verb
    def links(self, told: dict[str, Any]) -> None:
        """Says which other threads this one belongs with."""
        thread, at = self.threads[told["key"]], self.at(told["days_ago"])
        named = [("duplicate", key) for key in [told.get("duplicate_of")] if key] + [("related", key) for key in told.get("related", [])]
        for kind, key in named:
            thread.link_to(self.threads[key], kind=kind, by=thread.author, at=at)

    def _write_posts(self, thread: Thread, told: dict[str, Any]) -> None:
        numbered = {0: thread.posts.get(kind=Post.Kind.OPENING)}
        for number, said in texts.posts_in_order(told):
            parent = numbered[said["parent"]] if "parent" in said else None
            at = self.at(told["days_ago"], said["after_hours"])
            post = thread.reply(by=self.people[said["author"]], source=self._named(said["body"]), parent=parent, at=at)
            numbered[number] = post
            self._what_came_of(post, said, told)

    def _what_came_of(self, post: Post, said: dict[str, Any], told: dict[str, Any]) -> None:
        if said.get("accepted"):
            post.accept(by=self.people[told["author"]], at=self.at(told["days_ago"], said["accepted_after_hours"]))
        for hours, key in enumerate(said.get("helped", []), start=1):
            post.help(self.people[key], at=self.at(told["days_ago"], said["after_hours"] + 3 * hours))

    def topics_called(self, keys: list[str]) -> list[str]:
        """The names of these topics."""
        return [self.topics[key] for key in keys]

    def _named(self, text: str) -> str:
        """The text with its `@{key}` written as mentions are."""
        return texts.NAMED.sub(lambda found: f"@[{self.people[found[1]].name}](person:{self.people[found[1]].pk})", text)
