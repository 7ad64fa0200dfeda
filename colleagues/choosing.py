"""Choosing a colleague in the CMS: among thousands, by a part of the name or the address."""

from typing import Any

from django.db.models import Q, QuerySet
from wagtail.admin.forms.choosers import BaseFilterForm, SearchFilterMixin
from wagtail.snippets.views.chooser import ChooseResultsView, ChooseView, SnippetChooserViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from colleagues.models import ColleagueProfile


class NameForm(SearchFilterMixin, BaseFilterForm):
    """The field above the list. It asks the table itself: imports write no index of Wagtail's."""

    def filter(self, objects: QuerySet[ColleagueProfile]) -> QuerySet[ColleagueProfile]:
        for word in self.cleaned_data.get("q", "").split():
            objects = objects.filter(Q(name__icontains=word) | Q(email__icontains=word))
        return objects


class AtWork:
    """The list: whoever has not left."""

    filter_form_class = NameForm

    def get_object_list(self) -> Any:
        everybody = super().get_object_list()  # type: ignore[misc]
        return everybody.filter(Q(user=None) | Q(user__is_active=True))


class ChooseColleagueView(AtWork, ChooseView):
    pass


class ChooseColleagueResultsView(AtWork, ChooseResultsView):
    pass


class ColleagueChooserViewSet(SnippetChooserViewSet):
    choose_view_class = ChooseColleagueView
    choose_results_view_class = ChooseColleagueResultsView


class ColleagueViewSet(SnippetViewSet):
    """Colleagues in the CMS."""

    model = ColleagueProfile
    chooser_viewset_class = ColleagueChooserViewSet
    search_fields = ["name", "email"]
    search_backend_name = None
