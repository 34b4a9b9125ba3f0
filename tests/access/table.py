"""Who may open what: one row for every route and method, one column for every person.

Where things live in a space a cell has three letters: for a thing in an open, a listed and a hidden space.

    +  it works, and answers what the third column says     x  403: may be seen, but this may not be done
    ?  led to sign-in, and comes back afterwards            -  404: it does not exist for this person
    !  401, with the words that were sent                   >  led on to somewhere else

The third column: `page` a whole page, `part` a piece of one, `data` JSON or a file, or a number that says all.
    author    ada, member of all three spaces, wrote `thread` and `post`     host      cleo, hosts all three
    member    ben, member of all three                                       owner     olga, belongs to no space
    other     dana, member of another space, invited to the cellar           gone      dora, member of all three, account ended
    mentor    mina, mentor in all three                                      blocked   bob, member of all three, blocked by ada
"""

from tests.access.table_of_account import ACCOUNT
from tests.access.table_of_help import ASKED_AND_NEEDED, ONES_OWN_HELP, UNTIL_SOLVED

PEOPLE = ("stranger", "author", "member", "other", "mentor", "host", "owner", "gone", "blocked")

#                                                        stranger author member other mentor host owner gone blocked
SPACES = """
GET    /spaces/{space}/                           page     ???    +++    +++    ++-    +++    +++    ++-    ???    +++
POST   /spaces/{space}/membership/                302      !!!    +++    +++    +x-    +++    +++    +x-    !!!    +++
DELETE /spaces/{space}/membership/                302      !!!    +++    +++    ++-    +++    +++    ++-    !!!    +++
GET    /spaces/{space}/leaving/                   page     ???    +++    +++    ---    +++    +++    ---    ???    +++
POST   /spaces/{space}/lead/                      302      !!!    xxx    xxx    ---    xxx    xxx    ---    !!!    xxx
GET    /spaces/{space}/request/                   page     ???    xxx    xxx    x+-    xxx    xxx    x+-    ???    xxx
POST   /spaces/{space}/request/                   302      !!!    xxx    xxx    x+-    xxx    xxx    x+-    !!!    xxx
DELETE /spaces/{space}/request/                   302      !!!    +++    +++    ++-    +++    +++    ++-    !!!    +++
GET    /spaces/{space}/requests/                  page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/requests/{request}/        302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
PUT    /spaces/{space}/requests/{request}/        302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
DELETE /spaces/{space}/requests/{request}/        302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/people/                    page     ???    +++    +++    +x-    +++    +++    +x-    ???    +++
GET    /spaces/{space}/people/{ben}/              page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/people/{ben}/              302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
PUT    /spaces/{space}/people/{ben}/              302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
DELETE /spaces/{space}/people/{ben}/              302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/settings/                  page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/settings/                  302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/picture/                   page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/picture/                   422      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /search/doubles/{space}/                  page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
DELETE /spaces/{space}/picture/                   302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /files/{space_face}/64/                    data     ???    +++    +++    ++-    +++    +++    ++-    ???    +++
GET    /spaces/{space}/invitations/               page     ???    +xx    +xx    xx-    +xx    +++    xx-    ???    +xx
GET    /spaces/{space}/invitations/candidates/    data     ???    +xx    +xx    xx-    +xx    +++    xx-    ???    +xx
POST   /spaces/{space}/invitations/people/        302      !!!    +xx    +xx    xx-    +xx    +++    xx-    !!!    +xx
POST   /spaces/{space}/invitations/addresses/     page     !!!    +xx    +xx    xx-    +xx    +++    xx-    !!!    +xx
POST   /spaces/{space}/invitations/links/         page     !!!    +xx    +xx    xx-    +xx    +++    xx-    !!!    +xx
DELETE /spaces/{space}/invitations/{standing}/    302      !!!    -xx    -xx    xx-    -xx    +++    xx-    !!!    -xx
GET    /spaces/{space}/webhooks/                  page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
GET    /spaces/{space}/webhooks/new/slack/        page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/webhooks/new/slack/        302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/webhooks/{webhook}/        page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
DELETE /spaces/{space}/webhooks/{webhook}/        302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/webhooks/{webhook}/change/ page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/webhooks/{webhook}/change/ 302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
POST   /spaces/{space}/webhooks/{webhook}/pause/  302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
DELETE /spaces/{space}/webhooks/{webhook}/pause/  302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
POST   /spaces/{space}/webhooks/{webhook}/secret/ page     !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
POST   /spaces/{space}/webhooks/{webhook}/test/   302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/webhooks/{webhook}/deliveries/{delivery}/  page  ???  xxx  xxx  xx-  xxx  +++  xx-  ???  xxx
POST   /spaces/{space}/webhooks/{webhook}/deliveries/{delivery}/  302   !!!  xxx  xxx  xx-  xxx  +++  xx-  !!!  xxx
GET    /spaces/{space}/chat/                      page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/chat/                      302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/chat/{door}/               page     ???    xxx    xxx    xx-    xxx    +++    xx-    ???    xxx
POST   /spaces/{space}/chat/{door}/               302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
DELETE /spaces/{space}/chat/{door}/               302      !!!    xxx    xxx    xx-    xxx    +++    xx-    !!!    xxx
GET    /spaces/{space}/threads/                   page     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /spaces/{space}/deleted/                   page     ???    xxx    xxx    x--    xxx    +++    x--    ???    xxx
GET    /spaces/{space}/mentionable/               data     ???    +++    +++    +--    +++    +++    +--    ???    +++
"""

