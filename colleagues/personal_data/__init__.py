"""A person's data: what is held about somebody, handed out, and erased.

Each room registers what it holds (`registry.register`) when it starts; a system check refuses a
link to a user or a colleague that nobody has registered.
"""
