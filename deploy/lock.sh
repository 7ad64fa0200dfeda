#!/usr/bin/env bash
# Write requirements/*.txt from requirements/*.in: exact versions, a hash for every file, for every
# supported Python (3.11 and newer) and platform at once. Extra arguments go to uv: --upgrade,
# --upgrade-package django.
set -euo pipefail
cd "$(dirname "$0")/../requirements"

for name in base dev uv; do
    ../.cache/uv/bin/uv --no-config pip compile "$name.in" --output-file "$name.txt" --quiet \
        --universal --python-version 3.11 --generate-hashes \
        --no-emit-index-url --no-emit-find-links --no-header --no-annotate "$@"
    printf '%s: %s packages\n' "$name.txt" "$(grep -c '^[a-z0-9]' "$name.txt")"
done