#                                                        stranger author member other mentor host owner gone blocked
POSTS = """
GET    /threads/{thread}/                         page     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /threads/{thread}/posts/                   302      ???    +++    +++    +--    +++    +++    +--    ???    +++
POST   /threads/{thread}/posts/                   302      !!!    +++    +++    x--    +++    +++    x--    !!!    +++
GET    /threads/{thread}/fresh/                   part     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /threads/{thread}/closure/                 page     ???    +++    xxx    x--    xxx    +++    x--    ???    xxx
POST   /threads/{thread}/closure/                 302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /threads/{thread}/closure/                 302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
GET    /threads/{thread}/links/                   page     ???    +++    xxx    x--    xxx    +++    x--    ???    xxx
POST   /threads/{thread}/links/                   302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /threads/{thread}/links/                   302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
POST   /threads/{thread}/deletion/                302      !!!    xxx    xxx    x--    xxx    +++    x--    !!!    xxx
POST   /threads/{alone}/deletion/                 302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /threads/{deleted_thread}/deletion/        302      !!!    +++    ---    ---    ---    +++    ---    !!!    ---
GET    /threads/{deleted_thread}/                 page     ???    ---    ---    ---    ---    ---    ---    ???    ---
GET    /inbox/hearing/thread/{thread}/            page     ???    +++    +++    +--    +++    +++    +--    ???    +++
POST   /inbox/hearing/thread/{thread}/            302      !!!    +++    +++    +--    +++    +++    +--    !!!    +++
GET    /inbox/hearing/space/{space_number}/       page     ???    +++    +++    ++-    +++    +++    ++-    ???    +++
POST   /inbox/hearing/space/{space_number}/       302      !!!    +++    +++    ++-    +++    +++    ++-    !!!    +++
POST   /threads/{thread}/watch/                   302      !!!    +++    +++    +--    +++    +++    +--    !!!    +++
DELETE /threads/{thread}/watch/                   302      !!!    +++    +++    +--    +++    +++    +--    !!!    +++
GET    /threads/{thread}/mentionable/             data     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /posts/{post}/                             302      ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /posts/{post}/comments/                    page     ???    +++    +++    +--    +++    +++    +--    ???    +++
POST   /posts/{post}/comments/                    302      !!!    +++    +++    x--    +++    +++    x--    !!!    +++
GET    /posts/{post}/edit/                        page     ???    +++    xxx    x--    xxx    +++    x--    ???    xxx
POST   /posts/{post}/edit/                        302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
GET    /posts/{post}/history/                     page     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /posts/{post}/cards/                       302     ???    +++    +++    +--    +++    +++    +--    ???    +++
POST   /posts/{post}/cards/{card}/                302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /posts/{post}/cards/{card}/                302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
GET    /files/{page_face}/192/                    data     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /posts/{post}/files/                       302      ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /files/{hung}/192/                         data     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /files/{hung_deleted}/192/                 data     ???    ---    ---    ---    ---    ---    ---    ???    ---
POST   /posts/{post}/acceptance/                  302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /posts/{post}/acceptance/                  302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
POST   /posts/{post}/helped/                      302      !!!    xxx    +++    +--    +++    +++    +--    !!!    +++
DELETE /posts/{post}/helped/                      302      !!!    xxx    +++    +--    +++    +++    +--    !!!    +++
POST   /posts/{post}/reuse/                       302      !!!    xxx    +++    +--    +++    +++    +--    !!!    +++
DELETE /posts/{post}/reuse/                       302      !!!    xxx    +++    +--    +++    +++    +--    !!!    +++
POST   /posts/{post}/deletion/                    302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /posts/{deleted_post}/deletion/            302      !!!    +++    ---    ---    ---    +++    ---    !!!    ---
GET    /posts/{deleted_post}/                     302      ???    ---    ---    ---    ---    ---    ---    ???    ---
"""

