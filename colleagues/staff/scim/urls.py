"""Addresses of SCIM 2.0; what lies below is told apart by `service`."""

from django.urls import path

from colleagues.staff.scim.door import scim

urlpatterns = [path("<path:rest>", scim, name="scim")]
