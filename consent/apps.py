from django.apps import AppConfig


class ConsentConfig(AppConfig):
    name = "consent"
    verbose_name = "Samtykke"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Take on the outbox topic, guard what Wagtail keeps between two forms, and let Pillow
        refuse by itself what a form should have refused."""
        from django.conf import settings
        from django.db.models.signals import post_delete, post_save, pre_save
        from PIL import Image
        from wagtail.models import UploadedFile

        from consent.models import Attachment
        from consent.receivers import clean_waiting_upload
        from consent.renditions import make_renditions
        from consent.text import TOPIC, forget_texts, note_attachment, read_attachments
        from gufu import outbox

        Image.MAX_IMAGE_PIXELS = settings.WAGTAILIMAGES_MAX_IMAGE_PIXELS
        outbox.register("renditions", make_renditions)
        outbox.register(TOPIC, read_attachments)
        post_save.connect(note_attachment, Attachment, dispatch_uid="attachment-saved")
        post_delete.connect(forget_texts, Attachment, dispatch_uid="attachment-gone")
        pre_save.connect(clean_waiting_upload, UploadedFile, dispatch_uid="consent")