#                                                        stranger author member other mentor host owner gone blocked
WORDS_OF_ONES_OWN = """
GET    /ask/                                      page      ?      +      +      +      +      +      +      ?      +
POST   /ask/                                      302       !      +      +      +      +      +      +      !      +
GET    /ask/spaces/                               part      ?      +      +      +      +      +      +      ?      +
GET    /outbox/                                   data      ?      +      +      +      +      +      +      ?      +
GET    /share/                                    page      ?      +      +      +      +      +      +      ?      +
POST   /share/                                    page      >      +      +      +      +      +      +      >      +
POST   /preview/                                  part      !      +      +      +      +      +      +      !      +
GET    /drafts/                                   page      ?      +      +      +      +      +      +      ?      +
GET    /drafts/ask/                               data      ?      +      +      +      +      +      +      ?      +
POST   /drafts/ask/                               data      !      +      +      +      +      +      +      !      +
PUT    /drafts/ask/                               data      !      +      +      +      +      +      +      !      +
DELETE /drafts/ask/                               302       !      +      +      +      +      +      +      !      +
GET    /addresses/                                page      ?      +      +      +      +      +      +      ?      +
POST   /addresses/made/                           302       !      +      +      +      +      +      +      !      +
DELETE /addresses/{address}/                      302       !      +      -      -      -      -      -      !      -
GET    /feeds/{feed}.atom                         data      +      +      +      +      +      +      +      +      +
GET    /feeds/{feed_of_dora}.atom                 data      -      -      -      -      -      -      -      -      -
GET    /calendars/{calendar}.ics                  data      +      +      +      +      +      +      +      +      +
GET    /from-any-page/                            page      ?      +      +      +      +      +      +      ?      +
GET    /dates/                                    page      ?      +      +      +      +      +      +      ?      +
GET    /dates/invitation-{to_dana}.ics            data      ?      -      -      +      -      -      -      ?      -
GET    /inbox/                                    page      ?      +      +      +      +      +      +      ?      +
GET    /inbox/preferences/                        page      ?      +      +      +      +      +      +      ?      +
POST   /inbox/preferences/                        302       !      +      +      +      +      +      +      !      +
POST   /inbox/preferences/{means}/                302       !      +      +      +      +      +      +      !      +
POST   /inbox/preferences/{means}/{concern}/      302       !      +      +      +      +      +      +      !      +
DELETE /inbox/preferences/{means}/{concern}/      302       !      +      +      +      +      +      +      !      +
GET    /inbox/{line}/why/                         302       ?      +      -      -      -      -      -      ?      -
GET    /inbox/switch/{switch}/                    page      +      +      +      +      +      +      +      +      +
POST   /inbox/switch/{switch}/                    302       +      +      +      +      +      +      +      +      +
GET    /inbox/hearing/topic/{pumps}/              page      ?      +      +      +      +      +      +      ?      +
POST   /inbox/hearing/topic/{pumps}/              302       !      +      +      +      +      +      +      !      +
GET    /inbox/hearing/person/{eve}/               page      ?      +      +      +      +      +      +      ?      +
POST   /inbox/hearing/person/{eve}/               302       !      +      +      +      +      +      +      !      +
GET    /inbox/waiting/                            part      ?      +      +      +      +      +      +      ?      +
POST   /inbox/{line}/seen/                        302       !      +      -      -      -      -      -      !      -
DELETE /inbox/{line}/seen/                        302       !      +      -      -      -      -      -      !      -
POST   /inbox/seen/                               302       !      +      +      +      +      +      +      !      +
DELETE /inbox/seen/                               302       !      +      +      +      +      +      +      !      +
GET    /digest/                                   page      ?      +      +      +      +      +      +      ?      +
GET    /digest/rhythm/                            page      ?      +      +      +      +      +      +      ?      +
POST   /digest/rhythm/                            302       !      +      +      +      +      +      +      !      +
POST   /digest/stop/                              302       !      +      +      +      +      +      +      !      +
DELETE /digest/stop/                              302       !      +      +      +      +      +      +      !      +
"""

