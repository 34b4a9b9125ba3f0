"""What somebody is told about threads and posts."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.links import url
from junto.kit.compiled import compiled
from junto.kit.facts import Fact
from junto.kit.notices import Notice, Target, Told
from junto.people.models import Person
from junto.posts.facts import AnswerAccepted, PersonMentioned, PostHelped, PostWritten
from junto.posts.models import Mention, Post, Thread, Watch


class AboutThread(Notice):
    """Base of the notices that lead to a thread."""

    def subject(self, fact: Fact) -> str:
        return f"thread:{fact.thread_id}"

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        numbers = [int(address.partition(":")[2]) for address in addresses]
        titles = _titles(person=reader.pk, threads=numbers)
        return {f"thread:{number}": Target(title, url("posts:thread", number)) for number, title in titles}


@compiled
def _titles(person: int, threads: list[int]) -> Any:
    return Thread.objects.visible_to(Person(pk=person)).filter(pk__in=threads).values_list("pk", "title")


class AnswerGiven(AboutThread):
    """Somebody answered a question I asked or watch."""

    name = "answer"
    kinds = (PostWritten,)
    icon = "message-circle"

    def concerns(self, fact: PostWritten) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return watchers(fact) if fact.kind == Post.Kind.ANSWER else ()

    def says(self, told: Told) -> str:
        return ngettext("%(people)s answered “%(title)s”", "%(people)s gave answers to “%(title)s”", told.count) % words(told)


class ReplyGiven(AboutThread):
    """Somebody replied in a discussion, or commented where I took part."""

    name = "reply"
    kinds = (PostWritten,)
    icon = "reply"

    def concerns(self, fact: PostWritten) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return watchers(fact) if fact.kind != Post.Kind.ANSWER else ()

    def says(self, told: Told) -> str:
        return ngettext("%(people)s replied in “%(title)s”", "%(people)s replied in “%(title)s”", told.count) % words(told)


class Mentioned(AboutThread):
    """Somebody named me."""

    name = "mention"
    kinds = (PersonMentioned,)
    icon = "at-sign"

    def concerns(self, fact: PersonMentioned) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,)

    def says(self, told: Told) -> str:
        return ngettext("%(people)s mentioned you in “%(title)s”", "%(people)s mentioned you in “%(title)s”", told.count) % words(told)


class Accepted(AboutThread):
    """My answer solved it."""

    name = "accepted"
    kinds = (AnswerAccepted,)
    icon = "circle-check"

    def concerns(self, fact: AnswerAccepted) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return author_of(fact.post_id)

    def says(self, told: Told) -> str:
        return _("Your answer solved “%(title)s”") % words(told)


class HelpedSomebody(AboutThread):
    """What I wrote helped somebody."""

    name = "helped"
    kinds = (PostHelped,)
    icon = "heart"

    def concerns(self, fact: PostHelped) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return author_of(fact.post_id)

    def says(self, told: Told) -> str:
        return _("What you wrote in “%(title)s” helped %(people)s") % words(told)


def watchers(fact: PostWritten) -> set[int]:
    """Who watches the thread, but for those whom the post names: they are told of that instead."""
    watching = {person for (person,) in _watching(thread=fact.thread_id)}
    return watching - {person for (person,) in _mentioned(post=fact.post_id)}


@compiled
def _watching(thread: int) -> Any:
    return Watch.objects.filter(thread=thread, level=Watch.Level.WATCHING).values_list("person_id")


@compiled
def _mentioned(post: int) -> Any:
    return Mention.objects.filter(post=post).values_list("person_id")


def author_of(post: int) -> list[int]:
    """The author of the post, when it still has one."""
    return list(Post.objects.filter(pk=post, author__isnull=False, deletion=None).values_list("author_id", flat=True))


def words(told: Told) -> dict[str, str]:
    """What the sentences are made of: at most two names, then how many more."""
    return {"title": told.target.title, "people": named(told)}


def named(told: Told) -> str:
    """ "Ben", "Ben and Ada", or "Ben, Ada and 3 more"."""
    more = told.count - len(told.people)
    if not told.people:
        return ngettext("%(n)d person", "%(n)d people", told.count) % {"n": told.count}
    if more > 0:
        return ngettext("%(names)s and %(n)d more", "%(names)s and %(n)d more", more) % {"names": ", ".join(told.people), "n": more}
    return _("%(first)s and %(second)s") % {"first": told.people[0], "second": told.people[1]} if len(told.people) == 2 else told.people[0]
