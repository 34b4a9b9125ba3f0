"""What somebody sees who opens a thread, and what it remembers of them."""

import re
from collections.abc import Callable

import pytest
from django.test import Client

from junto.kit.clock import now
from junto.people.models import Person
from junto.posts.models import Origin, Post, ReadPosition, Thread
from junto.posts.thread_page import COMMENTS_SHOWN, PAGE
from junto.spaces.models import Space

SignedIn = Callable[[Person], Client]
HTMX = {"HTTP_HX_REQUEST": "true"}


def page_of(client: Client, thread: Thread, query: str = "") -> str:
    return client.get(f"/threads/{thread.pk}/{query}").content.decode()


def order_of(html: str, *words: str) -> list[str]:
    return sorted(words, key=html.index)


@pytest.fixture
def long_question(question: Thread, ben: Person) -> Thread:
    for number in range(1, PAGE * 2 + 6):
        question.reply(by=ben, source=f"Answer number {number} of many.")
    return question


def test_the_accepted_answer_stands_under_the_question_and_the_rest_follows_oldest_first(
    question: Thread, ben: Person, ada: Person, signed_in: SignedIn
) -> None:
    first, second, third = (question.reply(by=ben, source=f"The {word} answer.") for word in ("first", "second", "third"))
    third.accept(by=ada)
    html = page_of(signed_in(ben), question)
    assert order_of(html, "The first", "The second", "The third") == ["The third", "The first", "The second"]
    assert html.index("No leak") < html.index("This solved it") < html.index("The first")


def test_it_says_how_many_the_accepted_answer_helped(
    question: Thread, answer: Post, ada: Person, cleo: Person, signed_in: SignedIn
) -> None:
    answer.accept(by=ada)
    answer.help(ada)
    answer.help(cleo)
    assert "helped 2 people" in page_of(signed_in(cleo), question)


def test_a_long_thread_goes_on_page_by_page_and_nothing_is_shown_twice_or_left_out(
    long_question: Thread, ada: Person, signed_in: SignedIn
) -> None:
    client, seen, to = signed_in(ada), [], f"/threads/{long_question.pk}/"
    while to:
        html = client.get(to).content.decode()
        seen += re.findall(r"Answer number (\d+) of", html)
        following = re.search(r'href="([^"]+)" rel="next"', html)
        to = following[1].partition("#")[0] if following else ""
    assert seen == [str(number) for number in range(1, PAGE * 2 + 6)]


def test_one_can_go_back_to_earlier_answers(long_question: Thread, ada: Person, signed_in: SignedIn) -> None:
    posts = list(long_question.posts.filter(kind="answer").order_by("pk"))
    html = page_of(signed_in(ada), long_question, f"?before={posts[30].pk}")
    assert re.findall(r"Answer number (\d+) of", html) == [str(number) for number in range(11, 31)]
    assert "It stands at 2 bar" not in html


def test_going_back_to_the_beginning_shows_the_question_again(long_question: Thread, ada: Person, signed_in: SignedIn) -> None:
    posts = list(long_question.posts.filter(kind="answer").order_by("pk"))
    html = page_of(signed_in(ada), long_question, f"?before={posts[5].pk}")
    assert "It stands at 2 bar" in html


def test_an_answer_accepted_far_below_is_shown_on_top_and_only_there(long_question: Thread, ada: Person, signed_in: SignedIn) -> None:
    last = long_question.posts.order_by("pk").last()
    last.accept(by=ada)
    html = page_of(signed_in(ada), long_question)
    assert html.index(f'id="post-{last.pk}"') < html.index("Answer number 1 of")
    after = long_question.posts.order_by("-pk")[3].pk
    assert f'id="post-{last.pk}"' not in page_of(signed_in(ada), long_question, f"?after={after}")


