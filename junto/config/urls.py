from django.urls import include, path

urlpatterns = [
    path("files/", include("junto.kit.files.urls")),
    path("design/", include("junto.design.urls")),
    path("topics/", include("junto.topics.urls")),
    path("people/", include("junto.people.urls")),
    path("account/", include("junto.people.account_urls")),
    path("spaces/", include("junto.spaces.urls")),
    path("hidden-spaces/", include("junto.spaces.hidden_urls")),
    path("unhosted-spaces/", include("junto.spaces.unhosted_urls")),
    path("invitations/", include("junto.spaces.invitation_urls")),
    path("search/", include("junto.search.urls")),
    path("inbox/", include("junto.notify.urls")),
    path("mail/", include("junto.mail.urls")),
    path("digest/", include("junto.digest.urls")),
    path("help/", include("junto.help.urls")),
    path("", include("junto.push.urls")),
    path("", include("junto.interop.chat.urls")),
    path("", include("junto.interop.webhooks.urls")),
    path("", include("junto.interop.urls")),
    path("", include("junto.posts.urls")),
    path("", include("junto.portability.urls")),
    path("", include("junto.operating.urls")),
    path("", include("junto.pages.urls")),
]

handler400 = "junto.design.views.errors.bad_request"
handler403 = "junto.design.views.errors.permission_denied"
handler404 = "junto.design.views.errors.page_not_found"
handler500 = "junto.design.views.errors.server_error"
