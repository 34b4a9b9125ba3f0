"""Somebody mails what helped them to an address of their own: it is their note, and nobody else's."""

import pytest
from django.core import mail as sent

from junto.help.models import FirstLook, Note, SharedNote
from junto.kit.work.worker import work_off
from junto.mail.addresses import box_address, read_address, space_address
from junto.mail.incoming.door import Envelope, take_in
from junto.mail.models import Renewal
from junto.mail.tests.writing import part, with_parts, written
from junto.posts.models import Thread
from tests.queries import queries_of

ASKED, HELPED = "How do I get the lid off the old pump?", "Warm it with a hair dryer first."


@pytest.fixture
def address(mail_comes_in, ada):
    return box_address(ada, "note")


def test_the_subject_is_what_was_asked_and_the_first_lines_what_helped(comes, address, ada, signed_in):
    mail = comes(written(f"{HELPED}\n\n-- \nAda", subject=f"Fwd: {ASKED}"), address)
    note = Note.objects.get()
    assert (note.author, note.title, note.text, note.partner, mail.state) == (ada, ASKED, HELPED, None, "made_own")
    assert sent.outbox == []
    page = signed_in(ada).get(f"/mail/mine/{mail.pk}/").content.decode()
    assert "It is one of your notes." in page
    assert f'href="{note.get_absolute_url()}"' in page
    assert "It is one of your notes." in signed_in(ada).get("/mail/mine/").content.decode()


def test_it_is_shared_with_nobody_whatever_the_mail_says(comes, address, repairs, ben, eve, signed_in):
    mail = comes(written(f"{HELPED}\nWith whom: Ben Yılmaz\nWho sees it: repairs", subject=ASKED, Cc="ben@example.org"), address)
    note = Note.objects.get()
    assert not any(shown.objects.exists() for shown in (SharedNote, FirstLook, Thread))
    for other in (ben, eve):
        assert signed_in(other).get(note.get_absolute_url()).status_code == 404
        assert signed_in(other).get(f"/mail/mine/{mail.pk}/").status_code == 404


def test_the_same_mail_twice_is_one_note(comes, address):
    raw = written(HELPED, subject=ASKED)
    comes(raw, address)
    assert take_in(raw, Envelope("ada@example.org", [address])) == 0
    work_off()
    assert Note.objects.count() == 1


@pytest.mark.parametrize(("subject", "words"), [(ASKED, ""), (ASKED, "> Warm it.\n"), ("", HELPED), ("Re: ", "\u200b\n"), ("", "")])
def test_what_lacks_one_of_the_two_comes_back_with_what_is_missing(comes, address, ada, signed_in, subject, words):
    mail = comes(written(words, subject=subject), address)
    assert (mail.state, Note.objects.count()) == ("given_back", 0)
    [letter] = sent.outbox
    assert letter.to == ["ada@example.org"]
    assert "a note needs two things" in letter.body
    assert "a note needs two things" in signed_in(ada).get(f"/mail/mine/{mail.pk}/").content.decode()


def test_without_a_subject_the_first_line_is_what_was_asked(comes, address):
    comes(written(f"{ASKED}\n\n{HELPED}", subject=""), address)
    assert (Note.objects.get().title, Note.objects.get().text) == (ASKED, HELPED)


def test_what_is_too_long_for_a_note_begins_there_and_stays_whole_in_the_mail(comes, address, ada, signed_in):
    mail = comes(written("Warm it first. " * 300 + "The very end.", subject="Why " + "oh " * 90 + "why?"), address)
    note = Note.objects.get()
    assert len(note.title) <= 200
    assert "why?\n\nWarm it first." in note.text
    assert note.text.endswith(" …")
    assert len(note.text) <= Note.LONGEST_TEXT
    assert "The very end." in signed_in(ada).get(f"/mail/mine/{mail.pk}/").content.decode()


