from django.urls import path

from junto.spaces.views import invitation, inviting

app_name = "invitations"
urlpatterns = [
    path("", inviting.invitations, name="invitations"),
    path("addresses/", inviting.addresses, name="addresses"),
    path("links/", inviting.link, name="links"),
    path("<int:number>/", inviting.invitation, name="taking_back"),
    path("<int:number>/acceptance/", invitation.acceptance, name="acceptance"),
    path("<str:token>/", invitation.invitation, name="invitation"),
]
