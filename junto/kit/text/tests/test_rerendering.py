"""Bringing stored texts up to date."""

import io

import pytest
from django.core.management import call_command

from junto.kit.text import VERSION
from junto.kit.text.rerender import Redrawn, keep, kinds, outdated, rerender
from junto.posts.models import Post


def age(*posts: Post) -> None:
    """As an older renderer left them."""
    Post.objects.filter(pk__in=[post.pk for post in posts]).update(html="old", plain="old", renderer=0)


def test_every_model_that_keeps_rendered_text_is_known():
    assert Post in kinds()


def test_the_command_draws_old_texts_again_and_leaves_the_others(question, answer):
    age(answer)
    Post.objects.exclude(pk=answer.pk).update(html="drawn today")
    call_command("rerender", stdout=io.StringIO())
    answer.refresh_from_db()
    assert answer.renderer == VERSION
    assert "check valve" in answer.html
    assert "check valve" in answer.plain
    assert Post.objects.exclude(pk=answer.pk).get().html == "drawn today"


def test_a_mention_shows_the_present_name_of_whom_may_be_named(question, ben, ada, eve, secret):
    named = question.reply(by=ben, source=f"@[Ada O.](person:{ada.pk}) and @[Eve](person:{eve.pk})")
    age(named)
    ada.name = "Ada Obi"
    ada.save(update_fields=["name"])
    rerender(Post)
    named.refresh_from_db()
    assert ">@Ada Obi</a>" in named.html


def test_stopped_half_way_it_goes_on_where_it_was(question, answer, discussion):
    age(*Post.objects.all())

    def stop(rows: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        rerender(Post, done=stop, batch_of=1)
    assert outdated(Post).count() == 2
    seen: list[int] = []
    assert rerender(Post, done=seen.append, batch_of=1) == 0
    assert seen == [1, 1]
    assert not outdated(Post).exists()


def test_a_text_longer_than_is_allowed_now_stays_as_it_was_and_stops_nothing(question, answer):
    age(*Post.objects.all())
    Post.objects.filter(pk=answer.pk).update(source="a" * 50_000)
    assert rerender(Post) == 1
    assert list(outdated(Post)) == [answer]


def test_an_edit_made_meanwhile_stays(answer, ben):
    stale = Post.objects.get(pk=answer.pk)
    redrawn = Redrawn.of(stale)
    stale.write_again()
    Post.objects.get(pk=answer.pk).edit(by=ben, source="Rinse it twice.")
    assert keep(Post, [redrawn]) == 0
    answer.refresh_from_db()
    assert answer.plain == "Rinse it twice."
