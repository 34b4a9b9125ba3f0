from django.urls import path

from junto.spaces.views import browse, by_name, inviting, membership, new, people, picture, request, settings, space

app_name = "spaces"
urlpatterns = [
    path("", browse.browse, name="browse"),
    path("new/", new.new, name="new"),
    path("<str:slug>/", space.space, name="space"),
    path("<str:slug>/membership/", membership.membership, name="membership"),
    path("<str:slug>/leaving/", membership.leaving, name="leaving"),
    path("<str:slug>/lead/", membership.lead, name="lead"),
    path("<str:slug>/request/", request.request, name="request"),
    path("<str:slug>/requests/", request.requests, name="requests"),
    path("<str:slug>/requests/<int:number>/", request.answer, name="answer"),
    path("<str:slug>/people/", people.people, name="people"),
    path("<str:slug>/people/<int:number>/", people.member, name="member"),
    path("<str:slug>/picture/", picture.picture, name="picture"),
    path("<str:slug>/settings/", settings.settings, name="settings"),
    path("<str:slug>/invitations/", inviting.invitations, name="invitations"),
    path("<str:slug>/invitations/candidates/", by_name.candidates, name="candidates"),
    path("<str:slug>/invitations/people/", by_name.person, name="invited_people"),
    path("<str:slug>/invitations/addresses/", inviting.addresses, name="addresses"),
    path("<str:slug>/invitations/links/", inviting.link, name="links"),
    path("<str:slug>/invitations/<int:number>/", inviting.invitation, name="taking_back"),
]
