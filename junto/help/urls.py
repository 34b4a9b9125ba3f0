from django.urls import include, path

app_name = "help"
urlpatterns = [
    path("hallway/", include("junto.help.hallway.urls")),
    path("needs/", include("junto.help.needs.urls")),
]
