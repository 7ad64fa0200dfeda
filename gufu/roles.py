"""The groups of the house, by name. What each may do is set up by `manage.py setup_roles`."""

EDITORS = "Redaktører"
SUBJECT_EDITORS = "Fagredaktører"
CONSULTANTS = "Konsulenter"
ADMINISTRATORS = "Administratorer"

ALL = (EDITORS, SUBJECT_EDITORS, CONSULTANTS, ADMINISTRATORS)

#: What the map from the provider's groups calls them (OIDC_GROUP_MAP).
BY_KEY = {
    "editors": EDITORS,
    "subject_editors": SUBJECT_EDITORS,
    "consultants": CONSULTANTS,
    "administrators": ADMINISTRATORS,
}
