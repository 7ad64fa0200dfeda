"""Addresses of the support from consultants."""

from django.urls import path

from colleagues.views import queue, queue_steps, statistics, support

urlpatterns = [
    path("", support.ask, name="support"),
    path("mine/", support.mine, name="my_support"),
    path("mine/<uuid:token>/", support.receipt, name="support_request"),
    path("mine/<uuid:token>/erfaring/", support.share, name="support_share"),
    path("koe/", queue.queue, name="support_queue"),
    path("koe/<int:pk>/", queue.detail, name="support_detail"),
    path("koe/<int:pk>/tag/", queue_steps.take, name="support_take"),
    path("koe/<int:pk>/giv/", queue_steps.give, name="support_give"),
    path("koe/<int:pk>/laeg-tilbage/", queue_steps.release, name="support_release"),
    path("koe/<int:pk>/note/", queue_steps.note, name="support_note"),
    path("koe/<int:pk>/svar/", queue_steps.answer, name="support_answer"),
    path("koe/<int:pk>/luk/", queue_steps.close, name="support_close"),
    path("koe/<int:pk>/genaabn/", queue_steps.reopen, name="support_reopen"),
    path("koe/<int:pk>/caseudkast/", queue_steps.draft_case, name="support_draft"),
    path("tal/", statistics.statistics, name="support_statistics"),
    path("tal/stoette.csv", statistics.export, name="support_export"),
]
