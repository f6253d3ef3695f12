#!/usr/bin/env bash
# Brings the system up with a folder and ports of its own, measures it beside the floor, has it checked and stops it.
# tests/bench.sh [--no-build] [OPTION…]: the options are those of tests/Benchmarks/README.md.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

export LOSTCASES_STATE=${LOSTCASES_BENCH_STATE:-$PWD/.local/bench} LOSTCASES_PORT=${LOSTCASES_BENCH_PORT:-20480} LOSTCASES_PORT_OFFSET=${LOSTCASES_BENCH_PORT_OFFSET:-2400}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# shellcheck source=deploy/lib.sh
source deploy/lib.sh

# seconds COMMAND…: runs it, its output to the log; prints how long it took.
seconds() {
    local began=$EPOCHREALTIME
    "$@" >>"$STATE/bench.log" 2>&1 || return 1
    awk -v began="$began" -v ended="$EPOCHREALTIME" 'BEGIN { printf "%.1f", ended - began }'
}

if [ "${1:-}" = --no-build ]; then shift
else dotnet build LostCases.slnx -c Release -v q -nologo --disable-build-servers || die "the build failed"; fi

trap 'deploy/down.sh >/dev/null' EXIT
trap 'exit 130' INT TERM HUP
: >"$STATE/bench.log"
LOSTCASES_BENCH_COLD=$(seconds deploy/up.sh --no-build --fresh --no-demo --detach) || die "it did not come up; see $STATE/bench.log"
deploy/down.sh >/dev/null
LOSTCASES_BENCH_WARM=$(seconds deploy/up.sh --no-build --no-demo --detach) || die "it did not come up again; see $STATE/bench.log"
LOSTCASES_TEST_POSTGRES="Host=127.0.0.1;Port=$(port postgres);Username=postgres;Password=$(secret postgres_password)"
LOSTCASES_TEST_RABBITMQ="amqp://lostcases:$(secret rabbitmq_password)@127.0.0.1:$(port rabbitmq)/lostcases"
LOSTCASES_TEST_URL=http://localhost:$(port gateway)
LOSTCASES_TEST_CREDENTIALS=$CREDENTIALS
export LOSTCASES_BENCH_COLD LOSTCASES_BENCH_WARM
export LOSTCASES_TEST_POSTGRES LOSTCASES_TEST_RABBITMQ LOSTCASES_TEST_URL LOSTCASES_TEST_CREDENTIALS

if [ "${1:-}" = --engines ]; then [ -f "$(assembly workflows/Elsa/Elsa.csproj)" ] || build_elsa || die "only one engine is built here"; fi
dotnet "$(assembly tests/Benchmarks/Benchmarks.csproj)" "$@" | tee "$STATE/results.txt"