#                                                        stranger author member other mentor host owner gone blocked
HOUSE = """
GET    /                                          page      ?      +      +      +      +      +      +      ?      +
GET    /health/live                               data      +      +      +      +      +      +      +      +      +
GET    /health/ready                              503       +      +      +      +      +      +      +      +      +
GET    /manifest.webmanifest                      data      +      +      +      +      +      +      +      +      +
GET    /worker.js                                 data      +      +      +      +      +      +      +      +      +
GET    /offline/                                  page      +      +      +      +      +      +      +      +      +
GET    /phone/                                    page      ?      +      +      +      +      +      +      ?      +
GET    /phone/devices/                            data      ?      +      +      +      +      +      +      ?      +
POST   /phone/devices/                            422       !      +      +      +      +      +      +      !      +
DELETE /phone/devices/{device}/                   302       !      +      -      -      -      -      -      !      -
GET    /phone/waiting/                            data      ?      +      +      +      +      +      +      ?      +
GET    /metrics                                   data      -      -      -      -      -      -      -      -      -
GET    /.well-known/security.txt                  data      -      -      -      -      -      -      -      -      -
GET    /operating/                                page      ?      x      x      x      x      x      +      ?      x
POST   /operating/look/                           302       !      x      x      x      x      x      +      !      x
POST   /operating/test-letter/                    302       !      x      x      x      x      x      +      !      x
POST   /operating/work/try/                       302       !      x      x      x      x      x      +      !      x
POST   /operating/work/aside/                     302       !      x      x      x      x      x      +      !      x
DELETE /operating/work/aside/                     302       !      x      x      x      x      x      -      !      x
POST   /operating/work/{dead}/try/                302       !      x      x      x      x      x      +      !      x
POST   /operating/work/{dead}/aside/              302       !      x      x      x      x      x      +      !      x
DELETE /operating/work/{dead}/aside/              302       !      x      x      x      x      x      +      !      x
PUT    /first-steps/                              302       !      x      x      x      x      x      +      !      x
DELETE /first-steps/                              302       !      x      x      x      x      x      +      !      x
GET    /minute/                                   part      ?      +      +      +      +      +      +      ?      +
GET    /command/                                  part      ?      +      +      +      +      +      +      ?      +
GET    /search/                                   page      ?      +      +      +      +      +      +      ?      +
GET    /search/finds/                             part      ?      +      +      +      +      +      +      ?      +
GET    /search/similar/                           part      ?      +      +      +      +      +      +      ?      +
GET    /search/related/{alone}/                   part     ?      +      +      +      +      +      +      ?      +
GET    /search/go/                                part      ?      +      +      +      +      +      +      ?      +
GET    /sample/                                   page      ?      x      x      x      x      x      +      ?      x
POST   /sample/                                   302       !      x      x      x      x      x      +      !      x
DELETE /sample/                                   302       !      x      x      x      x      x      +      !      x
GET    /webhooks/                                 page      ?      +      +      +      +      +      +      ?      +
POST   /chat/{door_token}/                        data      -      -      -      -      -      -      -      -      -
GET    /link-cards/                               page      ?      x      x      x      x      x      +      ?      x
POST   /link-cards/                               302       !      x      x      x      x      x      +      !      x
DELETE /link-cards/                               302       !      x      x      x      x      x      +      !      x
GET    /mail/mine/                                page      ?      +      +      +      +      +      +      ?      +
GET    /mail/mine/{mail_of_ada}/                  page      ?      +      -      -      -      -      -      ?      -
POST   /mail/mine/{mail_of_ada}/                  302       !      +      -      -      -      -      -      !      -
DELETE /mail/mine/{mail_of_ada}/                  302       !      +      -      -      -      -      -      !      -
POST   /mail/mine/{posted_mail}/whole/            302       !      +      -      -      -      -      -      !      -
GET    /mail/mine/{posted_mail}/attachments/1/    data      ?      +      -      -      -      -      -      ?      -
GET    /mail/mine/{mail_of_ada}/words/            data      ?      +      -      -      -      -      -      ?      -
POST   /mail/addresses/                           302       !      +      +      +      +      +      +      !      +
GET    /mail/waiting/                             page      ?      x      x      x      x      x      +      ?      x
GET    /mail/waiting/{lost_mail}/                 page      ?      x      x      x      x      x      +      ?      x
POST   /mail/waiting/{lost_mail}/                 302       !      x      x      x      x      x      +      !      x
DELETE /mail/waiting/{lost_mail}/                 302       !      x      x      x      x      x      +      !      x
GET    /mail/waiting/{lost_mail}/words/           data      ?      x      x      x      x      x      +      ?      x
GET    /design/                                   page      ?      +      +      +      +      +      +      ?      +
GET    /design/keys/                              page      ?      +      +      +      +      +      +      ?      +
GET    /design/letters/new-password/              page      ?      +      +      +      +      +      +      ?      +
GET    /design/letters/new-password/plain/        data      ?      +      +      +      +      +      +      ?      +
GET    /mail/                                     page      ?      +      +      +      +      +      +      ?      +
POST   /mail/address/                             302       !      +      +      +      +      +      +      !      +
POST   /mail/stops/calls/                         302       !      +      +      +      +      +      +      !      +
DELETE /mail/stops/calls/                         302       !      +      +      +      +      +      +      !      +
GET    /mail/stop/{stop_of_eve}/                  page      +      +      +      +      +      +      +      +      +
POST   /mail/stop/{stop_of_eve}/                  page      +      +      +      +      +      +      +      +      +
DELETE /mail/stop/{stop_of_eve}/                  page      +      +      +      +      +      +      +      +      +
POST   /mail/told/postmark/                       data      -      -      -      -      -      -      -      -      -
GET    /topics/suggestions/                       data      ?      +      +      +      +      +      +      ?      +
GET    /topics/pumps/                             page      ?      +      +      +      +      +      +      ?      +
POST   /topics/pumps/merging/                     302       !      x      x      x      x      x      +      !      x
GET    /spaces/                                   page      ?      +      +      +      +      +      +      ?      +
GET    /spaces/new/                               page      ?      +      +      +      +      +      +      ?      +
POST   /spaces/new/                               302       !      +      +      +      +      +      +      !      +
POST   /spaces/orphaned/lead/                     302       !      +      +      -      +      -      -      !      +
GET    /spaces/cellar/                            page      ?      -      -      +      -      +      -      ?      -
GET    /spaces/cellar/threads/                    page      ?      -      -      -      -      +      -      ?      -
GET    /hidden-spaces/                            page      ?      x      x      x      x      x      +      ?      x
GET    /hidden-spaces/{cellar}/membership/        page      ?      x      x      x      x      x      +      ?      x
POST   /hidden-spaces/{cellar}/membership/        302       !      x      x      x      x      x      +      !      x
GET    /unhosted-spaces/                          page      ?      x      x      x      x      x      +      ?      x
GET    /unhosted-spaces/{unled}/host/             page      ?      x      x      x      x      x      +      ?      x
POST   /unhosted-spaces/{unled}/host/             302       !      x      x      x      x      x      +      !      x
POST   /invitations/{to_dana}/acceptance/         302       !      -      -      +      -      -      -      !      -
PUT    /invitations/{to_dana}/acceptance/         302       !      -      -      +      -      -      -      !      -
DELETE /invitations/{to_dana}/acceptance/         302       !      -      -      +      -      -      -      !      -
GET    /invitations/{link_by_ada}/                page      +      +      +      +      +      +      +      +      -
POST   /invitations/{link_by_ada}/                302       +      +      +      +      +      +      +      +      -
GET    /invitations/                              page      ?      x      x      x      x      x      +      ?      x
POST   /invitations/addresses/                    page      !      x      x      x      x      x      +      !      x
POST   /invitations/links/                        page      !      x      x      x      x      x      +      !      x
DELETE /invitations/{to_the_house}/               302       !      x      x      x      x      x      +      !      x
"""

