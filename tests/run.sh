#!/usr/bin/env bash
# Builds, brings up what the tests need, runs them, sums up. tests/run.sh [--no-build] [NAME…] runs only the suites named;
# tests/run.sh screenshots pictures every page into .local/screenshots and runs only when named.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 1

# The tests' system has a folder and ports of its own, beside one that may be running here.
export LOSTCASES_STATE=${LOSTCASES_TEST_STATE:-$PWD/.local/test} LOSTCASES_PORT=${LOSTCASES_TEST_PORT:-18480} LOSTCASES_PORT_OFFSET=${LOSTCASES_TEST_PORT_OFFSET:-400}
# The designer's tokens are short, so that a page that is edited for a minute and a half renews them several times.
export LOSTCASES__WORKFLOWTOKENSECONDS=${LOSTCASES__WORKFLOWTOKENSECONDS:-45}
export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_CLI_UI_LANGUAGE=en
# shellcheck source=deploy/lib.sh
source deploy/lib.sh
RESULTS=$STATE/results
SCENARIOS=tests/Scenarios/scenarios.json
passed=0 failed=0 skipped=0 broken=()

# name, project, what it needs: nothing, servers (PostgreSQL and RabbitMQ), system, or demo: a system that loads its demo.
suites() {
    cat <<TABLE
rules tests/Rules.Tests nothing
architecture tests/Architecture.Tests nothing
documents tests/Documents.Tests nothing
services tests/Services.Tests servers
workflows tests/Workflows.Tests servers
elsa tests/Elsa.Tests servers
scenarios tests/Scenarios system
system tests/System.Tests system
matrix tests/Matrix.Tests system
check tests/Check.Tests system
browser tests/Browser.Tests system
demo tests/Demo.Tests demo
faults tests/Faults system
screenshots tests/Browser.Tests system
TABLE
}

project_of() { printf '%s/%s.csproj' "$1" "$(basename "$1")"; }

existing() {
    local name folder need
    while read -r name folder need; do
        [ ! -f "$(project_of "$folder")" ] || printf '%s %s %s\n' "$name" "$folder" "$need"
    done < <(suites)
}

