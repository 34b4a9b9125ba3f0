"""What follows from what, in one table, and what happens at set times. No other place says so."""

from collections.abc import Sequence

from junto.digest import letter as digest
from junto.digest import rounds
from junto.help import facts as help_facts
from junto.help.asking import routing
from junto.help.asking.forgetting import forget_requests
from junto.help.asking.suggesting import suggest
from junto.help.hallway import ending as hallway
from junto.help.holding import listening as holding
from junto.help.holding import planning as reviews
from junto.help.outcomes import listening as outcomes
from junto.help.waiting import listening as waiting
from junto.interop import facts as interop
from junto.interop.chat import reaching as chat
from junto.interop.chat.asking import later_on
from junto.interop.chat.forgetting import forget_unfinished
from junto.interop.personal import ending
from junto.interop.webhooks import sending as webhooks
from junto.kit.backup.scheduled.looking import back_up, forget_backups_made
from junto.kit.facts import Fact
from junto.kit.files import forgetting, preparing, sweeping
from junto.kit.privacy.freed import empty_journal
from junto.kit.privacy.retention import cut_off_old_numbers, forget_dead
from junto.kit.stream.publish import forget_old, publish
from junto.kit.text import facts as text
from junto.kit.work.listener import Listener
from junto.mail import facts as mail
from junto.mail.incoming import forgetting as mail_forgetting
from junto.mail.incoming import giving_back, placing
from junto.mail.incoming.mailbox import empty_mailbox
from junto.mail.letters import send_proof_letter
from junto.mail.out.following import follow_address, follow_bounce
from junto.notify import calling, inbox, looked_at
from junto.operating import dead_work
from junto.operating.letters import send_test_letter
from junto.operating.looking import look_outside
from junto.people import facts as people
from junto.people import leaving, letters, sealing_anew, signing_up
from junto.people.limits import forget_tries
from junto.people.looks import forget_looks
from junto.people.sessions import forget_ended_sessions
from junto.portability.sample import carriers
from junto.portability.sample.welcome import welcome
from junto.posts import facts as posts
from junto.posts.attached.receiving import forget_unsent
from junto.posts.cards import looking as cards
from junto.posts.deleted_things import forget_deleted
from junto.posts.marks import forget_marks
from junto.push import calling as browsers
from junto.search import indexing
from junto.search.meaning import placing as meaning
from junto.spaces import facts as spaces
from junto.spaces.inviting import forget_invitations
from junto.spaces.letters import send_invitation
from junto.topics import facts as topics

FOLLOWS: dict[type[Fact], Sequence[Listener]] = {
    text.TextsRedrawn: [indexing.refresh],
    topics.TopicMerged: [indexing.follow_merge],
    people.OwnershipGiven: [welcome],
    people.PersonJoined: [indexing.refresh],
    people.ProfileChanged: [indexing.refresh],
    people.AddressTaken: [follow_address],
    people.PersonDeactivated: [indexing.refresh, ending.end_addresses],
    people.PersonReturned: [indexing.refresh],
    people.PersonErased: [indexing.tidy, empty_journal],
    posts.ThreadOpened: [publish, inbox.tell, indexing.refresh, webhooks.follow, routing.set_out],
    posts.PostWritten: [publish, inbox.tell, indexing.refresh, webhooks.follow, later_on.bring_back, outcomes.somebody_answered],
    posts.PersonMentioned: [inbox.tell],
    posts.PostEdited: [publish, indexing.refresh, holding.brought_up_to_date],
    posts.CardsChanged: [publish, indexing.refresh],
    posts.FilesChanged: [publish],
    posts.PostDeleted: [publish, indexing.refresh, webhooks.follow],
    posts.PostRestored: [publish, indexing.refresh],
    posts.ThreadDeleted: [publish, inbox.forget, indexing.refresh, webhooks.follow],
    posts.ThreadRestored: [publish, indexing.refresh],
    posts.ThreadRetitled: [publish, indexing.refresh],
    posts.ThreadClosed: [publish, indexing.refresh, webhooks.follow],
    posts.ThreadReopened: [publish, indexing.refresh, webhooks.follow],
    posts.ThreadsLinked: [publish, indexing.refresh],
    posts.ThreadsUnlinked: [publish, indexing.refresh],
    posts.AnswerAccepted: [publish, inbox.tell, indexing.refresh, webhooks.follow, later_on.bring_back, outcomes.try_it],
    posts.AcceptanceWithdrawn: [publish, indexing.refresh],
    posts.PostOutdated: [publish, indexing.refresh, holding.looked_at],
    posts.OutdatedTakenBack: [publish, indexing.refresh],
    posts.PostsHelpedBefore: [indexing.refresh],
    posts.PostHelped: [publish, inbox.tell, indexing.refresh],
    posts.AnswerReused: [indexing.refresh],
    posts.ReuseTakenBack: [indexing.refresh],
    help_facts.OutcomeAsked: [inbox.tell],
    help_facts.OutcomeSaid: [publish, inbox.tell, outcomes.stop_asking],
    help_facts.OutcomeTakenBack: [publish],
    help_facts.QuestionWaited: [inbox.tell],
    help_facts.AnswerVerified: [publish, holding.looked_at],
    help_facts.VerificationTakenBack: [publish],
    help_facts.AnswerDoubted: [inbox.tell, holding.asked_about],
    help_facts.RelianceEnded: [inbox.tell],
    mail.MailBounced: [follow_bounce],
    spaces.SpaceStarted: [indexing.refresh],
    spaces.MemberJoined: [publish],
    spaces.HiddenSpaceJoined: [inbox.tell],
    spaces.MemberLeft: [inbox.forget],
    spaces.RoleChanged: [inbox.tell],
    spaces.SpaceChanged: [inbox.tell, inbox.forget, indexing.refresh],
    spaces.PersonInvited: [inbox.tell],
    spaces.JoinRequested: [inbox.tell],
    spaces.JoinRequestAnswered: [inbox.tell],
    mail.AddressClosed: [inbox.tell],
    help_facts.PartnerAsked: [inbox.tell],
    help_facts.PartnerAgreed: [inbox.tell],
    help_facts.NoteShared: [publish],
    help_facts.NeedSaid: [publish, indexing.refresh],
    help_facts.NeedChanged: [publish, inbox.tell, indexing.refresh],
    help_facts.NeedReopened: [publish, indexing.refresh],
    help_facts.HelpOffered: [publish, inbox.tell],
    help_facts.NeedEnded: [publish, indexing.refresh],
    help_facts.PersonAsked: [inbox.tell],
    interop.WebhookSetUp: [publish],
    interop.WebhookEnded: [publish],
    interop.WebhookStopped: [inbox.tell],
}

