#!/usr/bin/env bash
# docker-compose.yml against Compose's own rules, with whichever of its validators is at hand.
set -euo pipefail
cd "$(dirname "$0")/.."

# The reference implementation of the Compose Specification; its command validates.
validator=github.com/compose-spec/compose-go/v2/cmd@v2.16.2

if docker compose version >/dev/null 2>&1; then
    name="docker compose config"
    check() { docker compose --file docker-compose.yml config --quiet; }
elif command -v docker-compose >/dev/null; then
    name="docker-compose config ($(docker-compose version --short 2>/dev/null))"
    check() { docker-compose --file docker-compose.yml config --quiet; }
elif command -v go >/dev/null; then
    name="$validator"
    check() { go run "$validator" docker-compose.yml >/dev/null; }
else
    echo "No validator here. Install Docker with Compose, or Debian's docker-compose, or Go 1.24." >&2
    exit 1
fi
check
echo "docker-compose.yml is valid ($name)."