# The suites to run: those that exist, and of these the ones asked for.
chosen() {
    local name folder need
    while read -r name folder need; do
        if [ ${#wanted[@]} = 0 ]; then [ "$name" != screenshots ] || continue
        else [[ " ${wanted[*]} " == *" $name "* ]] || continue; fi
        printf '%s %s %s\n' "$name" "$folder" "$need"
    done < <(existing)
}

broke() { broken+=("$1"); printf '%s could not run: %s\n' "$1" "$2"; }

count() {
    passed=$((passed + $2)) failed=$((failed + $3)) skipped=$((skipped + $4))
    printf '== %s: %d passed, %d failed, %d skipped\n' "$1" "$2" "$3" "$4"
}

# attribute FILE NAME: of a .trx file's <Counters>.
attribute() { grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'; }

run_dotnet_test() {
    local name=$1 folder=$2 trx=$RESULTS/$1.trx only=() status total executed good
    rm -f "$trx"
    case $name in
        browser) only=(--filter 'Category!=screenshots&Category!=slow') ;;
        screenshots) only=(--filter 'Category=screenshots') ;;
    esac
    dotnet test "$(project_of "$folder")" -c Release --no-build --nologo "${only[@]}" --logger "trx;LogFileName=$trx" --logger 'console;verbosity=minimal'
    status=$?
    [ -s "$trx" ] || { broke "$name" "no results"; return; }
    total=$(attribute "$trx" total) executed=$(attribute "$trx" executed) good=$(attribute "$trx" passed)
    count "$name" "$good" $((executed - good)) $((total - executed))
    [ "$name" != rules ] || grep -o '[0-9]* clauses: [^<]*' "$trx"
    [ "$total" -gt 0 ] || broke "$name" "it contains no test"
    [ $status = 0 ] || [ "$good" -lt "$executed" ] || broke "$name" "it ended with code $status"
}

# run_program NAME FOLDER ARGUMENT…: one whose last line is "N passed, N failed[, N skipped]".
run_program() {
    local name=$1 folder=$2 log=$RESULTS/${1//[^a-z]/-}.log status last
    shift 2
    dotnet run --project "$folder" -c Release --no-build -- "$@" | tee "$log"
    status=${PIPESTATUS[0]}
    last=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
    [[ $last =~ ^([0-9]+)\ passed,\ ([0-9]+)\ failed(,\ ([0-9]+)\ skipped)? ]] || { broke "$name" "no summary"; return; }
    count "$name" "${BASH_REMATCH[1]}" "${BASH_REMATCH[2]}" "${BASH_REMATCH[4]:-0}"
    [ "$status" = 0 ] || [ "${BASH_REMATCH[2]}" -gt 0 ] || broke "$name" "it ended with code $status"
}

addresses() {
    LOSTCASES_TEST_POSTGRES="Host=127.0.0.1;Port=$(port postgres);Username=postgres;Password=$(secret postgres_password);Database=postgres"
    LOSTCASES_TEST_RABBITMQ="amqp://lostcases:$(secret rabbitmq_password)@127.0.0.1:$(port rabbitmq)/lostcases"
    LOSTCASES_TEST_URL=http://localhost:$(port gateway)
    LOSTCASES_TEST_CREDENTIALS=$CREDENTIALS
    export LOSTCASES_TEST_POSTGRES LOSTCASES_TEST_RABBITMQ LOSTCASES_TEST_URL LOSTCASES_TEST_CREDENTIALS
}

# What is up: nothing, servers, system, demo. Each is brought up when a suite needs it and it is not there; a system has servers.
up=nothing
need() {
    [ "$1" != nothing ] && [ "$up" != "$1" ] && [[ "$1-$up" != servers-@(system|demo) ]] || return 0
    if [ "$1" = servers ]; then deploy/up.sh --fresh --servers --detach || return 1
    elif [ "$1" = demo ]; then deploy/up.sh --fresh --no-build --detach >"$RESULTS/demo-up.log" || return 1 # it names sign-ins
    else deploy/up.sh --fresh --no-demo --no-build --detach || return 1; fi
    up=$1
    addresses
}

run() {
    local name=$1 folder=$2 need=$3
    printf '\n== %s\n' "$name"
    if [ "$name" = scenarios ]; then
        run_program "scenarios (rules)" "$folder" --mode rules "$SCENARIOS"
        need=system
        [ -f gateway/Gateway/Gateway.csproj ] || return
    fi
    if [ "$name" = documents ]; then (need_packages fonts-noto-cjk fonts-dejavu-core) || { broke "$name" "its fonts are missing"; return; }; fi
    if [[ $name == browser || $name == screenshots ]] && ! command -v chromium >/dev/null; then (need_packages chromium fonts-noto-cjk) || { broke "$name" "Chromium is missing"; return; }; fi
    if [ "$name" = elsa ] && [ ! -f tests/Elsa.Tests/bin/Release/net10.0/LostCases.Elsa.Tests.dll ]; then
        echo "not run: Elsa's packages could not be restored here (LOSTCASES_PACKAGES)"
        return
    fi
    need "$need" || { broke "$name" "what it needs did not come up"; return; }
    case $name in
        scenarios) run_program "scenarios (system)" "$folder" --mode system ${LOSTCASES_TEST_ONLY:+--only "$LOSTCASES_TEST_ONLY"} "$SCENARIOS" ;;
        faults) read -ra faults <<<"${LOSTCASES_TEST_FAULTS:-}"; run_program faults "$folder" "${faults[@]}" ;;
        *) run_dotnet_test "$name" "$folder" ;;
    esac
}

build=1 wanted=()
for argument; do if [ "$argument" = --no-build ]; then build=0; else wanted+=("$argument"); fi; done
mapfile -t list < <(chosen)
for name in "${wanted[@]}"; do
    printf '%s\n' "${list[@]}" | grep -q "^$name " || { printf 'no suite %s here; there are: %s\n' "$name" "$(existing | cut -d' ' -f1 | tr '\n' ' ')"; exit 2; }
done

mkdir -p "$RESULTS" "$LOGS"
trap 'deploy/down.sh >/dev/null' EXIT
trap 'exit 130' INT TERM HUP
if [ $build = 1 ]; then
    dotnet build LostCases.slnx -c Release -v q -nologo --disable-build-servers || { echo "the build failed"; echo "0 passed, 1 failed"; exit 1; }
    build_elsa
fi
for line in "${list[@]}"; do read -r name folder need <<<"$line"; run "$name" "$folder" "$need"; done

echo
for name in "${broken[@]}"; do echo "could not run: $name"; done
failed=$((failed + ${#broken[@]}))
printf '%d passed, %d failed' $passed $failed
[ $skipped = 0 ] || printf ', %d skipped' $skipped
echo
[ $failed = 0 ] && [ $passed -gt 0 ]
