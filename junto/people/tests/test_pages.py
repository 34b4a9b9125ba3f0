"""Every page of the people room opens for whoever may open it."""

import pytest

OPEN = ["/account/login/", "/account/password/reset/", "/account/password/reset/done/"]
INSIDE = [
    *("/people/", "/people/me/", "/people/me/blocks/", "/people/me/known/", "/people/me/erasure/"),
    *("/account/sessions/", "/account/password/change/", "/account/address/", "/account/logout/"),
]


@pytest.mark.parametrize("path", OPEN)
def test_a_page_before_sign_in_opens_for_everybody(client, db, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize("path", INSIDE)
def test_a_page_of_ones_own_opens_after_sign_in_only(client, signed_in, ada, path):
    assert client.get(path).status_code == 302
    assert signed_in(ada).get(path).status_code == 200
