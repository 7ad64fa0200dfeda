"""Addresses of the toolbox's cards, of trials, of feedback, and of one's own toolbox.

The tools themselves are pages of the tree; what one does with them stands below their address.
"""

from django.urls import path

from toolbox import feedback_views, own, views

urlpatterns = [
    path("vaerktoejer/<slug:slug>/proevet/", views.record_trial, name="record_trial"),
    path("feedback/", feedback_views.my_feedback, name="my_feedback"),
    path("feedback/giv/<int:pk>/", feedback_views.give_feedback, name="give_feedback"),
    path("feedback/<uuid:token>/", feedback_views.one_feedback, name="feedback"),
    path("feedback/<uuid:token>/svar/", feedback_views.answer_feedback, name="answer_feedback"),
    path("spoergsmaal/", views.questions, name="questions"),
    path("spoergsmaal/<slug:slug>/", views.question, name="question"),
    path("principper/", views.principles, name="principles"),
    path("principper/<slug:slug>/", views.principle, name="principle"),
    path("goer-og-undgaa/", views.dos_and_donts, name="dos_and_donts"),
    path("min-vaerktoejskasse/", own.my_toolbox, name="my_toolbox"),
    path("min-vaerktoejskasse/gem/", own.save_page, name="save_page"),
    path("min-vaerktoejskasse/<int:pk>/fjern/", own.remove_page, name="remove_page"),
    path("min-vaerktoejskasse/<int:pk>/flyt/", own.move_page, name="move_page"),
    path("min-vaerktoejskasse/<int:pk>/note/", own.write_note, name="write_note"),
]
