"""What a form, or the words behind the `?`, would send to an address of the table.

Every field is right, so that what is refused is refused for who asks.
"""

from junto.kit.privacy import Kept
from junto.portability.lists.reading import packed
from tests.village import PASSWORD

SPACE = {"name": "Second floor", "purpose": "So that the stairs are worth it.", "kind": "community", "joining": "open", "visibility": "all"}
ACCOUNT = {"name": "New Somebody", "email": "new@example.org", "password": "a lamp in the hall"}
ADDRESSES = {"addresses": "new@example.org", "days": "14", "role": "member"}
A_LINK = {"role": "member", "uses": "1", "days": "7"}
LEAVING = {"texts": "keep"}
HEARD = {"level": "concerns"}
HOURS = {"quiet_from": "19:00", "quiet_to": "07:00", "summary_at": "08:00", "a_day": "8", "days": "0"}
NOTE = {"title": "How does the lid come off?", "text": "Warm it first."}
A_CHAT = {"address": "https://hooks.example.com/1"}
A_WEBHOOK = {"name": "The office", "kinds": "question.asked", "language": "en", "leaves_closed_space": "on"}

BODIES = {
    "/spaces/{space}/people/{ben}/": {"role": "mentor"},
    "/spaces/{space}/settings/": SPACE,
    "/spaces/{space}/list/": {"name": "faq.md", "packed": packed(b"# Where is the ladder?"), "sure": "1"},
    "/spaces/{space}/request/": {"message": "I repair as well."},
    "/spaces/{space}/invitations/people/": {"who": "Eve Lindholm", "role": "member"},
    "/spaces/{space}/invitations/addresses/": ADDRESSES,
    "/spaces/{space}/invitations/links/": A_LINK,
    "/spaces/{space}/webhooks/new/slack/": A_WEBHOOK | A_CHAT,
    "/spaces/{space}/webhooks/{webhook}/change/": A_WEBHOOK,
    "/spaces/{space}/chat/": {"product": "slack"},
    "/spaces/{space}/chat/{door}/": {"secret": "a secret of the chat"},
    "/people/me/chat/new/slack/": A_CHAT,
    "/people/me/chat/code/": {"code": "000000"},
    "/spaces/new/": SPACE,
    "/hidden-spaces/{cellar}/membership/": {"why": "Nobody answers the phone there."},
    "/unhosted-spaces/{unled}/host/": {"who": "Eve Lindholm"},
    "/invitations/addresses/": ADDRESSES,
    "/invitations/links/": A_LINK,
    "/invitations/{link_by_ada}/": ACCOUNT,
    "/threads/{thread}/posts/": {"text": "It was the bearing after all.", "draft_key": "thread-{thread}", "writer": "{ada}"},
    "/threads/{thread}/links/": {"kind": "related", "other": "{alone}"},
    "/threads/{thread}/closure/": {"because": "Solved."},
    "/help/threads/{thread}/outcome/": {"says": "no", "words": "It still hums."},
    "/help/threads/{thread}/outcome/when/": {"when": "week"},
    "/help/posts/{solved}/outdated/": {"because": "The bearings of 2026 do not hum."},
    "/posts/{post}/comments/": {"text": "And the other one?"},
    "/posts/{post}/edit/": {"text": "It was the bearing, on the left."},
    "/spaces/{space}/picture/": {"focus": "middle"},
    "/people/me/picture/": {"focus": "middle"},
    "/attachments/": {"upload": "{upload}", "name": "pump.png", "draft_key": "ask"},
    "/attachments/{waiting}/": {"alt": "A pump"},
    "/files/uploads/": {"mark": "{ada}", "size": "400"},
    "/addresses/made/": {"kind": "feed", "subject": "inbox"},
    "/ask/": {"title": "Where is the ladder?", "text": "I looked.", "kind": "question", "space": "repairs"},
    "/mail/mine/{mail_of_ada}/": {"title": "Which pump hums?", "text": "The blue one?"},
    "/mail/waiting/{lost_mail}/": {"where": "https://junto.example.org/spaces/repairs/"},
    "/help/hallway/new/": NOTE,
    "/help/hallway/{note}/": NOTE,
    "/help/hallway/{note}/sharing/": {"shape": "question", "space": "repairs"},
    "/help/hallway/{note}/case/": {"note": "{other_note}"},
    "/help/hallway/first-looks/{look}/": NOTE | {"answer": "named"},
    "/help/needs/new/": {"title": "to solder"},
    "/help/needs/{need}/edit/": {"title": "to solder without smoke"},
    "/help/needs/{need}/offers/": {"kind": "show"},
    "/help/needs/{need}/end/": {"how": "fulfilled"},
    "/share/": {"title": "A ladder", "text": "It stands in the yard."},
    "/preview/": {"text": "**loud**"},
    "/drafts/ask/": {"title": "Where is"},
    "/topics/pumps/merging/": {"into": "gaskets"},
    "/inbox/preferences/": HOURS,
    "/inbox/switch/{switch}/": {"when": "not", "place": "day"},
    "/inbox/hearing/thread/{thread}/": HEARD,
    "/inbox/hearing/space/{space_number}/": HEARD,
    "/inbox/hearing/topic/{pumps}/": HEARD,
    "/inbox/hearing/person/{eve}/": HEARD,
    "/people/language/": {"language": "fr"},
    "/people/me/": {"name": "Somebody Else", "time_zone": "Europe/Lisbon", "language": ""},
    "/help/": {"a_week": "2", "paused_until": ""},
    "/help/topics/{pumps}/": {"answer": "yes"},
    "/digest/rhythm/": {"weekday": "2", "hour": "9"},
    "/people/me/erasure/": LEAVING,
    "/people/{eve}/erasure/": LEAVING,
    "/people/owner/{owner_token}/": ACCOUNT,
    "/account/login/": {"login": "{email}", "password": PASSWORD},
    "/account/password/change/": {"password": "a lamp in the hall"},
    "/people/coming-in/second-step/": {"of": ""},
    "/people/coming-in/": {"way": "domain", "domains": "example.org"},
    "/people/oversight/data-protection/bases/": {kept.name: kept.basis.value for kept in Kept.every()},
    "/account/sign-up/": {"email": "new@example.org"},
    "/account/sign-up/{sign_up_token}/": {"name": "New Somebody", "password": "a lamp in the hall"},
    "/account/passkeys/{passkey}/": {"name": "Another name"},
    "/account/proof/": {"proof": "1", "proof_password": PASSWORD},
    "/account/address/": {"email": "another@example.org"},
}
ASKED = {
    "/search/": "?words=noise+hums",
    "/search/finds/": "?words=noise+hums",
    "/search/go/": "?words=noise",
    "/search/similar/": "?title=noise+hums",
    "/command/": "?words=noise",
    "/help/hallway/like/": "?title=noise+hums",
    "/help/hallway/people/": "?words=be",
    "/topics/suggestions/": "?q=pu",
    "/ask/spaces/": "?elsewhere=rep",
    "/spaces/{space}/invitations/candidates/": "?words=eve",
    "/spaces/{space}/mentionable/": "?words=be",
    "/threads/{thread}/mentionable/": "?words=be",
}
