"""Posts carry pictures and files: given while one writes, seen by whoever may read the post, gone with it."""

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from junto.kit.clock import now
from junto.kit.files.limits import PIECE
from junto.kit.files.store import store
from junto.kit.files.tests.given import halves, picture, png_that_says
from junto.kit.models import File, Upload
from junto.people.leaving import leave_for_good
from junto.posts.attached.receiving import forget_unsent, tidy_name
from junto.posts.models import Attachment, Draft, Post, Thread
from junto.spaces.models import Membership
from tests.queries import queries_of

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n"


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path / "uploads"


def named(name: str, content: bytes | None = None) -> SimpleUploadedFile:
    return SimpleUploadedFile(name, PDF if content is None else content)


def photo(name: str = "IMG_1.jpg", size: tuple[int, int] = (400, 300)) -> SimpleUploadedFile:
    return named(name, picture(size=size))


@pytest.fixture
def write(question, signed_in, work_done):
    """Somebody answers with files, in a browser without script."""

    def writes(somebody, *files, text="Look at this.", thread=question, **more) -> Post:
        answer = signed_in(somebody).post(f"/threads/{thread.pk}/posts/", {"text": text, "files": files, **more})
        assert answer.status_code == 302, answer.content.decode()
        work_done()
        return Post.objects.filter(author=somebody).latest("pk")

    return writes


def address_of(post: Post) -> str:
    return f"/files/{post.attachments.get().file}/whole/"


def test_a_form_without_script_brings_pictures_and_files(write, ben, ada, signed_in, question):
    post = write(ben, photo(size=(3000, 1500)), named("Manual.pdf"))
    page = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    shown, kept = post.attachments.order_by("pk")
    assert f'src="/files/{shown.file}/960/" width="640" height="320" alt=""' in page
    assert 'aria-label="Picture 1 of 1"' in page
    assert f'<a href="/files/{kept.file}/whole/" download><bdi>Manual.pdf</bdi></a>' in page
    assert "IMG_1.jpg" not in page


def test_what_is_no_picture_is_only_ever_saved(write, ben, ada, signed_in):
    page = b"<!doctype html><script>alert(1)</script>"
    post = write(ben, named('a"b.html', page))
    answer = signed_in(ada).get(address_of(post))
    assert answer.getvalue() == page
    assert answer.headers["Content-Type"] == "application/octet-stream"
    assert answer.headers["Content-Disposition"].startswith("attachment; filename=")
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert answer.headers["Cache-Control"] == "private, no-cache"


def test_a_picture_is_drawn_anew_and_large_enough_to_be_read(write, ben):
    shown = write(ben, named("screen.png", halves(size=(3000, 1000)))).attachments.get()
    assert (shown.width, shown.height) == (2048, 683)
    assert set(File.objects.get(key=shown.file).lengths) == {"whole", "192", "960"}


def test_a_form_that_is_refused_loses_neither_words_nor_files(question, ben, signed_in, work_done):
    browser, to = signed_in(ben), f"/threads/{question.pk}/posts/"
    again = browser.post(to, {"text": " ", "files": [photo(), named("Manual.pdf")]})
    assert again.status_code == 422
    first, second = Attachment.objects.order_by("pk")
    assert f'name="attached" value="{first.pk}"' in again.content.decode()
    assert "Manual.pdf" in browser.get(f"/threads/{question.pk}/").content.decode()
    given = {"text": "Look.", "attached": [first.pk, second.pk], "off": [second.pk], f"alt-{first.pk}": "A valve,  open"}
    assert browser.post(to, given).status_code == 302
    assert [(each.name, each.alt) for each in Post.objects.latest("pk").attachments.all()] == [("IMG_1.jpg", "A valve, open")]
    assert not Attachment.objects.filter(pk=second.pk).exists()
    assert File.objects.count() == 1


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("setup.pdf", b"MZ" + bytes(200), "is a program"),
        ("cut.gif", picture("GIF") + b"<script>x", "something else at once"),
        ("nothing.txt", b"", "is empty"),
        ("bomb.png", png_that_says(50_000, 50_000), "too many points"),
    ],
)
def test_what_is_not_taken_is_said_and_keeps_the_rest(name, content, why, question, ben, signed_in):
    browser, to = signed_in(ben), f"/threads/{question.pk}/posts/"
    page = browser.post(to, {"text": "Look at this.", "files": [named("Manual.pdf"), named(name, content)]})
    assert page.status_code == 422
    assert name in page.content.decode()
    assert why in page.content.decode()
    assert "Look at this." in page.content.decode()
    assert [each.name for each in Attachment.objects.all()] == ["Manual.pdf"]


