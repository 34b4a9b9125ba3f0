"""The query language: nothing that is typed makes search fail, and nothing that is typed brings what its reader may not see."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from junto.posts.models import Post, Thread
from junto.spaces.models import Space
from tests.fuzz.letters import writing

PATHS = ["/search/", "/search/finds/", "/search/similar/", "/search/go/"]
WORDS = [
    *("pump", "pressure", "zebra", "sentence", "team", "no", "attic", "ada", "hum", "leads", "Pumpe", "压力", "½", "don't", "a*"),
    *("AND", "NEAR"),
]
FILTERS = [
    *("in:attic", "in:repairs", 'in:"Attic"', "in:", "-in:repairs", "by:ada", "by:ben", 'by:"Ada Okafor"', "-by:ada", "by:"),
    *("topic:pumps", "is:solved", "is:unanswered", "is:closed", "-is:solved", "type:answer", "type:thread", "type:"),
    *("before:2026-06-01", "after:0001-01-01", "before:9999-12-31", "von:ada", "dans:attic", "thema:pumps"),
    *("kind_space:1", "space:1", "marks:space_1", "title:zebra", "id:1"),
]
SIGNS = [*"\"-()^*:{}|&!%_\\\x00'", '"zebra', '"pump pressure"', "--", "::", "<->"]
JOINED = (" ", "", "\t")
piece = st.one_of(st.sampled_from(WORDS), st.sampled_from(FILTERS), st.sampled_from(SIGNS), writing)
queries = st.tuples(st.sampled_from(JOINED), st.lists(piece, min_size=1, max_size=8)).map(lambda pair: pair[0].join(pair[1]))
LED = re.compile(r'(?:href|value)="/(threads|posts|spaces)/([^/"?#]+)/')


@pytest.fixture
def reader(question, answer, secret, attic, bench, ben, eve, signed_in, work_done):
    """Eve, who belongs nowhere, in a house that holds what is not for her."""
    Thread.objects.open(bench, by=ben, title="Zebra crossing of pumps", source="Pressure, among ourselves.")
    work_done()
    return signed_in(eve)


@pytest.fixture
def visible(reader, eve):
    """What she may be led to."""
    return {
        "threads": {str(number) for number in Thread.objects.visible_to(eve).values_list("pk", flat=True)},
        "posts": {str(number) for number in Post.objects.visible_to(eve).values_list("pk", flat=True)},
        "spaces": {"new", *Space.objects.visible_to(eve).values_list("slug", flat=True)},
    }


def test_whatever_is_looked_for_is_answered_with_what_may_be_seen(rounds, reader, visible):
    @given(queries, st.sampled_from(PATHS))
    def holds(typed: str, path: str) -> None:
        typed = typed.encode("utf-8", "replace").decode()
        answer = reader.get(path, {"words": typed, "title": typed})
        assert answer.status_code == 200
        html = answer.content.decode()
        for kind, number in LED.findall(html):
            assert unescape(number) in visible[kind], (kind, number)
        assert "former team" not in html
        assert "among ourselves" not in html or "among ourselves" in typed

    rounds(holds, 25)
