"""Addresses that exist only on one's own machine."""

urlpatterns: list = []
