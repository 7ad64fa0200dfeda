"""Every builder builds, and what it builds is valid by the model's own rules."""

import inspect

import pytest
from factory.django import DjangoModelFactory

from tests import factories

BUILDERS = [
    builder
    for name, builder in inspect.getmembers(factories, inspect.isclass)
    if issubclass(builder, DjangoModelFactory)
    and builder.__module__ == factories.__name__
    and not builder._meta.abstract
]


@pytest.mark.django_db
@pytest.mark.parametrize("builder", BUILDERS, ids=lambda builder: builder.__name__)
def test_what_is_built_is_valid(builder):
    factories.make_site()
    made = builder()
    made.refresh_from_db()
    made.full_clean()


@pytest.mark.django_db
def test_many_to_many_fields_take_lists():
    factories.make_site()
    area, tool = factories.SubjectAreaFactory(), factories.ToolPageFactory()
    case = factories.CasePortraitPageFactory(
        subject_areas=[area], tools_used=[tool], tags=["borgermøde"]
    )
    case = type(case).objects.get(pk=case.pk)
    assert list(case.subject_areas.all()) == [area]
    assert list(tool.cases.all()) == [case]
    assert [tag.name for tag in case.tags.all()] == ["borgermøde"]
