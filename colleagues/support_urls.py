"""Addresses of the support from consultants."""

from django.urls import path

from colleagues.views import queue, support

urlpatterns = [
    path("", support.ask, name="support"),
    path("mine/", support.mine, name="my_support"),
    path("mine/<uuid:token>/", support.receipt, name="support_request"),
    path("koe/", queue.queue, name="support_queue"),
    path("koe/<int:pk>/", queue.detail, name="support_detail"),
    path("koe/<int:pk>/tildel/", queue.assign, name="support_assign"),
    path("koe/<int:pk>/svar/", queue.answer, name="support_answer"),
    path("koe/<int:pk>/luk/", queue.close, name="support_close"),
]
