"""Messages for chats: in the shape each of them wants, and with nothing in them that somebody else put there to be more than words."""

import json
import re
from dataclasses import replace
from urllib.parse import parse_qs

import jsonschema
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from junto.interop.chat.destination import Destination
from junto.interop.chat.message import ChatMessage
from junto.interop.chat.products import PRODUCTS
from junto.interop.chat.products.mattermost import in_markdown
from junto.interop.tests.schemas import LARGEST_TEAMS, MATTERMOST, SLACK, TEAMS, ZULIP, adaptive_card
from tests.shared import DATA

LINK = "https://junto.example.org/threads/7/"
TO = Destination("https://chat.example.org/hooks/1", "bot@chat.example.org:key", "junto", "Repairs")
CHECKED = {
    name: jsonschema.Draft202012Validator(schema) for name, schema in {"slack": SLACK, "mattermost": MATTERMOST, "teams": TEAMS}.items()
}
CARD, ZULIP_MESSAGE = jsonschema.Draft6Validator(adaptive_card()), jsonschema.Draft202012Validator(ZULIP)
READER = MarkdownIt("commonmark", {"linkify": True}).enable(["linkify", "strikethrough", "table"])
MENTION = re.compile(r"@(?=[A-Za-z*_])|(?<!\S)[~#](?=\w)|:[a-z0-9_+-]+:")


def hostile() -> list[str]:
    folder = DATA / "hostile"
    if not folder.exists():
        return []
    return [*json.loads((folder / "naughty-strings.json").read_text()), *(folder / "xss.txt").read_text().splitlines()]


AIMED = [
    *("@channel", "@all hello", "@here", "<!channel>", "<!subteam^S1|x>", "<@U123>", "@**all**", "@_**Ada**", "@*staff*", "#**general**"),
    *("[our bank](https://evil.example)", "<https://evil.example|our bank>", "](https://evil.example)", "![x](https://evil.example/x.png)"),
    *("```\n@all\n```", "`", "~~~", "/poll x", "$$x$$", "<time:2026-01-01>", "\u202ekcab\u202c", "a\n\n# Big\n\n---\n| a | b |\n|--|--|\n"),
    *(
        "evil.example",
        "www.evil.example",
        "mailto:x@evil.example",
        "<at>everyone</at>",
        "{{x}}",
        ":smile:",
        "~town-square",
        "\\",
        "&lt;!here&gt;",
    ),
]
WORDS = st.one_of(st.sampled_from(AIMED + hostile()), st.text(max_size=400), st.lists(st.sampled_from(AIMED), max_size=4).map("".join))


def told(*words: str) -> ChatMessage:
    head, title, text = words
    return replace(ChatMessage.short(head, title, text, "/threads/7/"), url=LINK)


@settings(max_examples=30)
@given(WORDS, WORDS, WORDS)
@example(*AIMED[:3])
def test_whatever_people_write_it_is_words_and_nothing_more(head, title, text):
    message = told(f"x{head}", title, text)
    for name, product in PRODUCTS.items():
        CHECKS[name](product.parcel(message, TO).body)


def test_none_of_what_was_made_to_do_harm_does():
    """In Markdown, that is: the other chats are given plain text in a place of its own."""
    lines = [*AIMED, *hostile()]
    for three in zip(lines[::3], lines[1::3], lines[2::3], strict=False):
        check_markdown(in_markdown(told(f"x{three[0]}", *three[1:])))


def check_slack(body: bytes) -> None:
    message = json.loads(body)
    CHECKED["slack"].validate(message)
    *lines, link = message["blocks"]
    assert {line["text"]["type"] for line in lines} <= {"plain_text"}
    assert link["elements"] == [{"type": "mrkdwn", "text": f"<{LINK}|Read on in Junto>", "verbatim": True}]
    assert not set("<>") & set(message["text"])


def check_teams(body: bytes) -> None:
    message = json.loads(body)
    CHECKED["teams"].validate(message)
    card = message["attachments"][0]["content"]
    CARD.validate(card)
    assert len(body) < LARGEST_TEAMS
    assert {line["type"] for line in card["body"]} <= {"RichTextBlock"}, "anything else would be read as Markdown"
    assert [action["url"] for action in card["actions"]] == [LINK]


def check_mattermost(body: bytes) -> None:
    message = json.loads(body)
    CHECKED["mattermost"].validate(message)
    check_markdown(message["text"])


def check_zulip(body: bytes) -> None:
    message = {name: value[0] for name, value in parse_qs(body.decode()).items()}
    ZULIP_MESSAGE.validate(message)
    assert not message["content"].startswith("/")
    check_markdown(message["content"])


def check_markdown(text: str) -> None:
    above, _, below = text.rpartition("\n\n")
    assert below == f"[Read on in Junto]({LINK})"
    assert not MENTION.search(above)
    read = READER.parse(text)
    pieces = [piece for block in read for piece in block.children or ()]
    assert [piece.attrs["href"] for piece in pieces if piece.type == "link_open"] == [LINK]
    assert not {"code_inline", "image", "html_inline"} & {piece.type for piece in pieces}
    assert not {"fence", "code_block", "html_block", "heading_open", "table_open"} & {block.type for block in read}


CHECKS = {"slack": check_slack, "teams": check_teams, "mattermost": check_mattermost, "zulip": check_zulip}


def test_a_long_text_is_cut_and_the_link_stays():
    message = told("Ada asked in Repairs", "w" * 500, "word " * 2000)
    for product in PRODUCTS.values():
        body = product.parcel(message, TO).body
        assert len(body) < 2_500
        assert b"threads%2F7" in body or b"/threads/7/" in body


def test_zulip_is_told_in_a_topic_or_in_private():
    message = told("Ada asked", "Why", "")
    public = PRODUCTS["zulip"].parcel(message, TO)
    assert public.address == "https://chat.example.org/api/v1/messages"
    assert public.headers["Authorization"].startswith("Basic ")
    private = parse_qs(PRODUCTS["zulip"].parcel(message, Destination(TO.address, TO.key, "ada@example.org")).body.decode())
    assert (private["type"], private["to"]) == (["direct"], ['["ada@example.org"]'])


@pytest.mark.parametrize("form", list(PRODUCTS))
def test_a_chat_is_told_briefly_who_asked_what_in_its_language(hook, receiver, repairs, ada, work_done, form):
    from junto.posts.models import Thread

    hook(form=form, language="de")
    Thread.objects.open(repairs, by=ada, title="Why does it hum", source="All night.")
    work_done()
    body = receiver.came[0].body.decode()
    shown = parse_qs(body)["content"][0] if form == "zulip" else json.dumps(json.loads(body), ensure_ascii=False)
    assert all(word in shown for word in ("Ada Okafor", "Why does it hum", "All night", "https://junto.example.org/posts/"))
