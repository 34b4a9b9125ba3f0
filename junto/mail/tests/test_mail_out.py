"""What goes out by mail: its words, its head, and that it is the same mail when it is sent again."""

import re

import pytest

from junto.design.letters.domain import domain
from junto.kit.text.render import render
from junto.mail.tests.conftest import message, read


@pytest.fixture
def one(box, means, ada, question):
    """The one mail about an answer to ada's question."""
    means.send(ada, [message(question, post_id=3)], "key-1")
    return read(box.letters[0])


def test_one_message_is_one_mail_in_the_words_of_the_post(one, question, ada):
    html, plain = (one.get_body((kind,)).get_content() for kind in ("html", "plain"))
    assert one["To"] == ada.email
    assert one["Subject"] == question.title
    for words in (
        "answered “How loud may it be?”",
        "It hums.",
        "Why do I get this?",
        "You asked this question.",
        f"/threads/{question.pk}/",
    ):
        assert words in html, words
        assert words in plain, words


def test_plain_text_keeps_quotes_lists_code_and_where_links_lead(box, means, ada):
    source = "See [there](/threads/7/):\n\n> It hums.\n\n- oil\n- sand\n\n```\nif loud: stop\n```"
    means.send(ada, [message(html=render(source).html)], "key")
    plain = read(box.letters[0]).get_body(("plain",)).get_content().replace("\r\n", "\n")
    for words in ("See there <https://junto.example.org/threads/7/>:", "\n> It hums.\n", "\n- oil\n- sand\n", "\n    if loud: stop\n"):
        assert words in plain, words


def test_it_comes_in_the_name_of_who_wrote_from_the_address_of_the_house(one):
    assert one["From"].addresses[0].display_name == "Ben Yılmaz in Junto"
    assert one["From"].addresses[0].addr_spec == "junto@example.org"


def test_every_link_is_whole_and_nothing_is_fetched_by_opening_it(one):
    html = one.get_body(("html",)).get_content()
    assert {link for link in re.findall(r'href="([^"]*)"', html) if not link.startswith("https://junto.example.org")} == set()
    assert not re.search(r"<img|<link|<script|url\(|src=|@import", html)


def test_a_picture_becomes_a_link_with_its_description(box, means, ada):
    means.send(ada, [message(html='<p><img src="/files/ab/640/" alt="The valve" loading="lazy"></p>')], "key")
    assert '<a href="https://junto.example.org/files/ab/640/"' in read(box.letters[0]).get_body(("html",)).get_content()


def test_machines_know_it_for_what_it_is(one):
    assert one["Auto-Submitted"] == "auto-generated"
    assert one["X-Auto-Response-Suppress"] == "All"
    assert one["Precedence"] == "list"
    assert one["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"


def test_mails_about_one_thread_belong_together_for_whoever_gets_them(box, means, ada, ben, question):
    for person, key in ((ada, "key-1"), (ada, "key-2"), (ben, "key-3")):
        means.send(person, [message(question)], key)
    mails = [read(letter) for letter in box.letters]
    assert len({mail["References"] for mail in mails}) == len({mail["Subject"] for mail in mails}) == 1
    assert len({mail["Message-ID"] for mail in mails}) == 3
    assert mails[0]["References"] == mails[0]["In-Reply-To"]


def test_the_same_key_is_the_same_mail_and_another_persons_is_another(box, means, ada, ben):
    for person in (ada, ada, ben):
        means.send(person, [message()], "key")
    first, again, another = (read(letter)["Message-ID"] for letter in box.letters)
    assert first == again != another
    assert first.endswith("@example.org>")


def test_several_messages_are_one_mail_that_says_what_it_is_about(box, means, ada, question):
    other = message(title="Which oil?", says="Cleo mentioned you in “Which oil?”", people=("Cleo",), because="You were named.", thread_id=9)
    means.send(ada, [message(question), other], "key")
    mail = read(box.letters[0])
    plain = mail.get_body(("plain",)).get_content()
    assert mail["Subject"] == f"{question.title}, and one thing more"
    assert mail["References"] is None
    assert mail["From"].addresses[0].display_name == "Junto"
    assert plain.count("Less of this, or none: https://junto.example.org/preferences/") == 2
    assert all(words in plain for words in ("You asked this question.", "You were named.", "Which oil?"))


def test_several_messages_in_one_thread_stay_in_it(box, means, ada, question):
    means.send(ada, [message(question), message(question, people=("Cleo",))], "key")
    mail = read(box.letters[0])
    assert mail["Subject"] == question.title
    assert mail["References"]


def test_filters_sort_by_the_space_and_a_hidden_one_is_named_by_number(box, means, ada, question, secret):
    for thread in (question, secret):
        means.send(ada, [message(thread)], "key")
    assert [read(letter)["List-Id"] for letter in box.letters] == [
        f'"{question.space.name}" <space-{question.space_id}.example.org>',
        f'"Junto" <space-{secret.space_id}.example.org>',
    ]


def test_who_may_not_see_a_space_reads_nothing_of_it_in_the_head(box, means, eve, secret):
    means.send(eve, [message(title="Something", thread_id=secret.pk)], "key")
    assert read(box.letters[0])["List-Id"] == "Junto <calls.example.org>"


def test_it_speaks_the_readers_language(box, means, ada, question):
    ada.change_profile(language="de")
    means.send(ada, [message(question)], "key")
    mail = read(box.letters[0])
    assert mail["From"].addresses[0].display_name == "Ben Yılmaz in Junto"
    assert '<html lang="de"' in mail.get_body(("html",)).get_content()
    assert "Warum bekomme ich das?" in mail.get_body(("plain",)).get_content()


def test_answers_come_in_where_mail_comes_in(box, means, ada, question, settings):
    settings.MAIL_IN_ADDRESS = "junto@example.org"
    means.send(ada, [message(question, post_id=3)], "key")
    mail = read(box.letters[0])
    assert re.fullmatch(r"junto\+r\w+@example\.org", mail["Reply-To"])
    assert re.fullmatch(r"junto\+b\w+@example\.org", box.senders[0])
    assert "mailto:junto+h" in mail.get_body(("html",)).get_content()
    assert "Answer this mail" in mail.get_body(("plain",)).get_content()


def test_where_no_mail_comes_in_none_is_asked_for(one, box):
    assert one["Reply-To"] is None
    assert "Answer this mail" not in one.get_body(("plain",)).get_content()
    assert box.senders == ["junto@example.org"]


def test_a_very_long_post_is_begun_and_read_on_the_page(box, means, ada):
    means.send(ada, [message(html=f"<p>{'word ' * 15_000}</p>", plain="word " * 15_000)], "key")
    assert len(box.letters[0]) < 20_000


def test_the_domain_of_an_international_address_is_written_as_mail_writes_it(settings):
    settings.DEFAULT_FROM_EMAIL = "Junto <junto@bücher.example>"
    assert domain() == "xn--bcher-kva.example"
