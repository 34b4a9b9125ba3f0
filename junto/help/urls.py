from junto.help.asking import urls as asking

app_name = "help"
urlpatterns = [*asking.urlpatterns]
