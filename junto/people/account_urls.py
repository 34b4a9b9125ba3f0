"""What of allauth can be reached, and our own pages about signing in."""

from allauth.account import views as allauth
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods

from junto.people.guarding import guarded, typed
from junto.people.views import (
    address,
    app,
    codes,
    coming_in,
    duty,
    emergency,
    linking,
    passkeys,
    password,
    proof,
    providers,
    second_step,
    sessions,
)
from junto.people.views.login import SignInView
from junto.people.ways_in import door_of_ours

RESET_KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
# allauth's own views take PUT for POST.
page = require_http_methods(["GET", "HEAD", "POST"])
sign_in = door_of_ours("POST")(guarded("sign-in", typed("login"))(page(SignInView.as_view())))
by_link = door_of_ours()(guarded("reset-link")(page(allauth.password_reset_from_key)))

urlpatterns = [
    path("login/", sign_in, name="account_login"),
    path("second-step/", second_step.second_step, name="mfa_authenticate"),
    path("set-up/", duty.set_up, name="account_set_up"),
    path("proof/", proof.proof, name="account_proof"),
    path("app/", app.app, name="account_app"),
    path("passkeys/", passkeys.passkeys, name="account_passkeys"),
    path("passkeys/challenge/", passkeys.challenge, name="account_passkey_challenge"),
    path("passkeys/sign-in/", passkeys.sign_in, name="account_passkey_sign_in"),
    path("passkeys/<int:number>/", passkeys.passkey, name="account_passkey"),
    path("codes/", codes.codes, name="account_codes"),
    path("sign-up/", coming_in.sign_up, name="account_sign_up"),
    path("sign-up/done/", coming_in.asked, name="account_sign_up_done"),
    path("sign-up/<str:token>/", coming_in.link, name="account_sign_up_link"),
    path("providers/<slug:name>/", providers.begin, name="account_provider"),
    path("providers/<slug:name>/callback/", providers.callback, name="account_provider_callback"),
    path("linking/", linking.linking, name="account_linking"),
    path("linking/confirmation/", linking.confirm, name="account_linking_confirmation"),
    path("linking/letter/", linking.letter, name="account_linking_letter"),
    path("linking/<str:token>/", linking.link, name="account_linking_link"),
    path("emergency/<str:token>/", emergency.emergency, name="account_emergency"),
    path("logout/", sessions.sign_out, name="account_logout"),
    path("password/change/", password.new, name="account_change_password"),
    path("password/reset/", password.forgotten, name="account_reset_password"),
    path("password/reset/done/", door_of_ours()(page(allauth.password_reset_done)), name="account_reset_password_done"),
    re_path(
        RESET_KEY, door_of_ours()(guarded("reset-link")(page(allauth.password_reset_from_key))), name="account_reset_password_from_key"
    ),
    path("sessions/", sessions.sessions, name="account_sessions"),
    path("sessions/others/", sessions.others, name="account_other_sessions"),
    path("sessions/<int:number>/", sessions.session, name="account_session"),
    path("address/", address.address, name="account_address"),
    path("address/<str:token>/", address.confirm, name="account_address_link"),
]
