"""Addresses below /konto/. Of allauth's own (sign-up, mail addresses, …) none is reachable."""

from django.urls import path

from gufu.sign_on import provider_views, second_factor_views, views

urlpatterns = [
    path("login/", views.SignInView.as_view(), name="login"),
    path("login/kode/", views.SecondStepView.as_view(), name="second_step"),
    path("login/kommunen/", provider_views.start, name="provider_start"),
    path("login/kommunen/tilbage/", provider_views.back, name="provider_back"),
    path("noedadgang/", views.BreakGlassView.as_view(), name="break_glass"),
    path("logud/", views.SignOutView.as_view(), name="logout"),
    path("adgangskode/", views.NewPasswordView.as_view(), name="password_change"),
    path("adgangskode/skiftet/", views.NewPasswordSetView.as_view(), name="password_changed"),
    path("totrin/", second_factor_views.SecondFactorView.as_view(), name="second_factor"),
    path(
        "totrin/koder/",
        second_factor_views.NewRecoveryCodesView.as_view(),
        name="recovery_codes",
    ),
    path(
        "totrin/slaa-fra/",
        second_factor_views.SecondFactorOffView.as_view(),
        name="second_factor_off",
    ),
]