@pytest.mark.parametrize("number", [1, PAGE, PAGE + 1, PAGE * 2 + 5])
def test_the_address_of_a_post_leads_to_the_page_that_shows_it(
    long_question: Thread, ada: Person, signed_in: SignedIn, number: int
) -> None:
    post = long_question.posts.filter(kind="answer").order_by("pk")[number - 1]
    to = signed_in(ada).get(f"/posts/{post.pk}/")["Location"]
    page, _, place = to.partition("#")
    assert f'id="{place}"' in signed_in(ada).get(page).content.decode()


def test_the_address_of_a_comment_leads_to_where_its_answer_stands(
    long_question: Thread, ben: Person, ada: Person, signed_in: SignedIn
) -> None:
    parent = long_question.posts.filter(kind="answer").order_by("pk")[30]
    comment = long_question.reply(by=ben, source="About that one.", parent=parent)
    page, _, place = signed_in(ada).get(f"/posts/{comment.pk}/")["Location"].partition("#")
    assert f'id="{place}"' in signed_in(ada).get(page).content.decode()


def test_a_long_list_of_comments_is_folded_and_opens_in_its_place(
    question: Thread, answer: Post, ben: Person, ada: Person, signed_in: SignedIn
) -> None:
    for number in range(COMMENTS_SHOWN + 3):
        question.reply(by=ben, source=f"Comment number {number} of some.", parent=answer)
    html = page_of(signed_in(ada), question)
    assert len(re.findall(r"Comment number \d", html)) == COMMENTS_SHOWN
    assert "3 more comments" in html
    rest = re.search(r'hx-get="(/posts/\d+/comments/\?after=\d+)"', html)
    more = signed_in(ada).get(rest[1], **HTMX).content.decode()
    assert re.findall(r"Comment number (\d)", more) == ["5", "6", "7"]
    assert "<html" not in more


