from django.urls import path

from junto.notify.views import inbox

app_name = "notify"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("waiting/", inbox.waiting, name="waiting"),
    path("seen/", inbox.all_seen, name="all_seen"),
    path("<int:number>/seen/", inbox.seen, name="seen"),
]
