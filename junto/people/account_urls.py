"""What of allauth can be reached, and our own pages about signing in. There is no page to open an account."""

from allauth.account import views as allauth
from django.urls import path, re_path

from junto.people.views import address, password, sessions

RESET_KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"

urlpatterns = [
    path("login/", allauth.login, name="account_login"),
    path("logout/", sessions.sign_out, name="account_logout"),
    path("password/change/", allauth.password_change, name="account_change_password"),
    path("password/reset/", password.forgotten, name="account_reset_password"),
    path("password/reset/done/", allauth.password_reset_done, name="account_reset_password_done"),
    re_path(RESET_KEY, allauth.password_reset_from_key, name="account_reset_password_from_key"),
    path("sessions/", sessions.sessions, name="account_sessions"),
    path("sessions/others/", sessions.others, name="account_other_sessions"),
    path("sessions/<int:number>/", sessions.session, name="account_session"),
    path("address/", address.address, name="account_address"),
    path("address/<str:token>/", address.confirm, name="account_address_link"),
]
