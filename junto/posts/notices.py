"""What somebody is told about threads and posts."""

from collections.abc import Collection, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from junto.design.links import url
from junto.kit.compiled import compiled
from junto.kit.facts import Fact
from junto.kit.notices import Concern, Notice, Target, Told, Words
from junto.people.models import Person
from junto.posts.attached.telling import with_files
from junto.posts.facts import AnswerAccepted, PersonMentioned, PostHelped, PostWritten
from junto.posts.models import Acceptance, Mention, Post, Thread, Watch


class AboutThread(Notice):
    """Base of the notices that lead to a thread."""

    def subject(self, fact: Fact) -> str:
        return f"thread:{fact.thread_id}"

    def targets(self, addresses: Collection[str], reader: Person) -> Mapping[str, Target]:
        numbers = [int(address.partition(":")[2]) for address in addresses]
        found = _threads(person=reader.pk, threads=numbers)
        return {
            f"thread:{number}": Target(title, url("posts:thread", number), is_own=author == reader.pk, place=space)
            for number, title, author, space in found
        }

    def words(self, posts: Collection[int], reader: Person) -> Mapping[int, Words]:
        """Once for all posts; those of threads the reader may not see now, and deleted ones, are left out."""
        found = _written(person=reader.pk, posts=list(posts)) if self.brings_words else []
        return {number: with_files(number, html, plain, files) for number, html, plain, files in found}


@compiled
def _threads(person: int, threads: list[int]) -> Any:
    found = Thread.objects.visible_to(Person(pk=person)).filter(pk__in=threads)
    return found.values_list("pk", "title", "author_id", "space__name")


@compiled
def _written(person: int, posts: list[int]) -> Any:
    return Post.objects.visible_to(Person(pk=person)).filter(pk__in=posts).values_list("pk", "html", "plain", "files_shown")


class AnswerGiven(AboutThread):
    """Somebody answered a question I asked or watch."""

    name = "answer"
    kinds = (PostWritten,)
    icon = "message-circle"
    concern = Concern.ANSWERS
    brings_words = True

    def concerns(self, fact: PostWritten) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return watchers(fact) if fact.kind == Post.Kind.ANSWER else ()

    def says(self, told: Told) -> str:
        return ngettext("%(people)s answered “%(title)s”", "%(people)s gave answers to “%(title)s”", told.count) % words(told)

    def because(self, told: Told) -> str:
        return _("You asked this question.") if told.target.is_own else _("You watch this thread or wrote in it.")


class ReplyGiven(AboutThread):
    """Somebody replied in a discussion, or commented where I took part."""

    name = "reply"
    kinds = (PostWritten,)
    icon = "reply"
    concern = Concern.REPLIES
    brings_words = True

    def concerns(self, fact: PostWritten) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return watchers(fact) if fact.kind != Post.Kind.ANSWER else ()

    def says(self, told: Told) -> str:
        return ngettext("%(people)s replied in “%(title)s”", "%(people)s replied in “%(title)s”", told.count) % words(told)

    def because(self, told: Told) -> str:
        return _("You began this thread.") if told.target.is_own else _("You watch this thread or wrote in it.")


class Mentioned(AboutThread):
    """Somebody named me."""

    name = "mention"
    kinds = (PersonMentioned,)
    icon = "at-sign"
    concern = Concern.NAMED
    brings_words = True

    def concerns(self, fact: PersonMentioned) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return (fact.person_id,)

    def says(self, told: Told) -> str:
        return ngettext("%(people)s mentioned you in “%(title)s”", "%(people)s mentioned you in “%(title)s”", told.count) % words(told)

    def because(self, told: Told) -> str:
        return _("You are mentioned there.")


class Accepted(AboutThread):
    """My answer solved it."""

    name = "accepted"
    kinds = (AnswerAccepted,)
    instead_of = ("helped",)
    icon = "circle-check"
    concern = Concern.HELPED

    def concerns(self, fact: AnswerAccepted) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        return author_of(fact.post_id)

    def says(self, told: Told) -> str:
        return _("Your answer solved “%(title)s”") % words(told)

    def because(self, told: Told) -> str:
        return _("You wrote this answer.")


class HelpedSomebody(AboutThread):
    """What I wrote helped somebody."""

    name = "helped"
    kinds = (PostHelped,)
    icon = "heart"
    concern = Concern.HELPED

    def concerns(self, fact: PostHelped) -> Collection[int]:  # type: ignore[override]  # wired to this kind only
        is_told_more = Acceptance.objects.filter(post=fact.post_id, by=fact.by_id).exists()
        return () if is_told_more else author_of(fact.post_id)

    def says(self, told: Told) -> str:
        return _("What you wrote in “%(title)s” helped %(people)s") % words(told)

    def because(self, told: Told) -> str:
        return _("You wrote what helped.")


def watchers(fact: PostWritten) -> set[int]:
    """Who watches the thread, or is answered in it and wants to hear of that; but for those whom the post names: they are told of that."""
    levels = dict(_levels(thread=fact.thread_id))
    watching = {person for person, level in levels.items() if level == Watch.Level.WATCHING}
    if Watch.Level.CONCERNS in levels.values():
        watching |= {person for person in _spoken_to(fact) if levels.get(person) == Watch.Level.CONCERNS}
    return watching - {person for (person,) in _mentioned(post=fact.post_id)}


def _spoken_to(fact: PostWritten) -> Collection[int]:
    """Who wrote what this is under: the post it comments on, or the opening."""
    if fact.parent_id is not None:
        return author_of(fact.parent_id)
    return list(Thread.objects.filter(pk=fact.thread_id, author__isnull=False).values_list("author_id", flat=True))


@compiled
def _levels(thread: int) -> Any:
    return Watch.objects.filter(thread=thread).exclude(level=Watch.Level.MUTED).values_list("person_id", "level")


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
