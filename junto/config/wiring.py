"""What follows from what, in one table, and what happens at set times. No other place says so."""

from collections.abc import Sequence

from junto.kit.facts import Fact
from junto.kit.privacy.retention import cut_off_old_numbers
from junto.kit.stream.publish import forget_old, publish
from junto.kit.work.listener import Listener
from junto.notify import inbox
from junto.people import facts as people
from junto.people import leaving, letters
from junto.people.sessions import forget_ended_sessions
from junto.portability.sample.welcome import welcome
from junto.posts import facts as posts
from junto.spaces import facts as spaces

FOLLOWS: dict[type[Fact], Sequence[Listener]] = {
    people.OwnershipGiven: [welcome],
    posts.ThreadOpened: [publish],
    posts.PostWritten: [publish, inbox.tell],
    posts.PersonMentioned: [inbox.tell],
    posts.PostEdited: [publish],
    posts.PostDeleted: [publish],
    posts.PostRestored: [publish],
    posts.ThreadDeleted: [publish, inbox.forget],
    posts.ThreadRestored: [publish],
    posts.ThreadRetitled: [publish],
    posts.ThreadClosed: [publish],
    posts.ThreadReopened: [publish],
    posts.ThreadsLinked: [publish],
    posts.AnswerAccepted: [publish, inbox.tell],
    posts.AcceptanceWithdrawn: [publish],
    posts.PostHelped: [publish, inbox.tell],
    spaces.MemberJoined: [publish],
    spaces.MemberLeft: [inbox.forget],
    spaces.SpaceChanged: [inbox.tell, inbox.forget],
    spaces.PersonInvited: [inbox.tell],
    spaces.JoinRequested: [inbox.tell],
    spaces.JoinRequestAnswered: [inbox.tell],
}

TIMETABLE: dict[Listener, str] = {
    forget_old: "17 * * * *",
    cut_off_old_numbers: "11 3 * * *",
    forget_ended_sessions: "23 3 * * *",
    inbox.tidy: "41 2 * * *",
}

BESIDES: Sequence[Listener] = (letters.send_reset_letter, letters.send_address_letter, letters.tell_former_address, leaving.take_out)
"""Work that rooms put off by themselves. It is named here so that every process that works knows it."""
