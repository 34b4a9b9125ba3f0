from django.urls import path

from junto.spaces.views import hosting

app_name = "unhosted"
urlpatterns = [
    path("", hosting.spaces, name="spaces"),
    path("<int:number>/host/", hosting.host, name="host"),
]
