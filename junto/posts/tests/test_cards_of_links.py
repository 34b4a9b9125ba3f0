"""A link with a line of its own is shown with what stands behind it: fetched by the house, once, and never by a reader's browser."""

import io
import re
from datetime import timedelta

import pytest
import time_machine
from PIL import Image

from junto.kit.clock import now
from junto.kit.fetch.tests.web import answer, web
from junto.kit.files.sweeping import sweep_rows
from junto.kit.models import File, Tries, Work, counted_key
from junto.people.leaving import take_out
from junto.posts.cards.looking import MOST_AN_HOUR, forget_unused
from junto.posts.models import Card, CardsPaused, LinkedPage, Post, Thread
from tests.queries import queries_of

HEAD = """<!doctype html><html><head><title>Plain title</title>
<meta property="og:title" content="Why check valves stick"><meta property="og:site_name" content="The Valve Letter">
<meta property="og:description" content="A grain of sand is enough.">
<meta property="og:image" content="/valve.png"></head><body></body></html>"""


@pytest.fixture(autouse=True)
def _aside(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


@pytest.fixture
def site(settings):
    """Somebody else's web site, which has an article and a picture."""
    with web() as made:
        settings.FETCH, settings.FETCH_INSIDE = True, [made.host]
        picture = io.BytesIO()
        Image.new("RGB", (400, 300), "teal").save(picture, "PNG")
        made.at("/valve.png", answer(picture.getvalue()))
        made.article = made.at("/article", answer(HEAD.encode(), 'ETag: "7"'))
        yield made


@pytest.fixture
def linked(question, ben, site, work_done) -> Post:
    """Ben's answer that links to it, after the worker has looked."""
    post = question.reply(by=ben, source=f"Read this:\n\n{site.article}\n\nIt helped me.")
    work_done()
    return Post.objects.get(pk=post.pk)


def asked(site) -> list[str]:
    return [head.split(" ")[1] for head in site.heads]


def titles(post: Post) -> list[str]:
    return [face[3] for face in Post.objects.get(pk=post.pk).cards_shown]


def test_it_is_shown_with_title_site_sentence_and_picture(linked, site, ada, signed_in):
    page = signed_in(ada).get(f"/threads/{linked.thread_id}/").content.decode()
    for words in ("Why check valves stick", "The Valve Letter", "A grain of sand is enough.", f'href="{site.article}" rel="nofollow'):
        assert words in page
    picture = re.search(r'class="link-card-picture" src="([^"]+)"', page)[1]
    found = signed_in(ada).get(picture)
    assert Image.open(io.BytesIO(b"".join(found.streaming_content))).format == "WEBP"
    assert asked(site) == ["/article", "/valve.png"]


def test_only_the_worker_goes_out_and_an_open_page_listens_for_it(question, ben, site, work_done, signed_in):
    browser = signed_in(ben)
    part = browser.post(f"/threads/{question.pk}/posts/", {"text": site.article}, headers={"HX-Request": "true"}).content.decode()
    post = Post.objects.latest("pk")
    assert site.heads == []
    assert f'data-live="thread:{question.pk}" hx-get="/posts/{post.pk}/cards/"' in part
    work_done()
    part = browser.get(f"/posts/{post.pk}/cards/", headers={"HX-Request": "true"}).content.decode()
    assert "Why check valves stick" in part
    assert "data-live" not in part
    assert "<html" not in part


@pytest.mark.parametrize(
    "source",
    [
        "Read {} today.",
        "> {}",
        "- {}",
        "`{}`",
        "```\n{}\n```",
        "    {}",
        "{} {}",
        "[named]({}) and more",
        "ftp://example.org/x",
        "\\{}x@{}",
    ],
)
def test_a_link_among_words_stays_a_link_and_nothing_is_fetched(source, question, ben, site, work_done):
    post = question.reply(by=ben, source=source.format(site.article, site.article))
    work_done()
    assert (titles(post), site.heads, LinkedPage.objects.count()) == ([], [], 0)


def test_a_named_link_and_links_on_neighbouring_lines_have_cards(question, ben, site, work_done):
    other = site.at("/other", answer(b"<title>Other</title>"))
    post = question.reply(by=ben, source=f"Both:\n[named]({site.article}#part)\n{other}")
    work_done()
    assert titles(post) == ["Why check valves stick", "Other"]


def test_the_preview_says_what_will_have_a_card_and_asks_nobody(site, ada, signed_in):
    html = signed_in(ada).post("/preview/", {"text": f"See {site.article} and\n\nhttps://www.example.org/pumps"}).content.decode()
    assert html.count("A card will show") == 1
    assert "what stands at example.org." in html
    assert (site.heads, LinkedPage.objects.count()) == ([], 0)


def test_three_are_enough_and_comments_have_none(question, answer_by_ben, ben, site, work_done):
    addresses = [site.at(f"/{number}", answer(b"<title>%d</title>" % number)) for number in range(5)]
    assert titles(question.reply(by=ben, source="\n\n".join(addresses))) == ["", "", ""]
    work_done()
    assert sorted(asked(site)) == ["/0", "/1", "/2"]
    assert titles(question.reply(by=ben, source=addresses[4], parent=answer_by_ben)) == []


@pytest.fixture
def answer_by_ben(question, ben) -> Post:
    return question.reply(by=ben, source="Look at the valve.")


def test_the_same_page_is_looked_at_once_in_a_space_and_apart_in_another(linked, site, secret, ada, dana, work_done, signed_in):
    linked.thread.reply(by=ada, source=site.article)
    work_done()
    assert asked(site).count("/article") == 1
    secret.reply(by=ada, source=site.article)
    work_done()
    assert asked(site).count("/article") == 2, "how soon a card comes would tell what others link to"
    of_attic = LinkedPage.objects.get(space=secret.space)
    for reader, status in ((ada, 200), (dana, 404)):
        assert signed_in(reader).get(f"/files/{of_attic.picture}/192/").status_code == status


def test_who_takes_the_link_out_takes_the_card_off(linked, site, ben, work_done):
    other = site.at("/other", answer(b"<title>Other</title>"))
    linked.edit(by=ben, source=f"{site.article}\n\n{other}")
    assert titles(linked) == ["Why check valves stick", ""]
    work_done()
    assert titles(linked) == ["Why check valves stick", "Other"]
    linked.edit(by=ben, source=f"Only {other} now.")
    assert titles(linked) == []
    assert asked(site).count("/article") == 1


def test_a_card_that_was_taken_off_stays_off_and_can_be_brought_back(linked, site, ben, ada, signed_in):
    card, browser = Card.objects.get(), signed_in(ben)
    to = f"/posts/{linked.pk}/cards/{card.pk}/"
    assert signed_in(ada).post(to, {"_method": "DELETE"}).status_code == 403
    part = browser.post(to, {"_method": "DELETE"}, headers={"HX-Request": "true"})
    assert "Why check" not in part.content.decode()
    assert to in part.headers["HX-Trigger-After-Settle"]
    linked.refresh_from_db()
    linked.edit(by=ben, source=f"Mended:\n\n{site.article}")
    assert titles(linked) == []
    assert browser.post(to).status_code == 302
    assert titles(linked) == ["Why check valves stick"]
    assert browser.post(f"/posts/{linked.pk}/cards/999/", {"_method": "DELETE"}).status_code == 404


def test_a_picture_is_seen_only_while_a_post_that_stands_shows_it(linked, ben, ada, signed_in):
    to, browser = f"/files/{LinkedPage.objects.get().picture}/192/", signed_in(ada)
    assert browser.get(to).status_code == 200
    linked.delete_softly(by=ben)
    assert browser.get(to).status_code == 404
    linked.restore(by=ben)
    Card.objects.get().take_off(by=ben)
    assert browser.get(to).status_code == 404


def test_neither_this_house_nor_the_network_around_it_has_cards(question, ben, site, settings, work_done):
    settings.ALLOWED_HOSTS = ["127.0.0.1", "junto.example.org"]
    post = question.reply(by=ben, source=f"{site.article}\n\nhttps://junto.example.org/threads/1/")
    assert titles(post) == []
    settings.ALLOWED_HOSTS, settings.FETCH_INSIDE = ["*"], []
    post = question.reply(by=ben, source=site.article)
    work_done()
    assert (titles(post), site.heads) == ([], [])
    assert not Work.objects.filter(listener__contains="look_up").exists(), "it would be refused again"


def test_a_house_that_fetches_nothing_has_no_cards(question, ben, site, settings, work_done):
    settings.FETCH = False
    question.reply(by=ben, source=site.article)
    work_done()
    assert (LinkedPage.objects.count(), site.heads) == (0, [])


def test_an_owner_switches_cards_off_and_on(linked, site, ben, olga, ada, signed_in, work_done):
    assert signed_in(ada).post("/link-cards/").status_code == 403
    browser = signed_in(olga)
    assert "Switch cards off" in browser.get("/link-cards/").content.decode()
    browser.post("/link-cards/")
    post = linked.thread.reply(by=ben, source=site.article)
    work_done()
    assert (titles(linked), titles(post), LinkedPage.objects.count(), len(site.heads)) == ([], [], 0, 2)
    sweep_rows()
    assert not File.objects.filter(use="page-picture").exists()
    browser.post("/link-cards/", {"_method": "DELETE"})
    assert not CardsPaused.objects.exists()
    assert titles(linked.thread.reply(by=ben, source=f"Again:\n\n{site.article}")) == [""]


@pytest.mark.parametrize("status", ["404 Not Found", "403 Forbidden"])
def test_a_page_that_is_not_there_has_no_card_and_is_left_alone(status, question, ben, site, work_done):
    post = question.reply(by=ben, source=site.at("/gone", answer(b"", status=status)))
    assert titles(post) == [""]
    work_done()
    assert titles(post) == []
    assert not Work.objects.filter(listener__contains="look_up").exists()


def test_a_site_that_is_down_is_tried_again_later_and_later(question, ben, site, work_done):
    post = question.reply(by=ben, source=site.at("/down", answer(b"", status="503 Busy")))
    work_done()
    for later in (timedelta(hours=1), timedelta(days=1), timedelta(days=7)):
        waiting = Work.objects.get(listener="posts.cards.looking.look_up")
        assert abs(waiting.run_at - now() - later) < timedelta(minutes=1)
        Work.objects.update(run_at=now())
        LinkedPage.objects.update(look_again_at=now())
        work_done()
    assert asked(site) == ["/down"] * 4
    assert not Work.objects.filter(listener="posts.cards.looking.look_up").exists()
    assert titles(post) == []


def test_a_month_later_a_new_link_has_the_page_looked_at_anew(linked, site, ben, work_done):
    site.at("/article", answer(b"", status="304 Not Modified"))
    with time_machine.travel(now() + timedelta(days=31)):
        linked.thread.reply(by=ben, source=site.article)
        work_done()
        assert 'If-None-Match: "7"' in site.heads[-1]
        assert titles(linked) == ["Why check valves stick"]
        site.at("/article", answer(b"<title>Renamed</title>"))
    with time_machine.travel(now() + timedelta(days=62)):
        linked.thread.reply(by=ben, source=f"See:\n{site.article}")
        work_done()
    assert titles(linked) == ["Renamed"]


def test_whoever_links_without_end_waits(question, ben, site, work_done):
    for _ in range(MOST_AN_HOUR):
        Tries.objects.count_one(counted_key("pages", ben.pk), MOST_AN_HOUR, timedelta(hours=1))
    post = question.reply(by=ben, source=site.article)
    work_done()
    assert (site.heads, titles(post)) == ([], [""])
    assert Work.objects.get(listener="posts.cards.looking.look_up").run_at > now() + timedelta(minutes=50)


def test_words_from_elsewhere_are_only_words(question, ben, site, ada, signed_in, work_done):
    hostile = "<title>&lt;script>alert(1)&lt;/script>\u202eevil\u200b &quot;>&lt;img src=x onerror=y> {} \0</title>".format("long " * 90)
    question.reply(by=ben, source=site.at("/evil", answer(hostile.encode())))
    work_done()
    page = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    assert "<script>alert" not in page
    assert "<img src=x" not in page
    assert not set("\u202e\u200b\0") & set(page)
    assert len(LinkedPage.objects.get().title) <= 160


@pytest.mark.parametrize(
    "picture", ["javascript:alert(1)", "http://169.254.169.254/p.png", "/missing.png", "/page", "data:image/png;base64,aaaa", "http://["]
)
def test_a_picture_that_cannot_be_had_leaves_the_card_without(picture, question, ben, site, work_done):
    site.at("/page", answer(b"<title>no picture</title>"))
    body = f'<title>Words</title><meta property="og:image" content="{picture}">'
    post = question.reply(by=ben, source=site.at("/words", answer(body.encode())))
    work_done()
    assert Post.objects.get(pk=post.pk).cards_shown[0][3:] == ["Words", "", "", False]


def test_what_is_no_page_has_no_card(question, ben, site, work_done):
    post = question.reply(by=ben, source=f"{site.at('/a.pdf', answer(b'%PDF-1.7'))}\n\n{site.at('/empty', answer(b'<html></html>'))}")
    work_done()
    assert titles(post) == []


def test_history_that_is_brought_in_fetches_nothing(repairs, ben, site, work_done):
    thread = Thread.objects.open(repairs, by=ben, title="Long ago", source=site.article, at=now() - timedelta(days=900))
    thread.reply(by=ben, source=site.article, at=now() - timedelta(days=899))
    work_done()
    assert (site.heads, LinkedPage.objects.count()) == ([], 0)


def test_a_page_nobody_links_to_any_more_is_forgotten_with_its_picture(linked, ben):
    linked.edit(by=ben, source="Nothing any more.")
    forget_unused()
    assert LinkedPage.objects.exists(), "it may come back in a moment"
    with time_machine.travel(now() + timedelta(days=2)):
        forget_unused()
        sweep_rows()
    assert not LinkedPage.objects.exists()
    assert not File.objects.filter(use="page-picture").exists()


def test_who_leaves_with_everything_takes_the_cards_along(linked, ben, cleo):
    linked.thread.reply(by=cleo, source="Thank you.", parent=linked)
    take_out(person_id=ben.pk, keep_texts=False)
    left = Post.objects.get(pk=linked.pk)
    assert (left.author, left.cards_shown, Card.objects.count()) == (None, [], 0)


def test_a_post_is_found_by_the_title_of_the_page_it_links_to(linked, ada, signed_in):
    assert f"/posts/{linked.pk}/" in signed_in(ada).get("/search/", {"words": "valves stick"}).content.decode()


def test_cards_cost_a_page_no_query(question, ben, site, ada, signed_in, work_done):
    browser = signed_in(ada)
    question.reply(by=ben, source="Plain.")
    browser.get(f"/threads/{question.pk}/")
    before = queries_of(lambda: browser.get(f"/threads/{question.pk}/"))
    for number in range(5):
        question.reply(by=ben, source=f"{number}\n\n{site.article}")
    work_done()
    browser.get(f"/threads/{question.pk}/")
    assert queries_of(lambda: browser.get(f"/threads/{question.pk}/")) == before
