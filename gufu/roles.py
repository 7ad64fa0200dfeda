"""The groups of the house, by name. What each may do is set up by `manage.py setup_roles`."""

EDITORS = "Redaktører"
SUBJECT_EDITORS = "Fagredaktører"
CONSULTANTS = "Konsulenter"
ADMINISTRATORS = "Administratorer"

ALL = (EDITORS, SUBJECT_EDITORS, CONSULTANTS, ADMINISTRATORS)
