from django.urls import path

from junto.interop.webhooks.views import deliveries, types, webhooks

app_name = "webhooks"
urlpatterns = [
    path("webhooks/", types.types, name="types"),
    path("spaces/<str:slug>/webhooks/", webhooks.webhooks, name="webhooks"),
    path("spaces/<str:slug>/webhooks/new/<str:form>/", webhooks.new, name="new"),
    path("spaces/<str:slug>/webhooks/<int:number>/", webhooks.webhook, name="webhook"),
    path("spaces/<str:slug>/webhooks/<int:number>/change/", webhooks.change, name="change"),
    path("spaces/<str:slug>/webhooks/<int:number>/pause/", webhooks.pause, name="pause"),
    path("spaces/<str:slug>/webhooks/<int:number>/secret/", webhooks.secret, name="secret"),
    path("spaces/<str:slug>/webhooks/<int:number>/test/", webhooks.test, name="test"),
    path("spaces/<str:slug>/webhooks/<int:number>/deliveries/<int:nth>/", deliveries.delivery, name="delivery"),
]
