"""Who may see a file? Asked at every read; nothing about the answer is kept.

A file may be read when its consent holds today and something that uses it may be seen by the
viewer. Whoever may choose or change it in the CMS may see it before it is used anywhere.

A consent that has ended closes every size that the site's pages use, for everybody. Only the
CMS's own thumbnails stay, and only for those who may change the photo: they have to find it and
mend it.
"""

from collections import defaultdict
from typing import Any

from django.contrib.contenttypes.models import ContentType
from wagtail.models import ReferenceIndex
from wagtail.permissions import policy_registry

from consent.models import Attachment, Photo, PhotoRendition
from consent.presets import all_specs
from gufu.visibility import Viewer, is_staff_member


def may_see_rendition(viewer: Viewer, rendition: PhotoRendition) -> bool:
    """Return whether `viewer` may read this size of a photo now."""
    if not is_staff_member(viewer):
        return False
    photo = rendition.image
    if not photo.is_showable:
        return rendition.filter_spec not in all_specs() and _has_right(viewer, photo, "change")
    return is_used_where_seen(photo, viewer) or _may_edit(viewer, photo)


def may_see_attachment(viewer: Viewer, attachment: Attachment) -> bool:
    """Return whether `viewer` may read this document now."""
    if not is_staff_member(viewer) or not attachment.is_showable:
        return False
    return is_used_where_seen(attachment, viewer) or _may_edit(viewer, attachment)


def is_used_where_seen(target: Photo | Attachment, viewer: Viewer) -> bool:
    """Return whether `viewer` may see an object that uses `target`.

    The users are found by Wagtail's reference index: foreign keys, blocks of a story, links in
    rich text. Each model answers by `visible_to`, or by `media_visible_to` where its pictures
    need more than itself; a model that has neither shows nothing.
    """
    users = defaultdict(set)
    for content_type, pk in ReferenceIndex.get_references_to(target).values_list(
        "content_type", "object_id"
    ):
        users[content_type].add(pk)
    for content_type, pks in users.items():
        model = ContentType.objects.get_for_id(content_type).model_class()
        if model is not None and _visible(model, pks, viewer):
            return True
    return False


def _visible(model: Any, pks: set[str], viewer: Viewer) -> bool:
    objects = model._default_manager.all()
    rule = getattr(objects, "media_visible_to", None) or getattr(objects, "visible_to", None)
    return rule is not None and rule(viewer).filter(pk__in=pks).exists()


def _may_edit(viewer: Viewer, target: Photo | Attachment) -> bool:
    return _has_right(viewer, target, "choose") or _has_right(viewer, target, "change")


def _has_right(viewer: Viewer, target: Photo | Attachment, right: str) -> bool:
    policy = policy_registry.get_by_type(type(target))
    return policy.user_has_permission_for_instance(viewer, right, target)
