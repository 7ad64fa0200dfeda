"""SCIM 2.0 (RFC 7643, 7644): the identity provider keeps accounts, profiles and roles.

`door` lets requests in, `service` answers them. scim2-models reads and writes the messages and is
imported only where SCIM_TOKEN is set.
"""