#                                                        stranger author member other mentor host owner gone blocked
PEOPLE_HERE = """
GET    /people/                                   page      ?      +      +      +      +      +      +      ?      +
GET    /people/all/                               page      ?      x      x      x      x      x      +      ?      x
GET    /people/coming-in/                         page      ?      x      x      x      x      x      +      ?      x
POST   /people/coming-in/                         302       !      x      x      x      x      x      +      !      x
GET    /people/coming-in/second-step/             page      ?      x      x      x      x      x      +      ?      x
POST   /people/coming-in/second-step/             302       !      x      x      x      x      x      +      !      x
GET    /people/me/                                page      ?      +      +      +      +      +      +      ?      +
POST   /people/me/                                302       !      +      +      +      +      +      +      !      +
GET    /people/me/picture/                        page      ?      +      +      +      +      +      +      ?      +
POST   /people/me/picture/                        422       !      +      +      +      +      +      +      !      +
DELETE /people/me/picture/                        302       !      +      +      +      +      +      +      !      +
GET    /files/{face}/192/                         data      ?      +      +      +      +      +      +      ?      +
GET    /files/{face_of_dora}/192/                 data      ?      -      -      -      -      -      +      ?      -
GET    /files/{hung_waiting}/192/                 data      ?      +      -      -      -      -      -      ?      -
GET    /attachments/{waiting}/                    part      ?      +      -      -      -      -      -      ?      -
POST   /attachments/{waiting}/                    part      !      +      -      -      -      -      -      !      -
POST   /attachments/                              422       !      +      +      +      +      +      +      !      +
POST   /files/uploads/                            data      !      +      +      +      +      +      +      !      +
GET    /files/uploads/{upload}/                   data      ?      +      -      -      -      -      -      ?      -
POST   /files/uploads/{upload}/                   409       !      +      -      -      -      -      -      !      -
DELETE /files/uploads/{upload}/                   data      !      +      -      -      -      -      -      !      -
GET    /people/me/blocks/                         page      ?      +      +      +      +      +      +      ?      +
GET    /people/me/chat/                           page      ?      +      +      +      +      +      +      ?      +
DELETE /people/me/chat/                           302       !      +      +      +      +      +      +      !      +
GET    /people/me/chat/new/slack/                 page      ?      +      +      +      +      +      +      ?      +
POST   /people/me/chat/new/slack/                 302       !      +      +      +      +      +      +      !      +
POST   /people/me/chat/code/                      422       !      +      -      -      -      -      -      !      -
POST   /people/me/chat/again/                     302       !      +      -      -      -      -      -      !      -
GET    /people/me/chat/link/{chat_told}/          page      ?      +      +      +      +      +      +      ?      +
POST   /people/me/chat/link/{chat_told}/          page      !      +      +      +      +      +      +      !      +
DELETE /people/me/chat/links/{chat_link}/         302       !      +      -      -      -      -      -      !      -
GET    /people/me/known/                          page      ?      +      +      +      +      +      +      ?      +
GET    /people/me/looks/                          page      ?      +      +      +      +      +      +      ?      +
GET    /people/me/file/                           data      ?      +      +      +      +      +      +      ?      +
GET    /people/me/erasure/                        page      ?      +      +      +      +      +      +      ?      +
POST   /people/me/erasure/                        302       !      +      +      +      +      +      +      !      +
GET    /people/oversight/looks/                   page      ?      x      x      x      x      x      +      ?      x
GET    /people/oversight/data-protection/         page      ?      x      x      x      x      x      +      ?      x
GET    /people/oversight/data-protection/file/    data      ?      x      x      x      x      x      +      ?      x
GET    /people/oversight/data-protection/bases/   page      ?      x      x      x      x      x      +      ?      x
POST   /people/oversight/data-protection/bases/   302       !      x      x      x      x      x      +      !      x
GET    /people/oversight/settings/                page      ?      x      x      x      x      x      +      ?      x
POST   /people/language/                          302       +      +      +      +      +      +      +      +      +
GET    /people/gone/                              page      +      +      +      +      +      +      +      +      +
GET    /people/owner/{owner_token}/               page      -      -      -      -      -      -      -      -      -
POST   /people/owner/{owner_token}/               302       -      -      -      -      -      -      -      -      -
GET    /people/{eve}/                             page      ?      +      +      +      +      +      +      ?      +
GET    /people/{ada}/                             page      ?      +      +      +      +      +      +      ?      +
GET    /people/{dora}/                            page      ?      -      -      -      -      -      +      ?      -
DELETE /people/{eve}/picture/                     302       !      x      x      x      x      x      +      !      x
DELETE /people/{ada}/picture/                     302       !      +      x      x      x      x      +      !      x
DELETE /people/{dora}/picture/                    302       !      -      -      -      -      -      +      !      -
POST   /people/{eve}/follow/                      302       !      +      +      +      +      +      +      !      +
DELETE /people/{eve}/follow/                      302       !      +      +      +      +      +      +      !      +
POST   /people/{ada}/follow/                      302       !      x      +      +      +      +      +      !      +
POST   /people/{eve}/block/                       302       !      +      +      +      +      +      +      !      +
DELETE /people/{eve}/block/                       302       !      +      +      +      +      +      +      !      +
GET    /people/{eve}/account/                     page      ?      x      x      x      x      x      +      ?      x
GET    /people/{dora}/account/                    page      ?      x      x      x      x      x      +      ?      x
POST   /people/{eve}/deactivation/                302       !      x      x      x      x      x      +      !      x
DELETE /people/{dora}/deactivation/               302       !      x      x      x      x      x      +      !      x
POST   /people/{eve}/ownership/                   302       !      x      x      x      x      x      +      !      x
DELETE /people/{eve}/ownership/                   302       !      x      x      x      x      x      +      !      x
POST   /people/{eve}/auditing/                    302       !      x      x      x      x      x      +      !      x
DELETE /people/{eve}/auditing/                    302       !      x      x      x      x      x      +      !      x
DELETE /people/{eve}/second-step/                 302       !      x      x      x      x      x      +      !      x
POST   /people/{eve}/sign-in-link/                page      !      x      x      x      x      x      +      !      x
GET    /people/{eve}/erasure/                     page      ?      x      x      x      x      x      +      ?      x
POST   /people/{eve}/erasure/                     302       !      x      x      x      x      x      +      !      x
"""

TABLES = {
    "spaces": SPACES,
    "posts": POSTS,
    "own": WORDS_OF_ONES_OWN,
    "house": HOUSE,
    "people": PEOPLE_HERE,
    "account": ACCOUNT,
    "solved": UNTIL_SOLVED,
    "needs": ASKED_AND_NEEDED,
    "notes": ONES_OWN_HELP,
}
