"""The rows of coming in and staying safe: signing in and up, the second step, addresses, sessions. How they are read: table.py."""

#                                                        stranger author member other mentor host owner gone blocked
ACCOUNT = """
GET    /account/login/                            page      +      >      >      >      >      >      >      +      >
POST   /account/login/                            302       +      +      +      +      +      +      +      x      +
GET    /account/second-step/                      302       +      +      +      +      +      +      +      +      +
POST   /account/second-step/                      302       +      +      +      +      +      +      +      +      +
GET    /account/set-up/                           302       +      +      +      +      +      +      +      +      +
POST   /account/set-up/                           302       +      +      +      +      +      +      +      +      +
GET    /account/proof/                            302       ?      +      +      +      +      +      +      ?      +
POST   /account/proof/                            302       !      +      +      +      +      +      +      !      +
GET    /account/app/                              page      ?      +      +      +      +      +      +      ?      +
POST   /account/app/                              page      !      +      +      +      +      +      +      !      +
DELETE /account/app/                              302       !      +      +      +      +      +      +      !      +
GET    /account/passkeys/                         page      ?      +      +      +      +      +      +      ?      +
POST   /account/passkeys/                         page      !      +      +      +      +      +      +      !      +
POST   /account/passkeys/challenge/               data      +      +      +      +      +      +      +      +      +
POST   /account/passkeys/sign-in/                 422       +      +      +      +      +      +      +      +      +
GET    /account/passkeys/{passkey}/               page      ?      +      -      -      -      -      -      ?      -
PUT    /account/passkeys/{passkey}/               302       !      +      -      -      -      -      -      !      -
DELETE /account/passkeys/{passkey}/               302       !      +      -      -      -      -      -      !      -
DELETE /account/password/change/                  302       !      +      +      +      +      +      +      !      +
GET    /account/codes/                            page      ?      +      >      >      >      >      >      ?      >
POST   /account/codes/                            page      !      +      >      >      >      >      >      !      >
GET    /account/sign-up/                          page      -      -      -      -      -      -      -      -      -
POST   /account/sign-up/                          302       -      -      -      -      -      -      -      -      -
GET    /account/sign-up/done/                     page      +      +      +      +      +      +      +      +      +
GET    /account/sign-up/{sign_up_token}/          page      -      -      -      -      -      -      -      -      -
POST   /account/sign-up/{sign_up_token}/          302       -      -      -      -      -      -      -      -      -
POST   /account/providers/work/                   page      -      -      -      -      -      -      -      -      -
DELETE /account/providers/work/                   302       -      -      -      -      -      -      -      -      -
GET    /account/providers/work/callback/          302       -      -      -      -      -      -      -      -      -
GET    /account/linking/                          302       +      +      +      +      +      +      +      +      +
POST   /account/linking/confirmation/             302       !      +      +      +      +      +      +      !      +
POST   /account/linking/letter/                   302       +      +      +      +      +      +      +      +      +
GET    /account/linking/{linking_token}/          page      -      -      -      -      -      -      -      -      -
POST   /account/linking/{linking_token}/          page      -      -      -      -      -      -      -      -      -
GET    /account/emergency/{emergency_of_eve}/     page      +      +      +      +      +      +      +      +      +
POST   /account/emergency/{emergency_of_eve}/     302       +      +      +      +      +      +      +      +      +
GET    /account/logout/                           page      >      +      +      +      +      +      +      >      +
POST   /account/logout/                           302       +      +      +      +      +      +      +      +      +
GET    /account/password/change/                  page      ?      +      +      +      +      +      +      ?      +
POST   /account/password/change/                  302       !      +      +      +      +      +      +      !      +
GET    /account/password/reset/                   page      +      +      +      +      +      +      +      +      +
POST   /account/password/reset/                   page      +      +      +      +      +      +      +      +      +
GET    /account/password/reset/done/              page      +      +      +      +      +      +      +      +      +
GET    /account/password/reset/key/{key_of_eve}/  302       +      +      +      +      +      +      +      +      +
POST   /account/password/reset/key/{key_of_eve}/  302       +      +      +      +      +      +      +      +      +
GET    /account/sessions/                         page      ?      +      +      +      +      +      +      ?      +
DELETE /account/sessions/{session}/               302       !      +      -      -      -      -      -      !      -
DELETE /account/sessions/others/                  302       !      +      +      +      +      +      +      !      +
GET    /account/address/                          page      ?      +      +      +      +      +      +      ?      +
POST   /account/address/                          302       !      +      +      +      +      +      +      !      +
GET    /account/address/{address_of_eve}/         page      +      +      +      +      +      +      +      +      +
POST   /account/address/{address_of_eve}/         302       +      +      +      +      +      +      +      +      +
"""
