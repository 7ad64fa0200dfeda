"""Feedback knows the form it came with, so that it is saved once; examples say that they are."""

import uuid

from django.db import migrations, models

EXAMPLE = {
    "default": False,
    "help_text": "Teksten er et opdigtet eksempel. Det står tydeligt på siden.",
    "verbose_name": "eksempeltekst",
}


def give_tokens(apps, schema_editor):
    for row in apps.get_model("toolbox", "Feedback").objects.filter(token=None).only("pk"):
        row.token = uuid.uuid4()
        row.save(update_fields=["token"])


class Migration(migrations.Migration):
    dependencies = [("toolbox", "0003_template_file_is_an_attachment")]

    operations = [
        migrations.AddField("feedback", "is_illustrative", models.BooleanField(**EXAMPLE)),
        migrations.AddField("tooltrial", "is_illustrative", models.BooleanField(**EXAMPLE)),
        migrations.AddField("feedback", "token", models.UUIDField(null=True, editable=False)),
        migrations.RunPython(give_tokens, migrations.RunPython.noop),
        migrations.AlterField(
            "feedback",
            "token",
            models.UUIDField(
                default=uuid.uuid4, editable=False, unique=True, verbose_name="formular"
            ),
        ),
    ]
