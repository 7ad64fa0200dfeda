from django.apps import AppConfig


class DemoConfig(AppConfig):
    name = "gufu.demo"
    label = "demo"
    verbose_name = "Demo"
