"""The rows of the table about what becomes of an answer, and how old it may grow."""

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
