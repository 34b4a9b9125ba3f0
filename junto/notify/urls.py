from django.urls import path

from junto.notify.views import hearing, inbox, preferences, switch

app_name = "notify"
urlpatterns = [
    path("", inbox.inbox, name="inbox"),
    path("waiting/", inbox.waiting, name="waiting"),
    path("seen/", inbox.all_seen, name="all_seen"),
    path("preferences/", preferences.preferences, name="preferences"),
    path("preferences/<str:name>/", preferences.way, name="way"),
    path("preferences/<str:name>/<str:concern>/", preferences.less, name="less"),
    path("hearing/<str:family>/<int:number>/", hearing.hearing, name="hearing"),
    path("switch/<str:token>/", switch.switch, name="switch"),
    path("<int:number>/why/", inbox.why, name="why"),
    path("<int:number>/seen/", inbox.seen, name="seen"),
]
