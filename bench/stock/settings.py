"""A site with one model and Wagtail's database backend (django-modelsearch) on SQLite in memory."""

SECRET_KEY = "only for the bench"
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
INSTALLED_APPS = ["django.contrib.contenttypes", "modelsearch", "bench.stock"]
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"
MODELSEARCH_BACKENDS = {"default": {"BACKEND": "modelsearch.backends.database"}}
USE_TZ = True
