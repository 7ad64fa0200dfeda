"""Addresses of the directory, of one's own profile and of messages."""

from django.urls import path

from colleagues.views import contact, directory, mine, my_data

urlpatterns = [
    path("", directory.directory, name="colleagues"),
    path("mig/", mine.my_profile, name="my_profile"),
    path("mig/foto/", mine.my_photo, name="my_photo"),
    path("mig/foto/fjern/", mine.drop_photo, name="my_photo_drop"),
    path("mig/erfaring/", mine.my_evidence, name="my_evidence"),
    path("mig/synlig/", mine.my_visibility, name="my_visibility"),
    path("mig/bekraeft/", mine.confirm, name="my_confirm"),
    path("mig/som-andre-ser-dig/", mine.as_others_see_me, name="my_preview"),
    path("mine-data/", my_data.my_data, name="my_data"),
    path("mine-data/hent/", my_data.download, name="my_data_download"),
    path("mine-beskeder/", contact.messages_sent, name="messages_sent"),
    path("mine-beskeder/<uuid:token>/", contact.receipt, name="message"),
    path("mine-beskeder/<uuid:token>/besvaret/", contact.answered, name="message_answered"),
    path("mine-beskeder/<uuid:token>/igen/", contact.again, name="message_again"),
    path("<slug:slug>/", directory.profile, name="colleague"),
    path("<slug:slug>/kort.vcf", directory.card, name="colleague_vcard"),
    path("<slug:slug>/kontakt/", contact.contact, name="colleague_contact"),
]
