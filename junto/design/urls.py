from django.urls import path

from junto.design.views import letters, living

app_name = "design"
urlpatterns = [
    path("", living.living, name="living"),
    path("keys/", living.keys, name="keys"),
    path("letters/<slug:name>/", letters.letter, name="letter"),
    path("letters/<slug:name>/plain/", letters.plain, name="plain_letter"),
]
