"""Staff data: from the municipality's registers to accounts and profiles, and out again.

A register (a file, or SCIM) says what it knows as a *document*, shaped as a SCIM user. `documents`
reads it, `plan` compares it with what is known, `writing` writes the difference in bulk, and
`leavers` sees to what a leaver leaves behind.
"""
