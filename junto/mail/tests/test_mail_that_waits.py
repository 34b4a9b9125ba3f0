"""What could not be placed waits for an owner, who reads it visibly and asks its sender before anything is posted."""

from datetime import timedelta

import pytest
import time_machine
from django.core import mail as sent

from junto.kit.clock import now
from junto.kit.privacy.erasure import erase
from junto.mail.addresses import reply_address
from junto.mail.incoming.forgetting import forget_mail
from junto.mail.models import IncomingMail, Original
from junto.mail.tests.writing import part, with_parts, written
from junto.people.models import Look
from junto.posts.models import Post


@pytest.fixture
def lost(comes, ada, repairs) -> IncomingMail:
    return comes(written("Which pump <script>hums</script>?", subject="Pumps"), "junto@example.org")


def test_an_owner_reads_it_as_text_and_its_sender_learns_that(lost, olga, ada, signed_in):
    page = signed_in(olga).get(f"/mail/waiting/{lost.pk}/").content.decode()
    assert "&lt;script&gt;hums" in page
    assert "<script>hums" not in page
    [look] = Look.objects.concerning(ada)
    assert (look.kind, look.by) == ("mail", olga)


def test_the_list_names_nobodys_words_and_leaves_no_look(lost, olga, ada, signed_in):
    assert "hums" not in signed_in(olga).get("/mail/waiting/").content.decode()
    assert not Look.objects.concerning(ada).exists()


def test_the_owner_says_where_it_belongs_and_the_sender_posts_it(lost, repairs, olga, ada, signed_in):
    answer = signed_in(olga).post(f"/mail/waiting/{lost.pk}/", {"where": "https://junto.example.org/spaces/repairs/"})
    assert answer.status_code == 302
    assert not Post.objects.exists()
    lost.refresh_from_db()
    assert lost.state == "asking"
    signed_in(ada).post(f"/mail/mine/{lost.pk}/", {"title": "Pumps", "text": "Which pump hums?"})
    assert Post.objects.get().author == ada


def test_it_can_be_an_answer_in_a_conversation(lost, question, olga, ada, signed_in):
    signed_in(olga).post(f"/mail/waiting/{lost.pk}/", {"where": f"/threads/{question.pk}/"})
    signed_in(ada).post(f"/mail/mine/{lost.pk}/", {"text": "Which pump hums?"})
    assert question.posts.get(kind="answer").source == "Which pump hums?"


@pytest.mark.parametrize("where", ["nonsense", "/spaces/attic/", "/spaces/roasting/", "/threads/9999999999999999999/", "/threads/7/"])
def test_only_where_the_owner_reads_and_the_sender_may_write(lost, attic, roasting, olga, signed_in, where):
    answer = signed_in(olga).post(f"/mail/waiting/{lost.pk}/", {"where": where})
    assert answer.status_code == 422
    lost.refresh_from_db()
    assert lost.state == "waiting"


def test_a_mail_of_nobody_here_goes_nowhere(comes, repairs, olga, signed_in):
    mail = comes(written("Buy this.", by="mallory@elsewhere.example"), "junto@example.org", "mallory@elsewhere.example")
    assert signed_in(olga).post(f"/mail/waiting/{mail.pk}/", {"where": "/spaces/repairs/"}).status_code == 422
    assert sent.outbox == []


def test_what_is_thrown_away_is_gone(lost, olga, signed_in):
    signed_in(olga).post(f"/mail/waiting/{lost.pk}/", {"_method": "DELETE"})
    assert not IncomingMail.objects.exists()
    assert not Original.objects.exists()


def test_an_owner_does_not_read_what_found_its_place(comes, question, ben, olga, signed_in):
    mail = comes(written("Look there.", by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")
    assert signed_in(olga).get(f"/mail/waiting/{mail.pk}/").status_code == 404


def test_after_a_month_all_is_gone_but_what_hangs_on_a_post(comes, lost, question, ben):
    comes(written("Look there.", by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")
    attached = with_parts(part("With a picture."), part("MZ, a program", "image/png; name=a.png"), by="ben@example.org")
    kept = comes(attached, reply_address(ben, question.pk), "ben@example.org")
    with time_machine.travel(now() + timedelta(days=29), tick=False):
        forget_mail()
    assert IncomingMail.objects.count() == 3
    with time_machine.travel(now() + timedelta(days=31), tick=False):
        forget_mail()
    assert list(IncomingMail.objects.all()) == [kept]
    assert Original.objects.count() == 1


def test_who_leaves_for_good_takes_their_mails_along(comes, lost, question, ada, ben):
    comes(written("Look there.", by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")
    erase(ada.pk, keep_texts=True)
    assert {mail.person for mail in IncomingMail.objects.all()} == {ben}
