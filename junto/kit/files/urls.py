from django.urls import path, re_path

from junto.kit.files.views import file, uploads

app_name = "files"
urlpatterns = [
    path("uploads/", uploads.uploads, name="uploads"),
    re_path(r"^uploads/(?P<key>[0-9a-f]{32})/$", uploads.upload, name="upload"),
    re_path(r"^(?P<key>[0-9a-f]{32})/(?P<size>[a-z0-9]{1,8})/$", file.file, name="file"),
]
