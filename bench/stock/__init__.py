"""Wagtail's stock search, with nothing of GUFU's: the same texts in its database backend."""