TIMETABLE: dict[Listener, str] = {
    forget_old: "17 * * * *",
    cut_off_old_numbers: "11 3 * * *",
    forget_dead: "13 3 * * *",
    forget_invitations: "43 3 * * *",
    forget_ended_sessions: "23 3 * * *",
    forget_tries: "29 * * * *",
    sealing_anew.seal_anew: "47 3 * * *",
    forget_looks: "37 3 * * *",
    inbox.tidy: "41 2 * * *",
    rounds.begin_round: "2 * * * *",
    rounds.tidy: "49 2 * * *",
    calling.catch_up: "*/5 * * * *",
    calling.tidy_calls: "47 2 * * *",
    looked_at.look_back: "9 * * * *",
    forget_deleted: "53 3 * * *",
    forget_marks: "57 3 * * *",
    forget_unsent: "51 3 * * *",
    cards.forget_unused: "37 * * * *",
    sweeping.sweep_rows: "29 * * * *",
    sweeping.sweep_store: "7 4 * * *",
    indexing.tidy: "19 4 * * *",
    meaning.place: "*/5 * * * *",
    empty_journal: "31 4 * * *",
    back_up: "*/10 * * * *",
    forget_backups_made: "37 4 1 * *",
    look_outside: "*/10 * * * *",
    dead_work.forget_set_aside: "37 3 * * *",
    mail_forgetting.forget_mail: "47 3 * * *",
    outcomes.ask_due: "*/10 * * * *",
    waiting.tell_hosts: "*/10 * * * *",
    holding.tell_who_relied: "*/10 * * * *",
    reviews.plan_reviews: "7 3 * * *",
    empty_mailbox: "* * * * *",
    webhooks.forget_deliveries: "47 3 * * *",
    forget_unfinished: "51 * * * *",
    hallway.end_first_looks: "*/10 * * * *",
    hallway.forget_deleted_notes: "33 * * * *",
    forget_requests: "34 * * * *",
    suggest: "21 3 * * *",
}

EVEN_AFTER_A_LEAP: Sequence[Listener] = (back_up,)
"""What is done at its time though the clock leapt. Everything else cleans up by age, and waits until one can believe the clock."""

BESIDES: Sequence[Listener] = (
    letters.send_reset_letter,
    letters.send_address_letter,
    letters.tell_former_address,
    indexing.move_over,
    letters.tell_of_change,
    letters.send_linking_letter,
    signing_up.send_sign_up_letter,
    leaving.take_out,
    send_invitation,
    carriers.let_in,
    carriers.take_out,
    preparing.prepare,
    forgetting.forget_folder,
    forgetting.forget_thing,
    send_test_letter,
    send_proof_letter,
    cards.look_up,
    rounds.compose_for,
    digest.send_letter,
    calling.gather,
    calling.carry,
    calling.carry_abroad,
    placing.work_on,
    giving_back.send_back,
    giving_back.send_whether_theirs,
    giving_back.send_where_attachments_are,
    browsers.deliver,
    webhooks.deliver,
    chat.send_code,
    chat.send_test,
    routing.go_on,
    later_on.take_up,
    later_on.carry,
    later_on.bring,
)
"""Work that rooms put off by themselves. It is named here so that every process that works knows it."""
