"""Which five things somebody is given, and why."""

from datetime import timedelta

import pytest

from junto.digest.composing import compose
from junto.digest.models import Edition, Thing
from junto.digest.readers import readers
from junto.digest.reading import issues
from junto.digest.rounds import compose_portion
from junto.digest.week import gather
from junto.kit.clock import now
from junto.people.blocking import block
from junto.posts.models import Thread
from junto.spaces.models import Invitation, Space
from tests.digest import MONDAY, composed, given
from tests.queries import queries_of
from tests.village import person

pytestmark = pytest.mark.django_db


def asked(space, by, title, topics=("pumps",), kind="question"):
    return Thread.objects.open(space, by=by, title=title, source="It hums.", topics=list(topics), kind=kind)


def space_of(line):
    return line.post.thread.space_id


def test_a_question_nobody_answered_reaches_whoever_can_be_asked_about_its_topic(question, eve):
    eve.can_be_asked_about(["pumps"])
    (line,) = given(eve)
    assert (line.title, line.says) == (question.title, "Ada Okafor asks, and nobody has answered yet")
    assert (line.where, line.because, line.person) == ("Repairs", "because you can be asked about pumps", question.author)


def test_an_answer_that_solved_it_reaches_the_others_of_the_space_and_says_who_had_it(answer, ada, cleo):
    answer.accept(by=ada)
    (line,) = given(cleo)
    assert (line.says, line.because) == ("Ben Yılmaz had the answer that solved it", "because you belong to Repairs")
    assert line.url == f"/posts/{answer.pk}/"


def test_what_helped_is_given_with_how_many_it_helped(answer, ada, cleo, mina, eve):
    answer.help(ada)
    assert [line.says for line in given(mina)] == ["What Ben Yılmaz wrote helped somebody"]
    answer.help(eve)
    assert [line.says for line in given(cleo)] == ["What Ben Yılmaz wrote helped 2 people"]


def test_whoever_answered_about_a_topic_hears_of_the_next_question_about_it_elsewhere(question, answer, roasting, dana, ben):
    asked(roasting, dana, "The pump of the roaster hums")
    assert [line.because for line in given(ben)] == ["because you answered about pumps"]


def test_what_somebody_whom_one_follows_shared_is_given_and_says_so(answer, ada, eve):
    answer.accept(by=ada)
    eve.follows.begin(eve, answer.author)
    assert [line.because for line in given(eve)] == ["because you follow Ben Yılmaz"]


def test_the_topic_of_a_space_brings_what_is_written_about_it_elsewhere(repairs, roasting, dana, cleo):
    asked(roasting, dana, "The pump of the roaster hums")
    assert [line.because for line in given(cleo)] == ["because a space of yours is about pumps"]


def test_what_stands_elsewhere_comes_in_a_language_one_speaks(question, eve, dana):
    Thread.objects.filter(pk=question.pk).update(language="en")
    for reader, languages, count in ((eve, ["fr", "pt"], 0), (dana, ["fr", "en"], 1)):
        reader.can_be_asked_about(["pumps"])
        reader.change_profile(languages=languages)
        assert len(given(reader)) == count


def test_one_thing_comes_by_chance_from_where_one_does_not_belong(question, roasting, dana, cleo):
    chance = asked(roasting, dana, "How dark is too dark?", topics=["beans"])
    lines = given(cleo)
    assert [line.because for line in lines] == ["because you belong to Repairs", "by chance: from Roasting"]
    assert lines[-1].title == chance.title


def test_chance_alone_brings_no_letter(question, eve):
    assert given(eve) == []


def test_every_space_is_as_likely_to_be_drawn_by_chance(repairs, roasting, question, dana, cleo, eve):
    loud = Space.objects.start(by=eve, name="Loud", purpose="Much happens.")
    for number in range(20):
        asked(loud, eve, f"Loud {number}", topics=["noise"])
    asked(roasting, dana, "Quiet", topics=["beans"])
    week = gather(MONDAY, now() + timedelta(seconds=1))
    drawn = []
    for number in range(60):
        week = week.__class__(**{**vars(week), "number": number})
        drawn += [thing.thread.space.name for thing in compose(week, *readers([cleo.pk], week)) if thing.why == "chance"]
    assert 15 <= drawn.count("Roasting") <= 45


