"""Every address of the house, one room a line."""

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.urls import include, path, re_path
from django.views.generic import RedirectView
from wagtail import urls as wagtail_urls
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from gufu import routing, views

urlpatterns = [
    path("health/live", views.live, name="live"),
    path("health/ready", views.ready, name="ready"),
    path("metrics", views.metrics, name="metrics"),
    path("konto/", include("gufu.sign_on.urls")),
    path("sprog/", include("django.conf.urls.i18n")),
    # One sign-in form for all: Wagtail's own would be one more to guard.
    path(
        "cms/login/",
        login_not_required(RedirectView.as_view(pattern_name="login", query_string=True)),
    ),
    path("_util/login/", views.closed),
    path("_util/authenticate_with_password/<path:rest>", views.closed),
    path("dokumenter/authenticate_with_password/<path:rest>", views.closed),
    path("cms/", include(wagtailadmin_urls)),
    path("dokumenter/", include(wagtaildocs_urls)),
    path("billeder/", include("consent.urls")),
    path("kolleger/", include("colleagues.urls")),
    path("scim/v2/", include("colleagues.staff.scim.urls")),
    path("stoette/", include("colleagues.support_urls")),
    path("soeg/", include("search.urls")),
    path("guide/", include("guide.urls")),
    path("", include("toolbox.urls")),
    path("", include("cases.urls")),
]
if settings.DEMO_MAILBOX:
    urlpatterns.append(path("udvikling/", include("gufu.demo.urls")))
urlpatterns += [
    # Pages of the tree. Wagtail's own addresses stay for what names them (previews, editors).
    re_path(r"^((?:[\w\-]+/)*)$", routing.serve),
    path("", include(wagtail_urls)),
]

handler400 = "gufu.views.bad_request"
handler404 = "gufu.views.not_found"
