#!/usr/bin/env bash
# Make .venv hold exactly what a lock says: deploy/venv.sh base|dev|uv [directory]
# A stamp named after the lock's content makes the second run a matter of milliseconds.
set -euo pipefail
cd "$(dirname "$0")/.."

name=${1:?usage: deploy/venv.sh base|dev|uv [directory]}
venv=${2:-.venv}
lock=requirements/$name.txt
python=${PYTHON:-python3}

say() { printf '%s\n' "$*"; }
fail() { printf '\n%s\n' "$*" >&2; exit 1; }

stamp() { printf '%s/.locked-%s-%s' "$venv" "$1" "$(cksum < "requirements/$1.txt" | tr ' ' -)"; }

# dev contains base, version for version (requirements/dev.in).
if [ -x "$venv/bin/python" ]; then
    [ -e "$(stamp "$name")" ] && exit 0
    [ "$name" = base ] && [ -e "$(stamp dev)" ] && exit 0
fi

if [ ! -x "$venv/bin/python" ]; then
    command -v "$python" >/dev/null || fail "GUFU needs Python 3.11 or newer; '$python' was not found. Another one: make … PYTHON=python3.12"
    "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))' ||
        fail "GUFU needs Python 3.11 or newer; '$python' is $("$python" -V). Another one: make … PYTHON=python3.12"
    say "Creating $venv with $("$python" -V) …"
    "$python" -m venv "$venv" ||
        fail "The virtual environment could not be made. On Debian and Ubuntu: sudo apt install python3-venv"
fi

total=$(grep -c '^[a-z0-9]' "$lock")
say "Installing $total packages from $lock, each checked by its hash (the first time only) …"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Into a terminal one line that counts; into a file every tenth package.
progress='/^(Collecting|Requirement already satisfied)/ {
    n++
    if (tty) printf "\r\033[K  %d/%d  %s", n, total, $0
    else if (n % 10 == 0) printf "  %d/%d\n", n, total
    fflush()
}
/^Installing collected/ { printf (tty ? "\r\033[K  unpacking …" : "  unpacking …\n"); fflush() }
END { if (tty) printf "\r\033[K" }'
if ! "$venv/bin/python" -m pip install --disable-pip-version-check --no-input --progress-bar off \
    --require-hashes --no-deps -r "$lock" 2>&1 |
    tee "$log" | awk -v total="$total" -v tty="$([ -t 1 ] && echo 1 || echo 0)" "$progress"; then
    tail -n 20 "$log" >&2
    fail "The packages could not be installed; the reason is above. Nothing is lost: run the same command again."
fi
rm -f "$venv"/.locked-"$name"-*
: > "$(stamp "$name")"