def test_there_are_five_at_most_and_two_of_a_space_or_that_ask(repairs, roasting, bench, attic, ada, ben, cleo, dana, eve):
    for space, by in ((repairs, ada), (repairs, ben), (bench, ada), (attic, ada), (roasting, dana), (repairs, cleo)):
        for number in range(4):
            asked(space, by, f"Question {number} in {space}", topics=["pumps"])
            asked(space, by, f"Discussion {number} in {space}", kind="discussion")
    for reader in (ada, ben, cleo, eve):
        reader.can_be_asked_about(["pumps"])
        lines = given(reader)
        near = [line for line in lines if line.thing.why != "chance"]
        assert len(lines) <= 5
        assert max(sum(space_of(line) == space for line in near) for space in map(space_of, near)) <= 2
        assert sum(line.thing.kind == "asked" for line in near) <= 2
        assert len({line.person for line in near}) == len(near)


def test_the_same_week_gives_the_same_person_the_same_and_others_something_else(repairs, ada, ben, cleo, mina):
    for number in range(30):
        asked(repairs, ada, f"Question {number}", topics=[])
    week = gather(MONDAY, now())
    people = readers([ben.pk, cleo.pk, mina.pk], week)
    ways = [[[thing.thread_id for thing in compose(week, reader)] for reader in people] for _ in range(3)]
    assert ways[0] == ways[1] == ways[2]
    assert not ways[0][0] == ways[0][1] == ways[0][2]


def test_what_stood_in_one_edition_stands_in_no_later_one(question, cleo, time_machine):
    assert len(given(cleo)) == 1
    time_machine.move_to(now() + timedelta(days=7))
    composed([cleo], MONDAY + timedelta(days=7))
    assert Thing.objects.given_to([cleo.pk]).count() == 1


def test_a_week_with_nothing_is_kept_without_anything_in_it(eve):
    composed([eve])
    assert Edition.objects.get(person=eve).things.count() == 0
    assert not Edition.objects.of(eve).with_something()


def test_a_question_waits_four_weeks_for_somebody_who_knows(question, cleo, time_machine):
    time_machine.move_to(now() + timedelta(days=27))
    assert [line.title for line in given(cleo)] == [question.title]
    time_machine.move_to(now() + timedelta(days=2))
    week = gather(MONDAY, now())
    assert not week.threads


def test_an_invitation_that_ends_soon_is_named_once_and_with_who_invites(question, roasting, dana, cleo, time_machine):
    Invitation.objects.to_person(cleo, space=roasting, by=dana)
    assert "invitation" not in {line.thing.occasion.partition(":")[0] for line in given(cleo)}
    time_machine.move_to(now() + timedelta(days=54))
    Thread.objects.open(question.space, by=question.author, title="Another one", source="It hums.")
    (edition,) = composed([cleo], MONDAY + timedelta(days=49))
    lines = [line for issue in issues([edition], cleo) for line in issue.lines]
    assert (lines[-1].says, lines[-1].person) == ("The invitation to “Roasting” ends soon", dana)


def test_as_many_queries_for_many_as_for_one(repairs, answer, ada, ben, mina, dana):
    week = gather(MONDAY, now())
    one = queries_of(lambda: compose_portion([mina.pk], MONDAY, week))
    others = [person(f"Somebody{number}") for number in range(12)]
    for other in others:
        repairs.add(other)
        other.can_be_asked_about(["pumps"])
    block(others[0], others[1])
    assert queries_of(lambda: compose_portion([each.pk for each in [*others, ada, ben, dana]], MONDAY, week)) == one
    assert Edition.objects.with_something().count() == len(others) + 1
