from django.apps import AppConfig


class GuideConfig(AppConfig):
    name = "guide"
    verbose_name = "Guide"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from colleagues import origin
        from guide.origin import guide_origin

        origin.register(guide_origin)
