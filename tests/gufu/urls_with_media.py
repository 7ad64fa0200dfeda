"""Addresses as a project in a hurry writes them: MEDIA_ROOT open to everybody."""

from django.conf import settings
from django.urls import re_path
from django.views.static import serve

from gufu.urls import urlpatterns as ours

media = re_path(rf"^{settings.MEDIA_URL.lstrip('/')}(?P<path>.*)$", serve)
urlpatterns = [media, *ours]
