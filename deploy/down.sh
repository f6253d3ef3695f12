#!/usr/bin/env bash
# Stops everything up.sh started from this checkout (or in LOSTCASES_STATE); data stay.
set -uo pipefail
# shellcheck source=deploy/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
stop_all
say "Stopped. Data stay in $STATE."
