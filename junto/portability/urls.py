from django.urls import path

from junto.portability.views import sample

app_name = "portability"
urlpatterns = [
    path("sample/", sample.sample, name="sample"),
]
