from django.urls import path

from junto.design.views import living

app_name = "design"
urlpatterns = [
    path("", living.living, name="living"),
    path("keys/", living.keys, name="keys"),
]