def test_what_turns_out_to_be_damaged_is_said_where_it_stands(write, ben, ada, signed_in, question):
    write(ben, named("cut.png", halves("JPEG", (800, 800))[:900]))
    page = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    assert "<bdi>cut.png</bdi>" in page
    assert "may be damaged or cut off" in page


def test_more_than_ten_do_not_go_along(question, ben, signed_in):
    browser, to = signed_in(ben), f"/threads/{question.pk}/posts/"
    page = browser.post(to, {"text": "All of them.", "files": [named(f"{number}.pdf") for number in range(11)]})
    assert (page.status_code, "At most 10 files" in page.content.decode()) == (422, True)
    assert not Post.objects.filter(author=ben).exists()
    numbers = list(Attachment.objects.values_list("pk", flat=True))
    assert browser.post(to, {"text": "All of them.", "attached": numbers, "off": numbers[:1]}).status_code == 302
    assert Post.objects.get(author=ben).attachments.count() == 10


def test_who_may_not_read_the_post_does_not_get_its_file(bench, ada, ben, cleo, eve, signed_in, write, work_done):
    thread = Thread.objects.open(bench, by=ada, title="Half a thought", source="About valves.")
    at = address_of(write(ben, photo(), thread=thread))
    assert signed_in(ada).get(at).status_code == 200
    assert signed_in(eve).get(at).status_code == 404
    assert Client().get(at).status_code == 302
    Membership.objects.filter(person=ada, space=bench).delete()
    assert signed_in(ada).get(at).status_code == 404


def test_a_deleted_post_has_no_files_and_undo_brings_them_back(write, ben, ada, signed_in, question, cleo):
    post = write(ben, photo())
    at, browser = address_of(post), signed_in(ada)
    for thing, by in ((post, ben), (question, cleo)):
        thing.delete_softly(by=by)
        assert browser.get(at, headers={"if-none-match": "*"}).status_code == 404
        thing.restore(by=by)
        assert browser.get(at).status_code == 200


def test_a_comment_under_a_deleted_answer_has_no_files_either(answer, ada, ben, signed_in, work_done):
    signed_in(ada).post(f"/posts/{answer.pk}/comments/", {"text": "Mine.", "files": [photo()]})
    work_done()
    at = address_of(Post.objects.latest("pk"))
    assert signed_in(ben).get(at).status_code == 200
    answer.delete_softly(by=ben)
    assert signed_in(ben).get(at).status_code == 404


def test_what_waits_with_a_draft_is_seen_by_its_writer_alone(question, ben, ada, cleo, signed_in, work_done):
    browser = signed_in(ben)
    browser.post(f"/threads/{question.pk}/posts/", {"text": " ", "files": [photo()]})
    work_done()
    waiting = Attachment.objects.get()
    assert browser.get(f"/files/{waiting.file}/192/").status_code == 200
    for other in (ada, cleo):
        assert signed_in(other).get(f"/files/{waiting.file}/192/").status_code == 404
        assert signed_in(other).get(f"/attachments/{waiting.pk}/").status_code == 404
        assert signed_in(other).post(f"/attachments/{waiting.pk}/", {"alt": "Mine"}).status_code == 404