def test_an_imported_post_says_where_it_was_written_first(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    Post.objects.filter(pk=answer.pk).update(author=None)
    Origin.objects.create(post=answer, url="https://elsewhere.example/q/7", licence="CC BY-SA 4.0", author_name="Wheel Wright")
    html = page_of(signed_in(ada), question)
    assert "https://elsewhere.example/q/7" in html
    assert "by Wheel Wright there" in html
    assert "CC BY-SA 4.0" in html


def test_who_left_for_good_has_no_name_and_who_was_deactivated_is_said_to_be_gone(
    question: Thread, answer: Post, ben: Person, olga: Person, ada: Person, signed_in: SignedIn
) -> None:
    question.reply(by=ada, source="A second one.")
    ben.deactivate(by=olga)
    html = page_of(signed_in(ada), question)
    assert "no longer here" in html
    assert f'href="/people/{ben.pk}/"' not in html
    Post.objects.filter(pk=answer.pk).update(author=None)
    assert "somebody who left" in page_of(signed_in(ada), question)


def test_acts_are_shown_only_to_who_may_do_them(
    question: Thread, answer: Post, ada: Person, ben: Person, eve: Person, signed_in: SignedIn
) -> None:
    asker, author, stranger = (page_of(signed_in(person), question) for person in (ada, ben, eve))
    accept, edit, helped = f"/posts/{answer.pk}/acceptance/", f"/posts/{answer.pk}/edit/", f"/posts/{answer.pk}/helped/"
    assert [accept in html for html in (asker, author, stranger)] == [True, False, False]
    assert [edit in html for html in (asker, author, stranger)] == [False, True, False]
    assert [helped in html for html in (asker, author, stranger)] == [True, False, True]
    assert 'id="write"' not in stranger
    assert "Join Repairs to write here" in stranger


def test_reading_to_the_end_is_remembered_and_what_comes_later_is_marked_as_new(
    question: Thread, answer: Post, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    assert "new-mark" not in page_of(signed_in(ada), question)
    later = question.reply(by=ben, source="One more thing.")
    html = page_of(signed_in(ada), question)
    assert html.count("new-mark") == 1
    assert f'href="/posts/{later.pk}/"' in re.search(r'<header class="page-head".*?</header>', html, re.DOTALL)[0]
    assert "new-mark" not in page_of(signed_in(ada), question)


def test_what_one_wrote_oneself_is_never_new(question: Thread, ada: Person, signed_in: SignedIn) -> None:
    page_of(signed_in(ada), question)
    question.reply(by=ada, source="I found something.")
    assert "new-mark" not in page_of(signed_in(ada), question)


def test_a_page_in_the_middle_moves_the_position_only_as_far_as_it_shows(long_question: Thread, ada: Person, signed_in: SignedIn) -> None:
    page_of(signed_in(ada), long_question)
    shown = long_question.posts.filter(kind="answer").order_by("pk")[PAGE - 1]
    assert ReadPosition.objects.get(person=ada, thread=long_question).post_id == shown.pk


def test_reading_backwards_changes_nothing(long_question: Thread, ada: Person, signed_in: SignedIn) -> None:
    last = long_question.posts.order_by("pk").last()
    ReadPosition.objects.reach(long_question, ada, last.pk)
    page_of(signed_in(ada), long_question)
    assert ReadPosition.objects.get(person=ada).post_id == last.pk


@pytest.mark.parametrize("headers", [{"Sec-Purpose": "prefetch"}, {"Sec-Purpose": "prefetch;prerender"}, {"Purpose": "prefetch"}])
def test_a_browser_that_only_fetches_ahead_has_not_read(
    question: Thread, ada: Person, signed_in: SignedIn, headers: dict[str, str]
) -> None:
    signed_in(ada).get(f"/threads/{question.pk}/", headers=headers)
    signed_in(ada).head(f"/threads/{question.pk}/")
    assert not ReadPosition.objects.exists()


def test_an_open_page_hears_how_much_others_wrote_since_it_was_drawn(
    question: Thread, answer: Post, ada: Person, ben: Person, signed_in: SignedIn
) -> None:
    page = page_of(signed_in(ada), question)
    asks = re.search(r'hx-get="(/threads/\d+/fresh/\?after=\d+)"', page)[1]
    assert signed_in(ada).get(asks).content.strip() == b""
    question.reply(by=ada, source="My own words are no news to me.")
    first = question.reply(by=ben, source="News.")
    question.reply(by=ben, source="More news.")
    said = signed_in(ada).get(asks).content.decode()
    assert "2 new posts" in said
    assert f"/posts/{first.pk}/" in said


def test_the_title_and_the_text_say_their_language(repairs: Space, ada: Person, signed_in: SignedIn) -> None:
    thread = Thread.objects.open(
        repairs, by=ada, title="Die Pumpe verliert über Nacht Druck", source="Was kann das sein, und wie finde ich es heraus?"
    )
    assert thread.language == "de"
    html = page_of(signed_in(ada), thread)
    assert re.search(r'<h1 dir="auto" lang="de">', html)
    assert re.search(r'<div class="read" lang="de">', html)


def test_a_thread_in_a_space_one_may_not_read_is_not_there(secret: Thread, ben: Person, olga: Person, signed_in: SignedIn) -> None:
    opening = secret.posts.get()
    for person in (ben, olga):
        for path in (f"/threads/{secret.pk}/", f"/posts/{opening.pk}/", f"/posts/{opening.pk}/comments/", f"/threads/{secret.pk}/fresh/"):
            assert signed_in(person).get(path).status_code == 404


def test_numbers_that_no_database_counts_to_lead_nowhere(ada: Person, signed_in: SignedIn) -> None:
    for path in (f"/threads/{10**30}/", f"/posts/{10**30}/", "/threads/0/"):
        assert signed_in(ada).get(path).status_code == 404


def test_an_address_cut_in_a_mail_still_shows_the_thread(question: Thread, ada: Person, signed_in: SignedIn) -> None:
    for query in ("?after=", "?after=x", f"?after={10**40}", "?before=-3", "?after=١"):
        assert signed_in(ada).get(f"/threads/{question.pk}/{query}").status_code == 200


def test_times_are_told_and_lead_to_the_post(question: Thread, answer: Post, ada: Person, signed_in: SignedIn) -> None:
    html = page_of(signed_in(ada), question)
    assert re.search(rf'href="/posts/{answer.pk}/"><time datetime="{now():%Y-%m-%d}', html)
