"""The rows of the table about help: what becomes of an answer and how old it may grow, who is asked, what helped in the hallway, needs."""

#                                                        stranger author member other mentor host owner gone blocked
UNTIL_SOLVED = """
GET    /help/threads/{thread}/outcome/            page     ???    +++    xxx    x--    xxx    xxx    x--    ???    xxx
POST   /help/threads/{thread}/outcome/            302      !!!    +++    xxx    x--    xxx    xxx    x--    !!!    xxx
DELETE /help/threads/{thread}/outcome/            302      !!!    +++    xxx    x--    xxx    xxx    x--    !!!    xxx
GET    /help/threads/{thread}/outcome/when/       302      ???    +++    xxx    x--    xxx    xxx    x--    ???    xxx
POST   /help/threads/{thread}/outcome/when/       302      !!!    +++    xxx    x--    xxx    xxx    x--    !!!    xxx
GET    /help/spaces/{space}/waiting/              page     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /help/spaces/{space}/still-true/           page     ???    xxx    xxx    x--    xxx    +++    x--    ???    xxx
GET    /spaces/{space}/list/                      page     ???    xxx    xxx    x--    xxx    +++    x--    ???    xxx
POST   /spaces/{space}/list/                      302      !!!    xxx    xxx    x--    xxx    +++    x--    !!!    xxx
GET    /help/spaces/{space}/figures/              page     ???    xxx    xxx    x--    xxx    +++    +--    ???    xxx
GET    /help/spaces/{space}/figures/first-answer/  page    ???    xxx    xxx    x--    xxx    +++    +--    ???    xxx
POST   /help/posts/{solved}/verification/         302      !!!    xxx    +++    x--    xxx    +++    x--    !!!    xxx
DELETE /help/posts/{solved}/verification/         302      !!!    xxx    +++    x--    xxx    +++    x--    !!!    xxx
GET    /help/posts/{solved}/outdated/             page     ???    xxx    +++    x--    xxx    +++    x--    ???    xxx
POST   /help/posts/{solved}/outdated/             302      !!!    xxx    +++    x--    xxx    +++    x--    !!!    xxx
DELETE /help/posts/{solved}/outdated/             302      !!!    xxx    +++    x--    xxx    +++    x--    !!!    xxx
GET    /help/posts/{solved}/doubt/                page     ???    +++    xxx    +--    +++    +++    +--    ???    +++
POST   /help/posts/{solved}/doubt/                302      !!!    +++    xxx    +--    +++    +++    +--    !!!    +++
DELETE /help/posts/{solved}/doubt/                302      !!!    +++    xxx    +--    +++    +++    +--    !!!    +++
"""

#                                                        stranger author member other mentor host owner gone blocked
ASKED_AND_NEEDED = """
GET    /help/needs/{need}/                        page     ???    +++    +++    +--    +++    +++    +--    ???    +++
GET    /help/needs/{need}/edit/                   page     ???    +++    xxx    x--    xxx    xxx    x--    ???    xxx
POST   /help/needs/{need}/edit/                   302      !!!    +++    xxx    x--    xxx    xxx    x--    !!!    xxx
POST   /help/needs/{need}/joining/                302      !!!    xxx    +++    +--    +++    +++    +--    !!!    +++
DELETE /help/needs/{need}/joining/                302      !!!    +++    +++    +--    +++    +++    +--    !!!    +++
POST   /help/needs/{need}/offers/                 302      !!!    xxx    +++    +--    +++    +++    +--    !!!    +++
DELETE /help/needs/{need}/offers/{offer}/         302      !!!    xxx    +++    x--    xxx    xxx    x--    !!!    xxx
POST   /help/needs/{need}/end/                    302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
DELETE /help/needs/{need}/end/                    302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
GET    /help/hallway/of/{space}/                  page     ???    +++    +++    +--    +++    +++    +--    ???    +++
DELETE /help/hallway/shared/{shared_note}/        302      !!!    +++    xxx    x--    xxx    +++    x--    !!!    xxx
GET    /help/asked/{asked}/                       page     ???    ---    +++    ---    ---    ---    ---    ???    ---
POST   /help/asked/{asked}/declining/             302      !!!    ---    +++    ---    ---    ---    ---    !!!    ---
DELETE /help/asked/{asked}/declining/             302      !!!    ---    +++    ---    ---    ---    ---    !!!    ---
POST   /help/asked/{asked}/topics/{pumps}/        302      !!!    ---    +++    ---    ---    ---    ---    !!!    ---
DELETE /help/asked/{asked}/topics/{pumps}/        302      !!!    ---    +++    ---    ---    ---    ---    !!!    ---
"""

#                                                        stranger author member other mentor host owner gone blocked
ONES_OWN_HELP = """
GET    /help/hallway/                             page      ?      +      +      +      +      +      +      ?      +
GET    /help/hallway/new/                         page      ?      +      +      +      +      +      +      ?      +
POST   /help/hallway/new/                         302       !      +      +      +      +      +      +      !      +
GET    /help/hallway/like/                        part      ?      +      +      +      +      +      +      ?      +
GET    /help/hallway/people/                      data      ?      +      +      +      +      +      +      ?      +
GET    /help/hallway/{note}/                      page      ?      +      -      -      -      -      -      ?      -
POST   /help/hallway/{note}/                      302       !      +      -      -      -      -      -      !      -
POST   /help/hallway/{note}/deletion/             302       !      +      -      -      -      -      -      !      -
DELETE /help/hallway/{deleted_note}/deletion/     302       !      +      -      -      -      -      -      !      -
GET    /help/hallway/{note}/sharing/              page      ?      +      -      -      -      -      -      ?      -
POST   /help/hallway/{note}/sharing/              302       !      +      -      -      -      -      -      !      -
POST   /help/hallway/{note}/case/                 302       !      +      -      -      -      -      -      !      -
GET    /help/hallway/first-looks/{look}/          page      ?      -      +      -      -      -      -      ?      -
POST   /help/hallway/first-looks/{look}/          302       !      -      +      -      -      -      -      !      -
DELETE /help/hallway/first-looks/{look}/          302       !      -      +      -      -      -      -      !      -
PUT    /help/hallway/first-looks/{declined}/      302       !      -      +      -      -      -      -      !      -
GET    /help/needs/                               page      ?      +      +      +      +      +      +      ?      +
GET    /help/needs/new/                           page      ?      +      +      +      +      +      +      ?      +
POST   /help/needs/new/                           302       !      +      +      +      +      +      +      !      +
GET    /help/                                     page      ?      +      +      +      +      +      +      ?      +
POST   /help/                                     302       !      +      +      +      +      +      +      !      +
POST   /help/topics/{pumps}/                      302       !      +      +      +      +      +      +      !      +
DELETE /help/topics/{pumps}/                      302       !      +      +      +      +      +      +      !      +
GET    /help/gaps/                                page      ?      x      x      x      x      +      +      ?      x
"""
