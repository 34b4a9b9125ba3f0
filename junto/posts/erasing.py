"""Taking a person out of threads and posts: their texts, where they wish it, and their name in the texts of others."""

import re
from collections.abc import Iterable
from typing import Any

from django.conf import settings
from django.db.models import Exists, F, Model, OuterRef, QuerySet, TextField
from django.db.models.functions import Cast
from django.utils import translation
from django.utils.translation import gettext as _

from junto.kit.facts import announce
from junto.kit.text import mentioned
from junto.posts.facts import FilesChanged, PostDeleted, PostEdited, ThreadDeleted
from junto.posts.models import Attachment, Draft, Helped, HelpedBefore, Post, Revision, Thread
from junto.posts.models.thread import count_threads

NOBODY = "@…"
BATCH = 200


def take_out_texts(person: int) -> None:
    """Deletes what the person wrote. Where others wrote beneath it, an empty place remains, so that their words still have one."""
    for thread in threads_of_only(person):
        _delete_thread(thread)
    touched = list(Thread.objects.filter(posts__author=person).distinct())
    _delete_posts(Post.objects.filter(author=person).exclude(kind=Post.Kind.OPENING).filter(~Exists(_comments_by_others(person))))
    for post in Post.objects.filter(author=person).select_related("thread"):
        _empty(post)
    for thread in touched:
        thread.recount()


def threads_of_only(person: int) -> "QuerySet[Thread]":
    """Threads in which nobody else ever wrote."""
    others = Post.objects.filter(thread=OuterRef("pk")).exclude(author=person)
    return Thread.objects.filter(author=person).filter(~Exists(others))


def take_out_mentions(person: int) -> None:
    """Takes the person's name out of whatever names them: posts, former texts, drafts of others."""
    mark = re.compile(rf"@\[(?:[^\[\]\\\n]|\\.){{1,200}}\]\(person:{person}\)")
    for post in _naming(Post.objects.select_related("thread__space"), "source", person):
        post.write(mark.sub(NOBODY, post.source), post.people_mentionable(mentioned(post.source)))
        post.save(update_fields=["source", "html", "plain", "renderer"])
        announce(PostEdited(thread_id=post.thread_id, space_id=post.thread.space_id, by_id=None, post_id=post.pk))
    for revision in _naming(Revision.objects.all(), "source", person):
        revision.source = mark.sub(NOBODY, revision.source)
        revision.save(update_fields=["source"])
    for draft in _naming(Draft.objects.annotate(text=Cast("fields", TextField())), "text", person):
        draft.fields = {name: mark.sub(NOBODY, text) if isinstance(text, str) else text for name, text in draft.fields.items()}
        draft.save(update_fields=["fields"])


def take_out_files(attachments: "QuerySet[Attachment]") -> None:
    """Takes files out of the posts in which they stand."""
    posts = list(Post.objects.filter(attachments__in=attachments).distinct().select_related("thread"))
    attachments.drop()
    for post in posts:
        Attachment.objects.draw(post)
        announce(FilesChanged(thread_id=post.thread_id, space_id=post.thread.space_id, by_id=None, post_id=post.pk))


def unsign_thanks(person: int) -> None:
    """That something helped somebody stays true; who it was does not stay."""
    for thanks in Helped.objects.filter(person=person):
        counted, _new = HelpedBefore.objects.get_or_create(post_id=thanks.post_id, day=thanks.at.date(), defaults={"people": 0})
        HelpedBefore.objects.filter(pk=counted.pk).update(people=F("people") + 1)
    Helped.objects.filter(person=person).delete()


def _comments_by_others(person: int) -> "QuerySet[Post]":
    return Post.objects.filter(parent=OuterRef("pk")).exclude(author=person)


def _delete_thread(thread: Thread) -> None:
    number, space, stood = thread.pk, thread.space_id, not thread.is_deleted
    thread.delete()
    count_threads(space, -1 if stood else 0)
    announce(ThreadDeleted(thread_id=number, space_id=space, by_id=None))


def _delete_posts(posts: "QuerySet[Post]") -> None:
    gone = list(posts.values_list("pk", "thread_id", "thread__space_id"))
    for start in range(0, len(gone), BATCH):
        Post.objects.filter(pk__in=[number for number, _thread, _space in gone[start : start + BATCH]]).delete()
    for number, thread, space in gone:
        announce(PostDeleted(thread_id=thread, space_id=space, by_id=None, post_id=number))


def _empty(post: Post) -> None:
    """Leaves the place and none of the words."""
    with translation.override(settings.LANGUAGE_CODE):
        instead = _("Taken out by whoever wrote it")
    post.revisions.all().delete()
    post.mentions.all().delete()
    post.cards.all().delete()
    post.attachments.all().drop()
    _drop(post, "acceptance", "origin")
    post.write(f"*{instead}*", {})
    post.author = post.edited_by = post.edited_at = None
    post.cards_shown, post.files_shown = [], []
    of_text = ["source", "html", "plain", "renderer", "cards_shown", "files_shown"]
    post.save(update_fields=[*of_text, "author", "edited_by", "edited_at"])
    if post.kind == Post.Kind.OPENING:
        Thread.objects.filter(pk=post.thread_id).update(title=instead, author=None)
    announce(PostEdited(thread_id=post.thread_id, space_id=post.thread.space_id, by_id=None, post_id=post.pk))


def _drop(post: Post, *names: str) -> None:
    for name in names:
        row: Model | None = getattr(post, name, None)
        if row is not None:
            row.delete()


def _naming(rows: "QuerySet[Any]", field: str, person: int) -> Iterable[Any]:
    return rows.filter(**{f"{field}__contains": f"](person:{person})"})
