from django.urls import path

from junto.spaces.views import hidden

app_name = "hidden"
urlpatterns = [
    path("", hidden.spaces, name="spaces"),
    path("<int:number>/membership/", hidden.membership, name="membership"),
]
