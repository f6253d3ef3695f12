#!/usr/bin/env bash
# deploy/secrets.sh [FILE]: makes, once, every password docker-compose.yml asks for, in .env beside it (or in FILE).
# Passwords that are there already are kept; only the owner can read the file.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
file=${1:-$root/.env}

random() { head -c 64 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | cut -c1-32; }

(umask 077 && touch "$file")
chmod 600 "$file"
# shellcheck disable=SC2016 # searched for, not expanded
grep -o '\${[A-Z_]*PASSWORD:?}' "$root/docker-compose.yml" | tr -dc 'A-Z_\n' | sort -u | while read -r name; do
    grep -q "^$name=" "$file" || printf '%s=%s\n' "$name" "$(random)" >>"$file"
done
printf 'The passwords are in %s.\n' "$file"
