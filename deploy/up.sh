#!/usr/bin/env bash
# Starts the whole system on this machine: private PostgreSQL and RabbitMQ, every process, then prints where it is.
set -uo pipefail
# shellcheck source=deploy/lib.sh
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"
# shellcheck source=deploy/servers.sh
source "$ROOT/deploy/servers.sh"
# shellcheck source=deploy/run.sh
source "$ROOT/deploy/run.sh"

usage() {
    cat <<TEXT
deploy/up.sh [--fresh] [--no-demo] [--no-build] [--detach] [--servers] [--settings]
  --fresh     start over: forget all data, passwords and ports
  --no-demo   no demo accounts or data
  --no-build  run what is built already
  --detach    return when ready (stop with deploy/down.sh); without it Ctrl-C stops everything
  --servers   only PostgreSQL and RabbitMQ
  --settings  start nothing: print the settings of every process, passwords included, as "process<tab>NAME=value"
Environment: LOSTCASES_STATE (folder instead of .local), LOSTCASES_PORT (public port, 8080),
  LOSTCASES_PORT_OFFSET (added to all other ports), LOSTCASES_BIND (public address to listen on, localhost),
  LOSTCASES_URL (public address as browsers see it), LOSTCASES_PROXIES (networks of proxies in front, 10.0.0.0/24,…),
  LOSTCASES_CHECKPOINTS (folder for signed checkpoints of the audit trails, best on another disk),
  LOSTCASES_DEMO_CONFIRMED (1: a demo may be seen beyond this machine),
  WORKFLOW_ENGINE (local; elsa; auto: elsa where its packages can be restored; otherwise the one it last ran on),
  LOSTCASES_PACKAGES (folder with packages the feed lacks)
TEXT
}

fresh=0 demo=1 build=1 detach=0 servers=0 settings=0
for argument; do
    case $argument in
        --fresh) fresh=1 ;;
        --no-demo) demo=0 ;;
        --no-build) build=0 ;;
        --detach | --ready-only) detach=1 ;;
        --servers) servers=1 ;;
        --settings) settings=1 ;;
        *) usage; exit 2 ;;
    esac
done

check_sdk() {
    export DOTNET_NOLOGO=1 DOTNET_CLI_TELEMETRY_OPTOUT=1
    [ -w "${HOME:-/nonexistent}" ] || export DOTNET_CLI_HOME=$STATE/dotnet
    command -v dotnet >/dev/null || die ".NET SDK 10 is missing: https://dotnet.microsoft.com/download/dotnet/10.0"
    (cd "$ROOT" && dotnet --version >/dev/null 2>&1) || die "no .NET SDK fits global.json (10.0): $(dotnet --list-sdks | tr '\n' ' ')"
}

forget() {
    local data
    data=$(cat "$STATE/postgres.path" 2>/dev/null)
    # Checkpoints kept elsewhere are not ours to delete; they say nothing about chains that begin anew.
    [ -z "${LOSTCASES_CHECKPOINTS:-}" ] || [ ! -d "$LOSTCASES_CHECKPOINTS" ] || mv "$LOSTCASES_CHECKPOINTS" "$LOSTCASES_CHECKPOINTS.until-$(date +%Y%m%d%H%M%S)"
    rm -rf "${data:-$STATE/postgres}" "$STATE"/{postgres,rabbitmq,files,checkpoints,logs,run,demo,secrets.env,credentials.tsv,ports.env,postgres.path,engine}
}

folders() {
    mkdir -p "$RUN" "$LOGS" "$STATE/files" "$STATE/demo"
    if as_root; then chmod 711 "$STATE"; else chmod 700 "$STATE"; fi
    chmod 700 "$RUN" "$LOGS" "$STATE/files" "$STATE/demo"
    cp /proc/sys/kernel/random/boot_id "$RUN/boot"
}

choose_ports() {
    local name port
    while IFS=$'\t' read -r name _ port _; do
        if [ "$name" = gateway ]; then port=${LOSTCASES_PORT:-$port}; else port=$((port + OFFSET)); fi
        choose_port "$name" "$port"
    done < <(processes)
}

# The settings of the one-shot migration come under the name "process-migrate".
print_settings() {
    local name schema migrate
    mkdir -p "$RUN"
    [ -s "$PORTS" ] || choose_ports >/dev/null
    [ -s "$RUN/url" ] || remember_request
    while IFS=$'\t' read -r name _ _ schema migrate; do
        settings "$name" "$schema" | sed "s/^/$name\t/"
        [ "$migrate" = yes ] || continue
        { settings "$name" "$schema"; owner_setting "$schema"; } | sed "s/^/$name-migrate\t/"
    done < <(processes)
}

# Folder with the office's own fonts, from the root on.
fonts_folder() { [ -z "${LOSTCASES_FONTS:-}" ] || realpath -m -- "$LOSTCASES_FONTS"; }

# The engine that was asked for, or the last one; a system keeps the one it began with.
choose_engine() {
    local last wanted
    last=$(cat "$STATE/engine" 2>/dev/null)
    wanted=${WORKFLOW_ENGINE:-${last:-local}}
    case $wanted in local | elsa | auto) ;; *) die "WORKFLOW_ENGINE is local, elsa or auto, not $wanted" ;; esac
    if [ "$wanted" != local ] && { if [ $build = 1 ]; then build_elsa; else [ -f "$(assembly workflows/Elsa/Elsa.csproj)" ]; fi; }; then wanted=elsa
    elif [ "$wanted" = elsa ]; then die "the host for Elsa is not built"
    else wanted=local; fi
    [ -z "$last" ] || [ "$last" = "$wanted" ] || die "this system runs on the engine $last; deploy/switch-engine $wanted moves it while it runs"
    printf '%s\n' "$wanted" >"$STATE/engine"
    remember engine "$wanted"
}

