"""A list of questions comes into a space: from a table, a text or a mailbox; looked at first, told to nobody, brought once."""

from base64 import b64encode
from contextlib import suppress
from datetime import UTC, date, datetime
from random import Random

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from hypothesis import given
from hypothesis import strategies as st

from junto.help.models import Review
from junto.notify.models import InboxItem
from junto.portability.lists.items import Unreadable
from junto.portability.lists.reading import LARGEST, packed, read_list
from junto.portability.lists.taking_in import take_in
from junto.posts.models import Post, Thread

PATH = "/spaces/repairs/list/"
TABLE = """question;answer;topics;date
Why does the press stop at noon?;Its fuse is warm by then.;"presses, fuses";2025-03-31
Where is the ladder?;;;
;An answer to nothing;;
Where is the  LADDER?;Again;;
When was that?;Then.;;2099-01-01
"""
TEXT = """# Questions of the workshop

## Why does the press stop at noon?

Its fuse is **warm** by then.

```
# no heading
```

## Where is the ladder?

"""
MAILS = b"""From karl@example.org Mon Mar 30 09:00:00 2025
Message-ID: <1@example.org>
From: Karl <karl@example.org>
Subject: Press stops at noon
Date: Mon, 31 Mar 2025 09:00:00 +0200

Every day. What is it?

From rosa@example.org Mon Mar 30 10:00:00 2025
Message-ID: <2@example.org>
In-Reply-To: <1@example.org>
From: Rosa <rosa@example.org>
Subject: AW: Press stops at noon

Its fuse is warm by then.

On Mon, 31 Mar 2025, Karl wrote:
> Every day. What is it?

From karl@example.org Mon Mar 30 11:00:00 2025
Subject: Re: Press stops at noon

It was the fuse.

"""


def given_file(name: str, content: str | bytes) -> dict[str, SimpleUploadedFile]:
    return {"file": SimpleUploadedFile(name, content.encode() if isinstance(content, str) else content)}


def bring(client, name: str, content: str | bytes):
    raw = content.encode() if isinstance(content, str) else content
    return client.post(PATH, {"name": name, "packed": packed(raw), "sure": "1"})


def test_a_table_is_looked_at_first_and_each_line_that_is_left_out_is_named(repairs, cleo, signed_in) -> None:
    page = signed_in(cleo).post(PATH, given_file("faq.csv", TABLE)).content.decode()
    assert "Bring in 2 questions" in page
    for line, why in ((4, "There is no question."), (5, "The same question stands further up."), (6, "is no date in the past")):
        assert f"Line {line}:" in page
        assert why in page
    assert not Thread.objects.exists()


def test_what_was_looked_at_is_brought_as_history_in_the_name_of_the_host(repairs, cleo, ada, signed_in, work_done) -> None:
    bring(signed_in(cleo), "faq.csv", TABLE)
    work_done()
    press, ladder = Thread.objects.order_by("title").reverse()
    assert (press.title, press.author, press.opened_at) == ("Why does the press stop at noon?", cleo, datetime(2025, 3, 31, 12, tzinfo=UTC))
    assert sorted(press.topics.values_list("name", flat=True)) == ["fuses", "presses"]
    assert (press.is_solved, press.answer_count, ladder.is_solved, ladder.answer_count) == (True, 1, False, 0)
    assert Review.objects.get().due_at.date() == date(2026, 3, 31)  # a year after it was written, and known at once
    assert "fuse" in signed_in(ada).get("/search/?words=fuse+warm").content.decode()
    assert not InboxItem.objects.exists()


@pytest.mark.parametrize(("name", "content"), [("faq.csv", TABLE), ("faq.md", TEXT), ("help.mbox", MAILS)])
def test_bringing_it_twice_brings_nothing_twice(name, content, repairs, cleo, signed_in) -> None:
    client = signed_in(cleo)
    bring(client, name, content)
    before = Thread.objects.count(), Post.objects.count()
    bring(client, name, content)
    assert (Thread.objects.count(), Post.objects.count()) == before
    assert "here already" in client.post(PATH, given_file(name, content)).content.decode()


def test_a_text_brings_a_question_for_each_heading(repairs) -> None:
    items = read_list("faq.md", TEXT.encode()).items
    assert [(item.line, item.title, list(item.answers)) for item in items] == [
        (3, "Why does the press stop at noon?", ["Its fuse is **warm** by then.\n\n```\n# no heading\n```"]),
        (11, "Where is the ladder?", []),
    ]


