"""The toolbox's cards in the CMS: one menu, lists with columns and filters."""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet, SnippetViewSetGroup

from toolbox.models import DoDont, Feedback, Principle, QuestionCard, ToolTrial


class QuestionCardViewSet(SnippetViewSet):
    model = QuestionCard
    icon = "help"
    list_display = ("text", "phase", "audience", "is_published")
    list_filter = ("phase", "audience", "is_published")
    search_fields = ("text", "purpose")


class PrincipleViewSet(SnippetViewSet):
    model = Principle
    icon = "list-ol"
    list_display = ("statement", "origin", "number")
    list_filter = ("origin",)
    search_fields = ("statement", "explanation")


class DoDontViewSet(SnippetViewSet):
    model = DoDont
    icon = "tick-inverse"
    list_display = ("advice", "kind", "evidence_case", "is_published")
    list_filter = ("kind", "is_published")
    search_fields = ("advice", "rationale")


class ToolTrialViewSet(SnippetViewSet):
    model = ToolTrial
    icon = "date"
    list_display = ("tool", "colleague", "date", "worked")
    list_filter = ("worked",)
    search_fields = ("adaptation",)


class FeedbackViewSet(SnippetViewSet):
    model = Feedback
    icon = "comment"
    list_display = ("target", "author", "status", "created_at")
    list_filter = ("status",)
    search_fields = ("worked", "suggestion")


class ToolboxGroup(SnippetViewSetGroup):
    menu_label = _("Værktøjskasse")
    menu_icon = "form"
    menu_order = 210
    items = (
        QuestionCardViewSet,
        DoDontViewSet,
        PrincipleViewSet,
        ToolTrialViewSet,
        FeedbackViewSet,
    )


register_snippet(ToolboxGroup)
