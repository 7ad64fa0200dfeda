from django.db import migrations, models


def those_with_one_need_it(apps, schema_editor):
    attachments = apps.get_model("consent", "Attachment").objects
    attachments.exclude(consent=None).update(needs_consent=True)


class Migration(migrations.Migration):
    dependencies = [("consent", "0003_attachment_texts")]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="needs_consent",
            field=models.BooleanField(
                default=False,
                help_text="Dokumentet kan kun hentes, når der er et gyldigt samtykke.",
                verbose_name="kræver samtykke",
            ),
        ),
        migrations.RunPython(those_with_one_need_it, migrations.RunPython.noop),
    ]
