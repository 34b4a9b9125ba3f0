"""What hangs on a mail goes along with its words; what cannot is said, and decoration stays behind."""

import base64
import io

import pytest
from django.core import mail as sent
from PIL import Image

from junto.kit.files.tests.given import picture
from junto.mail.addresses import reply_address, space_address
from junto.mail.models import IncomingMail
from junto.mail.tests.writing import part, with_parts
from junto.posts.models import Attachment, Post
from junto.posts.notices import AnswerGiven


def noise(side: int = 200) -> bytes:
    """A picture of more than a few bytes."""
    file = io.BytesIO()
    Image.effect_noise((side, side), 90).save(file, "PNG")
    return file.getvalue()


def hung(content: bytes, kind: str, how: str = "attachment", **heads: str) -> bytes:
    return part(base64.encodebytes(content).decode(), kind, Content_Transfer_Encoding="base64", Content_Disposition=how, **heads)


@pytest.fixture
def answered(comes, question, ben):
    """Ben answers by mail with these parts."""

    def answers(*parts: bytes, words: str = "See the picture.") -> IncomingMail:
        return comes(with_parts(part(words), *parts, by="ben@example.org"), reply_address(ben, question.pk), "ben@example.org")

    return answers


def test_pictures_and_files_of_a_mail_stand_in_the_post(answered, signed_in, ada):
    mail = answered(hung(picture(), "image/jpeg; name=valve.jpg"), hung(b"%PDF-1.7", 'application/pdf; name="../a/Manual.pdf"'))
    names = [(each.name, each.is_picture, each.by_id) for each in mail.post.attachments.order_by("pk")]
    assert names == [("valve.jpg", True, mail.person_id), ("_a_Manual.pdf", False, mail.person_id)]
    assert signed_in(ada).get(f"/files/{mail.post.attachments.first().file}/whole/").status_code == 200
    assert sent.outbox == []


def test_a_question_by_mail_brings_its_files(comes, repairs, ada, settings, signed_in):
    raw = with_parts(part("What is this?"), hung(picture(), "image/jpeg; name=valve.jpg"))
    mail = comes(raw, space_address(repairs))
    assert mail.state == "asking"
    assert not Attachment.objects.exists()
    signed_in(ada).post(f"/mail/mine/{mail.pk}/", {"title": "What is this?", "text": "It hums."})
    assert [each.name for each in Post.objects.get(kind="opening", source="It hums.").attachments.all()] == ["valve.jpg"]


def test_what_cannot_go_along_is_said_with_its_reason(answered, signed_in, ben):
    many = [hung(b"%PDF-1.7", f"application/pdf; name={number}.pdf") for number in range(10)]
    mail = answered(hung(b"MZ" + bytes(99), "application/pdf; name=setup.pdf"), *many, hung(b"x", "text/x; name=last.txt"))
    assert mail.post.attachments.count() == 10
    page = signed_in(ben).get(f"/mail/mine/{mail.pk}/").content.decode()
    for said in (sent.outbox[0].body, page):
        assert "setup.pdf: This file is a program." in said
        assert "last.txt: At most 10 files" in said


def test_words_that_cannot_be_posted_leave_no_files(answered, question, ada):
    question.close(by=ada)
    assert answered(hung(picture(), "image/jpeg; name=valve.jpg")).state == "given_back"
    assert not Attachment.objects.exists()


def test_a_letter_says_how_much_goes_along_and_attaches_nothing(answered, ada):
    post = answered(hung(picture(), "image/jpeg; name=a.jpg"), hung(b"%PDF-1.7", "application/pdf; name=a.pdf")).post
    words = AnswerGiven.registry["answer"].words([post.pk], ada)[post.pk]
    assert words.plain == "See the picture.\n\n1 picture and 1 file"
    assert f'<a href="/posts/{post.pk}/">1 picture and 1 file</a>' in words.html


HTML = """<p>Look: <img src="cid:shown"></p><div class="gmail_signature"><img src="cid:logo"></div><img src="cid:dot">
<blockquote><img src="cid:quoted"></blockquote><div id="divRplyFwdMsg"></div><p><img src="cid:outlook"></p>"""


def test_logos_and_what_is_quoted_are_left_out_and_what_stands_between_the_words_is_not(answered):
    inline = {"shown": noise(), "logo": noise(), "dot": picture(size=(9, 9)), "quoted": noise(), "outlook": noise(), "loose": noise()}
    pictures = [hung(content, f"image/png; name={name}.png", "inline", Content_ID=f"<{name}>") for name, content in inline.items()]
    mail = answered(part(HTML, "text/html"), *pictures)
    assert {each.name for each in mail.post.attachments.all()} == {"shown.png", "loose.png"}
    assert (mail.attachments, mail.carried, mail.left_behind) == (6, 6, [])
