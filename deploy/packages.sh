#!/usr/bin/env bash
# deploy/packages.sh [--missing] PACKAGE…  (as root)
# Installs Debian packages without creating or starting a system service; with --missing only names those not installed.
set -euo pipefail

policy=/usr/sbin/policy-rc.d
cluster=/etc/postgresql-common/createcluster.d/lostcases.conf

missing() {
    local package
    for package; do
        [[ $(dpkg-query -W -f '${Status}' "$package" 2>/dev/null) == *" installed" ]] || printf '%s ' "$package"
    done
}

# While this runs, no package may start a service, and PostgreSQL creates no system cluster.
restrain() {
    if [ ! -e "$policy" ]; then
        printf '#!/bin/sh\nexit 101\n' >"$policy"
        chmod 755 "$policy"
        trap 'rm -f "$policy" "$cluster"' EXIT
    else
        trap 'rm -f "$cluster"' EXIT
    fi
    mkdir -p "$(dirname "$cluster")"
    printf 'create_main_cluster = false\n' >"$cluster"
}

install() {
    local wanted=("$@")
    export DEBIAN_FRONTEND=noninteractive
    apt-cache show "${wanted[@]}" >/dev/null 2>&1 || apt-get update -q
    apt-get install -qy --no-install-recommends "${wanted[@]}" || {
        apt-get update -q # an old index names versions that are gone
        apt-get install -qy --no-install-recommends "${wanted[@]}"
    }
}

# Installed but not started today: not started at the next boot either.
disable() {
    command -v systemctl >/dev/null || return 0
    systemctl disable rabbitmq-server.service epmd.service epmd.socket >/dev/null 2>&1 || true
}

if [ "${1:-}" = --missing ]; then
    missing "${@:2}"
    exit
fi
read -ra wanted <<<"$(missing "$@")"
if [ ${#wanted[@]} -gt 0 ]; then
    restrain
    install "${wanted[@]}"
    [[ " ${wanted[*]} " != *" rabbitmq-server "* ]] || disable
fi