def test_a_file_of_somewhere_else_does_not_go_along(write, question, ben, ada, discussion, signed_in):
    there = write(ben, photo()).attachments.get()
    browser = signed_in(ada)
    browser.post(f"/threads/{discussion.pk}/posts/", {"text": " ", "files": [photo()]})
    elsewhere = Attachment.objects.get(post=None)
    for number in (there.pk, elsewhere.pk, 987_654):
        page = browser.post(f"/threads/{question.pk}/posts/", {"text": "Mine now.", "attached": number})
        assert (page.status_code, "not here any more" in page.content.decode()) == (422, True)
    assert not Post.objects.filter(source="Mine now.").exists()
    there.refresh_from_db()
    assert there.post.author == ben


def test_nobody_takes_off_or_describes_what_others_gave(write, ben, ada, signed_in, question):
    there = write(ben, photo()).attachments.get()
    signed_in(ada).post(f"/threads/{question.pk}/posts/", {"text": "Mine.", "off": there.pk, f"alt-{there.pk}": "Ugly"})
    there.refresh_from_db()
    assert (there.alt, there.file != "") == ("", True)


def test_editing_adds_and_takes_off_and_the_history_says_so(write, ben, signed_in, work_done, question, ada):
    post = write(ben, photo(), named("Old.pdf"))
    old = post.attachments.get(name="Old.pdf")
    browser = signed_in(ben)
    assert "Old.pdf" in browser.get(f"/posts/{post.pk}/edit/").content.decode()
    browser.post(f"/posts/{post.pk}/edit/", {"text": post.source, "version": "first", "off": old.pk, "files": [named("New.pdf")]})
    work_done()
    page = signed_in(ada).get(f"/threads/{question.pk}/").content.decode()
    assert ("New.pdf" in page, "Old.pdf" in page) == (True, False)
    assert not File.objects.filter(key=old.file).exists()
    assert not [thing for thing in store().listed() if old.file in thing.name]
    history = browser.get(f"/posts/{post.pk}/history/").content.decode()
    assert "Old.pdf" in history
    assert "New.pdf" in history


def test_an_edit_that_changes_nothing_is_none(write, ben, signed_in):
    post = write(ben, photo())
    signed_in(ben).post(f"/posts/{post.pk}/edit/", {"text": post.source, f"alt-{post.attachments.get().pk}": ""})
    post.refresh_from_db()
    assert post.edited_at is None


def test_sent_twice_by_mistake_it_comes_once_and_with_another_file_twice(write, ben):
    first, second = write(ben, photo()), write(ben, photo())
    assert first == second
    assert Attachment.objects.count() == 1
    assert write(ben, photo("IMG_2.jpg")) != first


def test_sent_again_under_its_mark_it_comes_once(question, ben, signed_in):
    browser, to = signed_in(ben), f"/threads/{question.pk}/posts/"
    browser.post(to, {"text": " ", "files": [photo()]})
    number = Attachment.objects.get().pk
    mark = {"Junto-Sending": "12345678-1234-1234-1234-123456789abc"}
    said = [browser.post(to, {"text": "Look.", "attached": number}, headers=mark).json() for _ in range(2)]
    assert [each["before"] for each in said] == [False, True]
    assert Post.objects.get(author=ben).attachments.get().pk == number


def upload(browser: Client, content: bytes) -> str:
    key = browser.post("/files/uploads/", {"mark": "1", "size": len(content)}).json()["key"]
    for start in range(0, len(content), PIECE):
        piece = content[start : start + PIECE]
        place = {"content-range": f"bytes {start}-{start + len(piece) - 1}/{len(content)}"}
        browser.post(f"/files/uploads/{key}/", piece, "application/octet-stream", headers=place)
    return key


