from django.urls import path

from junto.notify.views import inbox, switch

app_name = "notify"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("waiting/", inbox.waiting, name="waiting"),
    path("seen/", inbox.all_seen, name="all_seen"),
    path("switch/<str:token>/", switch.switch, name="switch"),
    path("<int:number>/seen/", inbox.seen, name="seen"),
]
