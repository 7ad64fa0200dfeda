"""Addresses that exist only on one's own machine."""

from django.urls import path

from gufu.demo import views

urlpatterns = [
    path("post/", views.post, name="dev_mailbox"),
    path("post/<str:name>", views.one_mail, name="dev_mail"),
    path("design/", views.design, name="dev_design"),
]
