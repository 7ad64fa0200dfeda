"""Addresses of what is no page of the tree: citizens' voices."""

from django.urls import path

from cases import views

urlpatterns = [path("borgernes-stemmer/", views.voices, name="voices")]