# What was asked for, for whoever restarts a process later.
remember_request() {
    remember url "${LOSTCASES_URL:-http://localhost:$(port gateway)}"
    remember demo "$demo ${LOSTCASES_DEMO_CONFIRMED:-0}"
    remember proxies "${LOSTCASES_PROXIES:-}"
    (umask 077 && remember smtp "${LOSTCASES_SMTP:-}") # it may hold a password
    remember smtp_from "${LOSTCASES_SMTP_FROM:-}"
    remember fonts "$(fonts_folder)"
    remember checkpoints "$(realpath -m -- "${LOSTCASES_CHECKPOINTS:-$STATE/checkpoints}")"
}

# Two schemas at a time.
migrate_all() {
    local name project schema migrate failed=0
    while IFS=$'\t' read -r name project _ schema migrate; do
        [ "$migrate" = yes ] || continue
        while [ "$(jobs -rp | wc -l)" -ge 2 ]; do wait -n || failed=1; done
        one_shot "$name" "$project" "$schema" --migrate &
    done < <(processes built)
    while [ -n "$(jobs -p)" ]; do wait -n || failed=1; done
    [ $failed = 0 ] || die "not every schema is up to date"
}

start_all() {
    local name project schema
    while IFS=$'\t' read -r name project _ schema _; do start "$name" "$project" "$schema"; done < <(processes built)
}

ready_all() {
    local name
    for name in $(processes built | cut -f1); do wait_for 120 "$name" healthy "$(port "$name")"; done
}

absent() { comm -23 <(processes | cut -f1 | sort) <(processes built | cut -f1 | sort) | tr '\n' ' '; }

engine_name() { if [ "$(engine)" = elsa ]; then printf 'elsa (Elsa 3)'; else printf "local (the simulator behind Elsa's API)"; fi; }

announce() {
    if [ $servers = 1 ]; then
        say "PostgreSQL on 127.0.0.1:$(port postgres), RabbitMQ on 127.0.0.1:$(port rabbitmq); passwords in $SECRETS."
        return
    fi
    say "" "Ready: $1 s from built." "" "  address          $(remembered url)" "  workflow engine  $(engine_name)" "  logs             $LOGS"
    if [ -s "$CREDENTIALS" ]; then
        say "" "Sign-ins, from $CREDENTIALS:"
        # The administrators, and the first of each other role: a demo has more than a hundred people.
        awk -F'\t' '$4 ~ /ADMIN$/ || !seen[$4]++ { printf "  %-24s %-20s %s\n", $1, $2, $3; next } { left++ } END { if (left) printf "  and %d more there\n", left }' "$CREDENTIALS"
    fi
}

# Until Ctrl-C: says when a process has ended, and how the loading of the demo went.
watch() {
    local name gone=" " loading
    say "" "Ctrl-C stops everything."
    running demo
    loading=$?
    while sleep 2; do
        if [ "$loading" = 0 ] && ! running demo; then
            loading=1
            say "$(tail -n 1 "$LOGS/demo.log" | cut -d' ' -f3-)"
        fi
        for name in postgres rabbitmq $(processes built | cut -f1); do
            [[ $gone == *" $name "* ]] || running "$name" || { gone+="$name "; say "$name has ended; see $LOGS/$name.log"; }
        done
    done
}

# Typefaces of the annex as PDF; the rest works without them.
print_fonts() {
    [ -z "$("$ROOT/deploy/packages.sh" --missing fonts-noto-cjk)" ] || [ -n "${LOSTCASES_FONTS:-}" ] || (need_packages fonts-noto-cjk) ||
        say "  Without fonts-noto-cjk, or LOSTCASES_FONTS, no PDF of the annex can be made."
}

main() {
    local started
    check_sdk
    stop_all
    [ $fresh = 0 ] || forget
    folders
    if [ -z "$(pg_bin)" ] || [ ! -x "$RABBIT" ]; then need_packages postgresql rabbitmq-server; fi
    [ $servers = 1 ] || print_fonts
    if [ $build = 1 ] && [ $servers = 0 ]; then
        say "Building"
        command -v npm >/dev/null || { [ -f "$ROOT/gateway/Portal/wwwroot/lib/fonts/fonts.css" ] && [ -f "$ROOT/workflows/studio/node_modules/.installed" ]; } || need_packages nodejs npm # typefaces, Studio
        (cd "$ROOT" && dotnet build LostCases.slnx -c Release -v q -nologo --disable-build-servers) || die "the build failed"
    fi
    [ $servers = 1 ] || choose_engine
    started=$SECONDS
    trap 'trap - EXIT INT TERM HUP; say "Stopping"; stop_all' EXIT
    trap 'exit 130' INT TERM HUP
    choose_ports
    remember_request
    say "Starting PostgreSQL and RabbitMQ"
    servers_start
    wait_for 90 rabbitmq port_open "$(port rabbitmq)" # migrating also declares queues
    if [ $servers = 0 ]; then
        [ -z "$(absent)" ] || say "  not in this checkout: $(absent)"
        say "Bringing schemas up to date"
        migrate_all
    fi
    if [ $servers = 0 ]; then
        say "Starting processes"
        start_all
        ready_all
    fi
    announce $((SECONDS - started))
    if [ $demo = 1 ] && [ $servers = 0 ]; then
        load_demo
        say "" "Open $(remembered url)"
    fi
    if [ $detach = 1 ]; then trap - EXIT; else watch; fi
}

OFFSET=${LOSTCASES_PORT_OFFSET:-0}
if [ $settings = 1 ]; then print_settings; else main; fi
