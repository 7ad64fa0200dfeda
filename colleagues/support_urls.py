"""Addresses of the support from consultants."""

urlpatterns: list = []
