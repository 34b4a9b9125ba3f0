"""The feed of one thread: each post an entry."""

from collections.abc import Collection, Mapping

from junto.interop.feeds.source import Entry, Named, Part, Source
from junto.kit.paging import page
from junto.people.models import Person
from junto.posts.act_words import act_words
from junto.posts.models import Post, Thread

PART = 30
BEGINS = 80
"""So many letters of a post stand in its title."""


class ThreadSource(Source):
    """What is written in a thread, for whoever may read it."""

    name = "thread"

    def titles(self, which: Collection[str], person: Person) -> Mapping[str, Named]:
        numbers = [int(number) for number in which if number.isdecimal() and len(number) < 19]
        threads = Thread.objects.visible_to(person).filter(pk__in=numbers).only("pk", "title")
        return {str(thread.pk): Named(thread.title, thread.get_absolute_url()) for thread in threads}

    def part(self, which: str, person: Person, after: str | None) -> Part:
        posts = Post.objects.visible_to(person).filter(thread=int(which)).select_related("author", "thread").defer("source", "cards_shown")
        found = page(posts, order=("-id",), after=after, size=PART)
        return Part([_entry(post) for post in found.rows], found.after)


def _entry(post: Post) -> Entry:
    author = post.author.name if post.author else act_words().gone
    return Entry(
        thing=f"post/{post.pk}",
        title=post.thread.title if post.kind == Post.Kind.OPENING else f"{author}: {post.excerpt(BEGINS)}",
        url=post.get_absolute_url(),
        published=post.written_at,
        updated=max(post.written_at, post.edited_at or post.written_at),
        html=post.html,
        author=author,
        language=post.thread.language,
    )
