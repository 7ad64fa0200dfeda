"""Views of the directory, of messages and of support."""
