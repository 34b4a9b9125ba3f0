"""What of allauth can be reached, and our own pages about signing in. There is no page to open an account."""

from allauth.account import views as allauth
from django.urls import path, re_path
from django.views.decorators.http import require_http_methods

from junto.people.views import address, password, sessions

RESET_KEY = r"^password/reset/key/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$"
# allauth's own views take PUT for POST.
page = require_http_methods(["GET", "HEAD", "POST"])

urlpatterns = [
    path("login/", page(allauth.login), name="account_login"),
    path("logout/", sessions.sign_out, name="account_logout"),
    path("password/change/", page(allauth.password_change), name="account_change_password"),
    path("password/reset/", password.forgotten, name="account_reset_password"),
    path("password/reset/done/", page(allauth.password_reset_done), name="account_reset_password_done"),
    re_path(RESET_KEY, page(allauth.password_reset_from_key), name="account_reset_password_from_key"),
    path("sessions/", sessions.sessions, name="account_sessions"),
    path("sessions/others/", sessions.others, name="account_other_sessions"),
    path("sessions/<int:number>/", sessions.session, name="account_session"),
    path("address/", address.address, name="account_address"),
    path("address/<str:token>/", address.confirm, name="account_address_link"),
]
