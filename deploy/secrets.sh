#!/usr/bin/env bash
# Make the secrets that docker-compose.yml mounts, random, one a file. What exists is kept: a new
# database password in the file alone would lock the site out of its database.
set -euo pipefail
cd "$(dirname "$0")"

# The folder is closed to others on this machine. The files in it are readable, because Compose
# mounts them with the owner and mode they have here, and each container's user must read its own.
mkdir -p secrets
chmod 700 secrets

random() { head -c 48 /dev/urandom | base64 | tr -d '\n/+='; }
keep() { # name, content: written only when there is no such file
    if [ -s "secrets/$1" ]; then
        printf 'kept     deploy/secrets/%s\n' "$1"
    else
        printf '%s\n' "$2" > "secrets/$1"
        chmod 644 "secrets/$1"
        printf 'written  deploy/secrets/%s\n' "$1"
    fi
}

keep secret_key "$(random)"
keep database_password "$(random)"
keep elastic_password "$(random)"
keep database_url "postgres://gufu:$(cat secrets/database_password)@postgres:5432/gufu"
keep elasticsearch_url "http://elastic:$(cat secrets/elastic_password)@elasticsearch:9200"
# Until it names the municipality's own mail server, mail ends in the mail catcher.
keep email_url "smtp://mail:1025"
# Empty until there is a provider of identities; its administrators give it out.
keep oidc_client_secret ""
