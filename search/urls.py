"""Addresses of the search, below /soeg/."""

from django.urls import path

from search import views

urlpatterns = [
    path("", views.results, name="search"),
    path("forslag/", views.suggestions, name="search_suggestions"),
]