def test_a_script_sends_it_while_one_writes(question, ben, signed_in, work_done):
    browser = signed_in(ben)
    key = upload(browser, picture("PNG", (600, 600)))
    row = browser.post("/attachments/", {"upload": key, "name": "C:\\fakepath\\valve.png", "draft_key": f"thread-{question.pk}"})
    waiting = Attachment.objects.get()
    assert f'name="attached" value="{waiting.pk}"' in row.content.decode()
    assert "<bdi>valve.png</bdi>" in row.content.decode()
    assert not Upload.objects.exists()
    browser.post(f"/attachments/{waiting.pk}/", {"alt": "A valve"})
    work_done()
    again = browser.get(f"/attachments/{waiting.pk}/").content.decode()
    assert 'value="A valve"' in again
    assert "/192/" in again
    assert browser.post("/attachments/", {"upload": key, "name": "x", "draft_key": "ask"}).status_code == 422
    assert browser.post("/attachments/", {"upload": key, "name": "x", "draft_key": "else"}).status_code == 422


def test_a_draft_keeps_its_files_and_what_nobody_writes_any_more_goes(ben, signed_in, work_done, question):
    browser = signed_in(ben)
    for place in ("/ask/", f"/threads/{question.pk}/posts/"):
        browser.post(place, {"title": "", "text": " ", "files": [named("Manual.pdf")]})
    work_done()
    Draft.objects.keep(ben, "ask", {"title": "Which valve?"})
    Attachment.objects.update(at=now() - timedelta(days=8))
    forget_unsent()
    assert [each.draft for each in Attachment.objects.all()] == ["ask"]
    assert "Manual.pdf" in browser.get("/ask/").content.decode()
    browser.delete("/drafts/ask/")
    work_done()
    assert not Attachment.objects.exists()
    assert list(store().listed()) == []


def test_a_question_is_asked_with_a_picture(ben, repairs, signed_in, work_done):
    given = {"title": "What is this?", "text": "", "kind": "question", "space": "repairs", "files": [photo()]}
    page = signed_in(ben).post("/ask/", given, follow=True)
    work_done()
    assert "is being made ready" in page.content.decode()
    assert Post.objects.get(kind="opening").attachments.get().is_picture


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("..\\..\\etc/passwd", "passwd"),
        ("evil\u202egpj.exe", "evilgpj.exe"),
        ("a\r\nSet-Cookie: x.pdf", "a Set-Cookie: x.pdf"),
        ("\u2800", "file"),
        ("x" * 500 + ".pdf", "x" * 116 + ".pdf"),
        ("...", "file"),
        ("<script>.html", "<script>.html"),
    ],
)
def test_names_are_only_words(name, kept):
    assert tidy_name(name) == kept


def test_files_cost_a_thread_page_no_query(write, ben, ada, signed_in, question):
    write(ben)
    browser = signed_in(ada)
    path = f"/threads/{question.pk}/"
    browser.get(path)
    before = queries_of(lambda: browser.get(path))
    for number in range(3):
        write(ben, photo(), named("Manual.pdf"), text=f"Look, {number}.")
    browser.get(path)
    assert queries_of(lambda: browser.get(path)) == before


def test_somebody_finds_a_post_by_the_name_of_its_file(write, ben, ada, signed_in):
    write(ben, named("Torque-table.pdf"))
    assert "Look at this." in signed_in(ada).get("/search/?words=torque").content.decode()


@pytest.mark.parametrize("keep_texts", [True, False])
def test_whoever_leaves_for_good_takes_their_files_along_if_they_wish(keep_texts, write, ben, ada, signed_in, work_done, question):
    post = write(ben, photo())
    at = address_of(post)
    signed_in(ben).post(f"/threads/{question.pk}/posts/", {"text": " ", "files": [named("unsent.pdf")]})
    leave_for_good(ben, by=ben, keep_texts=keep_texts)
    work_done()
    assert signed_in(ada).get(at).status_code == (200 if keep_texts else 404)
    assert not Attachment.objects.filter(post=None).exists()
    assert bool(list(store().listed())) is keep_texts
