"""What follows from what, in one table, and what happens at set times. No other place says so."""

from collections.abc import Sequence

from junto.kit.facts import Fact
from junto.kit.privacy.retention import cut_off_old_numbers
from junto.kit.stream.publish import forget_old, publish
from junto.kit.text import facts as text
from junto.kit.work.listener import Listener
from junto.notify import inbox
from junto.people import facts as people
from junto.people import leaving, letters
from junto.people.sessions import forget_ended_sessions
from junto.portability.sample import carriers
from junto.portability.sample.welcome import welcome
from junto.posts import facts as posts
from junto.posts.deleted_things import forget_deleted
from junto.search.indexing import refresh
from junto.spaces import facts as spaces

FOLLOWS: dict[type[Fact], Sequence[Listener]] = {
    text.TextsRedrawn: [refresh],
    people.OwnershipGiven: [welcome],
    people.PersonJoined: [refresh],
    people.ProfileChanged: [refresh],
    people.PersonDeactivated: [refresh],
    people.PersonReturned: [refresh],
    posts.ThreadOpened: [publish, refresh],
    posts.PostWritten: [publish, inbox.tell, refresh],
    posts.PersonMentioned: [inbox.tell],
    posts.PostEdited: [publish, refresh],
    posts.PostDeleted: [publish, refresh],
    posts.PostRestored: [publish, refresh],
    posts.ThreadDeleted: [publish, inbox.forget, refresh],
    posts.ThreadRestored: [publish, refresh],
    posts.ThreadRetitled: [publish, refresh],
    posts.ThreadClosed: [publish, refresh],
    posts.ThreadReopened: [publish, refresh],
    posts.ThreadsLinked: [publish],
    posts.AnswerAccepted: [publish, inbox.tell, refresh],
    posts.AcceptanceWithdrawn: [publish, refresh],
    posts.PostHelped: [publish, inbox.tell, refresh],
    spaces.SpaceStarted: [refresh],
    spaces.MemberJoined: [publish],
    spaces.MemberLeft: [inbox.forget],
    spaces.SpaceChanged: [inbox.tell, inbox.forget, refresh],
    spaces.PersonInvited: [inbox.tell],
    spaces.JoinRequested: [inbox.tell],
    spaces.JoinRequestAnswered: [inbox.tell],
}

TIMETABLE: dict[Listener, str] = {
    forget_old: "17 * * * *",
    cut_off_old_numbers: "11 3 * * *",
    forget_ended_sessions: "23 3 * * *",
    inbox.tidy: "41 2 * * *",
    forget_deleted: "53 3 * * *",
}

BESIDES: Sequence[Listener] = (
    letters.send_reset_letter,
    letters.send_address_letter,
    letters.tell_former_address,
    leaving.take_out,
    carriers.let_in,
    carriers.take_out,
)
"""Work that rooms put off by themselves. It is named here so that every process that works knows it."""