@pytest.mark.parametrize("words", ["x" * 9000, " " * 5000 + "x", "\n" * 3000 + "x", "\u00a0" * 5000 + "x\0y", "ﷺ" * 2000])
def test_no_shape_of_words_breaks_it(comes, address, words):
    assert comes(written(words, subject=ASKED), address).state == "made_own"
    assert 0 < len(Note.objects.get().text) <= Note.LONGEST_TEXT


def test_what_hangs_on_it_stays_with_the_mail(comes, address, ada, signed_in):
    picture = part(
        "R0lGODlhAQABAAAAACw=", "image/gif", Content_Disposition="attachment; filename=lid.gif", Content_Transfer_Encoding="base64"
    )
    mail = comes(with_parts(part(HELPED), picture, subject=ASKED), address)
    assert Note.objects.get().text == HELPED
    page = signed_in(ada).get(f"/mail/mine/{mail.pk}/").content.decode()
    assert "lid.gif" in page
    assert "for 30 days" in page


@pytest.mark.parametrize("by", ["ben@example.org", "stranger@example.net"])
def test_only_from_ones_own_mail_address(comes, address, ben, by):
    mail = comes(written(HELPED, by=by, subject=ASKED), address, by)
    assert (mail.state, mail.reason, Note.objects.count()) == ("waiting", "other_sender", 0)
    assert all(HELPED not in letter.body for letter in sent.outbox)


def test_a_forged_sender_notes_nothing(comes, address, settings):
    settings.MAIL_IN_AUTHSERV = "mx.example.org"
    heads = {"Authentication_Results": "mx.example.org; dmarc=fail header.from=example.org"}
    mail = comes(written(HELPED, subject=ASKED, **heads), address)
    assert (mail.state, mail.reason, Note.objects.count()) == ("waiting", "forged", 0)
    assert sent.outbox == []


def test_a_machine_notes_nothing_and_is_told_nothing(comes, address):
    assert comes(written(HELPED, subject=ASKED, Auto_Submitted="auto-replied"), address).state == "passed_over"
    assert (Note.objects.count(), sent.outbox) == (0, [])


def test_whoever_ends_their_addresses_has_another(address, ada, ben):
    assert read_address(address.upper()).person_id == ada.pk
    of_ben = box_address(ben, "note")
    Renewal.objects.renew(ada)
    assert read_address(address) is None
    assert read_address(box_address(ada, "note")).box == "note"
    assert read_address(of_ben).person_id == ben.pk


def test_the_address_is_for_its_person_and_its_kind_alone(address, ada, ben, repairs):
    local, _at, domain = address.partition("@")
    assert len(local) <= 64
    assert local.startswith("junto+note-")
    word, _dash, seal = local.rpartition("-")
    for other in (f"junto+note-{ben.pk}-{seal}", f"junto+pumps-{ada.pk}-{seal}", f"{word}-{seal[:-1]}{'a' if seal[-1] != 'a' else 'b'}"):
        assert read_address(f"{other}@{domain}") is None
    assert read_address(space_address(repairs)).space_id == repairs.pk


def test_the_pages_of_notes_say_where_to_mail_them_and_nothing_where_no_mail_comes_in(address, ada, signed_in, settings):
    browser = signed_in(ada)
    for path in ("/help/hallway/", "/help/hallway/new/"):
        assert f'value="{address}"' in browser.get(path).content.decode()
    settings.MAIL_IN_ADDRESS = ""
    for path in ("/help/hallway/", "/help/hallway/new/"):
        assert "Note by mail" not in browser.get(path).content.decode()


def test_many_mails_of_ones_own_cost_no_query_more(comes, address, ada, signed_in):
    browser = signed_in(ada)
    comes(written(HELPED, subject=ASKED), address)
    browser.get("/mail/mine/")
    before = queries_of(lambda: browser.get("/mail/mine/"))
    for number in range(3):
        comes(written(HELPED, subject=f"{ASKED} {number}"), address)
    assert queries_of(lambda: browser.get("/mail/mine/")) == before
