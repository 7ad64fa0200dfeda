"""Consents, and the photos and documents that depend on them."""

from consent.models.consents import Consent, valid_consent_q
from consent.models.media import Attachment, Photo, PhotoRendition

__all__ = ["Attachment", "Consent", "Photo", "PhotoRendition", "valid_consent_q"]
