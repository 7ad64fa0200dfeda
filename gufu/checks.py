"""System checks: a rule that holds the house up is checked at every start, and says its cure."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register
from django.template.exceptions import TemplateDoesNotExist
from django.template.loader import get_template
from django.urls import Resolver404, resolve
from wagtail.models import Page

#: Middleware without which a promise is broken, in the order in which they must stand.
MIDDLEWARE = (
    "django.middleware.security.SecurityMiddleware",
    "gufu.middleware.SecurityHeadersMiddleware",
    "gufu.middleware.ContentSecurityPolicyMiddleware",
    "gufu.middleware.BodyLimitMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "gufu.middleware.AtomicChangesMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "gufu.middleware.CmsDoorMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "axes.middleware.AxesMiddleware",
)


def page_models() -> list[type[Page]]:
    """Return the page types of the house, without Wagtail's own."""
    return [
        model
        for model in apps.get_models()
        if issubclass(model, Page) and model is not Page and not model._meta.abstract
    ]


@register(Tags.models)
def check_visibility(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """gufu.E001: every page type answers "may this viewer see it?"."""
    return [
        Error(
            f"{model._meta.label} has no visible_to() on its manager.",
            hint="Write `objects = VisiblePageManager()` (gufu.visibility) in the class.",
            obj=model,
            id="gufu.E001",
        )
        for model in page_models()
        if not hasattr(model._default_manager.all(), "visible_to")
    ]


@register(Tags.models)
def check_knowledge_pages(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """gufu.E002, gufu.E003: every kind of knowledge has a name of its own and a template."""
    return list(_faults_of_knowledge_pages())


def _faults_of_knowledge_pages() -> Iterator[CheckMessage]:
    from gufu.models import KnowledgePage

    kinds = {KnowledgePage.kind: KnowledgePage}
    for model in page_models():
        if not issubclass(model, KnowledgePage) or model is KnowledgePage:
            continue
        if kinds.setdefault(model.kind, model) is not model:
            yield Error(
                f'{model._meta.label} has the kind "{model.kind}" of '
                f"{kinds[model.kind]._meta.label}.",
                hint="Write a `kind` and a `kind_label` of its own; facets and search use them.",
                obj=model,
                id="gufu.E002",
            )
        try:
            get_template(model.template)
        except TemplateDoesNotExist:
            yield Error(
                f"{model._meta.label} has no template {model.template}.",
                hint="Write it in templates/, or name another in the class's `template`.",
                obj=model,
                id="gufu.E003",
            )


@register(Tags.security)
def check_media_is_private(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """gufu.E004: no file can be had without the view that asks page and consent."""
    faults = []
    try:
        view = resolve(f"{settings.MEDIA_URL}original_images/x.jpg").func
        if view.__module__ == "django.views.static":
            faults.append("an address of the site serves it")
    except Resolver404:
        pass
    media = Path(settings.MEDIA_ROOT).resolve()
    public = [settings.STATIC_ROOT, getattr(settings, "WHITENOISE_ROOT", None)]
    public += [
        entry if isinstance(entry, str | Path) else entry[1] for entry in settings.STATICFILES_DIRS
    ]
    for folder in filter(None, public):
        if media.is_relative_to(Path(folder).resolve()):
            faults.append(f"it lies in the public folder {folder}")
    return [
        Error(
            f"MEDIA_ROOT is public: {fault}.",
            hint="Files are sent by the view `photo` and by Wagtail's document view alone.",
            id="gufu.E004",
        )
        for fault in faults
    ]


@register(Tags.security)
def check_middleware(app_configs: Any = None, **kwargs: Any) -> list[CheckMessage]:
    """gufu.E005, gufu.E006: what protects every request is there, in an order that works."""
    there = [name for name in settings.MIDDLEWARE if name in MIDDLEWARE]
    faults: list[CheckMessage] = [
        Error(
            f"{name} is missing from MIDDLEWARE.",
            hint="Put it back as in gufu/settings/base.py.",
            id="gufu.E005",
        )
        for name in MIDDLEWARE
        if name not in there
    ]
    if not faults and there != list(MIDDLEWARE):
        faults.append(
            Error(
                "MIDDLEWARE stands in an order that does not protect.",
                hint="The order must be: " + ", ".join(MIDDLEWARE),
                id="gufu.E006",
            )
        )
    return faults
