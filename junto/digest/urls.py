from django.urls import path

from junto.digest.views import editions, rhythm

app_name = "digest"
urlpatterns = [
    path("", editions.editions, name="editions"),
    path("rhythm/", rhythm.rhythm, name="rhythm"),
    path("stop/", rhythm.stop, name="stop"),
]
