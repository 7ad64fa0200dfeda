"""Addresses of photos."""

from django.urls import path

from consent import views

urlpatterns = [path("<int:pk>/<str:name>", views.photo, name="photo")]