def test_a_mailbox_brings_conversations_without_names_or_quotes(repairs, cleo, signed_in) -> None:
    bring(signed_in(cleo), "help.mbox", MAILS)
    [thread] = Thread.objects.all()
    assert (thread.title, thread.answer_count, thread.is_solved) == ("Press stops at noon", 2, False)
    written = "\n".join(Post.objects.values_list("source", flat=True))
    assert "It was the fuse." in written
    for left_out in ("Karl", "rosa", "> Every"):
        assert left_out not in written


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("faq.exe", b"x"),
        ("faq.csv", b""),
        ("faq.csv", b"name;age\nAda;3"),
        ("faq.csv", b"question\n\0"),
        ("faq.md", b"no heading at all"),
        ("help.mbox", b"no mailbox"),
        ("faq.csv", b"question\n" + b"x" * LARGEST),
        ("faq.csv", b'question,answer\nFirst?,one\nSecond?,"begins and\nThird?,is swallowed\n'),
        ("faq.csv", b"question,answer\nPictures?," + b64encode(Random(1).randbytes(720_000))),
    ],
)
def test_a_file_of_which_nothing_can_be_taken_says_why(name, content, repairs, cleo, signed_in) -> None:
    answer = signed_in(cleo).post(PATH, given_file(name, content))
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_whatever_may_be_looked_at_can_be_brought(repairs, cleo, signed_in) -> None:
    rows = "\n".join(f"Question {n}?,{b64encode(Random(n).randbytes(3000)).decode()}" for n in range(200))
    assert bring(signed_in(cleo), "faq.csv", f"question,answer\n{rows}").status_code == 302
    assert Thread.objects.count() == 200


def test_a_reason_is_said_once_with_all_of_its_lines(repairs, cleo, signed_in) -> None:
    rows = "\n".join(f"Question {n}?" for n in range(2000))
    page = signed_in(cleo).post(PATH, given_file("faq.csv", f"question\n{rows}")).content.decode()
    assert page.count("A list brings at most 500 questions.") == 1
    assert "Lines 502, 503, 504, 505, 506, 507, 508, 509 … 2001 (1,500 in all):" in page


def test_a_mailbox_says_what_of_it_is_too_much(repairs) -> None:
    mails = "".join(f"From karl Mon Mar 30 09:00:00 2025\nSubject: Re: Press\n\n{n}\n\n" for n in range(2002)).encode()
    listed = read_list("help.mbox", mails)
    assert [line for line, why in listed.left_out if "2000 mails" in why] == [10001]
    assert "2001" not in "".join(listed.items[0].answers)


def test_a_topic_that_can_be_none_is_named_and_not_lost_without_a_word(repairs) -> None:
    listed = read_list("faq.csv", "question,topics\nWhere is the ladder?,🪜\nWhere is the key?,keys 🔑\n".encode())
    assert [(line, "🪜" in why) for line, why in listed.left_out] == [(2, True)]
    assert [item.topics for item in listed.items] == [["keys 🔑"]]


def test_what_a_spreadsheet_calls_unicode_is_read(repairs) -> None:
    [item] = read_list("faq.csv", "question\tanswer\nWie groß?\tzwölf\n".encode("utf-16")).items
    assert (item.title, item.answers) == ("Wie groß?", ["zwölf"])


def test_what_one_brought_is_not_new_to_oneself(repairs, cleo, ada, signed_in) -> None:
    bring(signed_in(cleo), "faq.csv", TABLE)
    assert "row-new" not in signed_in(cleo).get("/spaces/repairs/threads/").content.decode()
    assert "row-new" in signed_in(ada).get("/spaces/repairs/threads/").content.decode()


@pytest.mark.parametrize("carried", ["", "no base64", packed(b"x")[:-6], packed(b"0" * 50_000_000)])
def test_a_file_that_did_not_arrive_whole_brings_nothing(carried, repairs, cleo, signed_in) -> None:
    assert signed_in(cleo).post(PATH, {"name": "faq.md", "packed": carried, "sure": "1"}).status_code == 422
    assert not Thread.objects.exists()


def test_only_hosts_bring_lists(repairs, ada, cleo, signed_in) -> None:
    assert bring(signed_in(ada), "faq.md", TEXT).status_code == 403
    assert PATH in signed_in(cleo).get("/spaces/repairs/settings/").content.decode()


def test_a_list_of_another_space_is_another_list(repairs, bench, cleo) -> None:
    items = read_list("faq.md", TEXT.encode()).items
    assert (take_in(repairs, items, by=cleo), take_in(bench, items, by=cleo), take_in(bench, items, by=cleo)) == (2, 2, 0)


@given(st.binary(max_size=300), st.sampled_from(["csv", "md", "mbox"]))
def test_whatever_stands_in_a_file_it_is_read_or_refused(raw: bytes, kind: str) -> None:
    for content in (raw, b"question,answer\n" + raw, b"# A?\n" + raw, b"From a\n" + raw):
        with suppress(Unreadable):
            assert all(item.title for item in read_list(f"list.{kind}", content).items)
