# shellcheck shell=bash disable=SC2034,SC2119,SC2120
# What up.sh, down.sh and doctor share: paths, the process table, secrets, ports, starting and stopping.

ROOT=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
STATE=$(mkdir -p "${LOSTCASES_STATE:-$ROOT/.local}" && cd "${LOSTCASES_STATE:-$ROOT/.local}" && pwd)
HASH=$(printf %s "$STATE" | sha256sum | cut -c1-8)
RUN=$STATE/run LOGS=$STATE/logs PORTS=$STATE/ports.env SECRETS=$STATE/secrets.env
CREDENTIALS=$STATE/credentials.tsv

# say LINE…
say() { printf '%s\n' "$@"; }
die() { printf 'Stopped: %s\n' "$*" >&2; exit 1; }
as_root() { [ "$(id -u)" = 0 ]; }

# need_packages PACKAGE…: installs what is missing, as root or with sudo; otherwise says what an administrator has to run.
need_packages() {
    local install=("$ROOT/deploy/packages.sh") missing
    missing=$("${install[0]}" --missing "$@")
    [ -n "$missing" ] || return 0
    if ! as_root; then
        sudo -n true 2>/dev/null || die "an administrator must run once:  sudo apt-get install -y --no-install-recommends $missing
  (or: sudo ${install[0]} $missing
  which installs the same without creating or starting system services)"
        install=(sudo -n "${install[@]}")
    fi
    say "Installing $missing"
    # shellcheck disable=SC2086 # a list
    "${install[@]}" $missing &>"$LOGS/packages.log" || die "could not install; see $LOGS/packages.log"
}

# --- the process table -------------------------------------------------------

# The workflow engine this system was started with: local, or elsa.
engine() { cat "$RUN/engine" 2>/dev/null || printf local; }

# name, project, port, schema, migrate of every process; with "built" only those whose project exists.
processes() {
    local name project rest elsa
    [ "$(engine)" = local ] || elsa=1
    grep -v '^#' "$ROOT/deploy/processes.tsv" | while IFS=$'\t' read -r name project rest; do
        [ "$name" != workflow ] || [ -z "${elsa:-}" ] || project=workflows/Elsa/Elsa.csproj
        [ "${1:-}" != built ] || [ -f "$ROOT/$project" ] || continue
        printf '%s\t%s\t%s\n' "$name" "$project" "$rest"
    done
}

# gateway/Portal/Portal.csproj -> gateway/Portal/bin/Release/net10.0/LostCases.Portal.dll
assembly() { printf '%s/%s/bin/Release/net10.0/LostCases.%s.dll' "$ROOT" "$(dirname "$1")" "$(basename "$1" .csproj)"; }

# build_elsa: the host for Elsa and its tests, where Elsa's packages can be restored; otherwise says so and fails.
build_elsa() {
    local log=$LOGS/elsa-build.log
    mkdir -p "$LOGS"
    if ! (cd "$ROOT" && dotnet restore workflows/Elsa/Elsa.slnx --disable-build-servers) &>"$log"; then
        say "  Elsa's packages cannot be restored here; LOSTCASES_PACKAGES may name a folder that has them. What was missing: $log"
        return 1
    fi
    (cd "$ROOT" && dotnet build workflows/Elsa/Elsa.slnx -c Release -v q -nologo --no-restore --disable-build-servers) &>"$log" || { tail -n 15 "$log"; die "the host for Elsa does not build"; }
}

# --- secrets: made once, kept in a file only the owner reads -------------------

random() { head -c 64 /dev/urandom | base64 | tr -dc 'A-Za-z0-9' | cut -c1-32; }

secret() {
    local key=${1^^} value
    value=$(sed -n "s/^$key=//p" "$SECRETS" 2>/dev/null)
    if [ -z "$value" ]; then
        value=$(random)
        (umask 077 && printf '%s=%s\n' "$key" "$value" >>"$SECRETS")
    fi
    printf %s "$value"
}

# --- ports: the remembered or wanted one if free, else the next free one -------

port_open() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

port() { sed -n "s/^$1=//p" "$PORTS" 2>/dev/null; }

choose_port() {
    local name=$1 wanted=$2 port
    port=$(port "$name")
    port=${port:-$wanted}
    while port_open "$port" || grep -qE "=$port\$" <(grep -v "^$name=" "$PORTS" 2>/dev/null); do port=$((port + 1)); done
    [ "$port" = "$wanted" ] || say "  $name: port $port (instead of $wanted)"
    { grep -v "^$name=" "$PORTS" 2>/dev/null; printf '%s=%s\n' "$name" "$port"; } >"$PORTS.new"
    mv "$PORTS.new" "$PORTS"
}

# --- starting and stopping: each process leads a session of its own ------------

started_at() { sed 's/^.*) //' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20; }

# record NAME PID: "pid start-time" to run/NAME.pid, so that no other program that gets the number later is taken for it.
record() { printf '%s %s\n' "$2" "$(started_at "$2")" >"$RUN/$1.pid"; }

# spawn NAME COMMAND…: in the background, output to logs/NAME.log.
spawn() {
    local name=$1
    shift
    setsid "$@" </dev/null >>"$LOGS/$name.log" 2>&1 &
    record "$name" $!
    disown $!
}

# Living members of a process group (a zombie is not living).
members() { cat /proc/[0-9]*/stat 2>/dev/null | sed 's/^\([0-9]*\) .*) /\1 /' | awk -v g="$1" '$4 == g && $2 != "Z" { print $1 }'; }

# Group of run/NAME.pid, if it lives and is still the one that was started.
group() {
    local pid start now
    read -r pid start 2>/dev/null <"$RUN/$1.pid" || return 1
    [ "$(cat "$RUN/boot" 2>/dev/null)" = "$(cat /proc/sys/kernel/random/boot_id)" ] || return 1
    now=$(started_at "$pid")
    [ -z "$now" ] || [ "$now" = "$start" ] || return 1
    [ -n "$(members "$pid")" ] && printf %s "$pid"
}

running() { group "$1" >/dev/null; }

# stop SIGNAL SECONDS NAME…: asks all at once, waits, then kills what is left.
stop() {
    local signal=$1 until=$((SECONDS + $2)) name group left
    shift 2
    for name; do group=$(group "$name") && kill -"$signal" -- "-$group" 2>/dev/null; done
    while :; do
        left=()
        for name; do if running "$name"; then left+=("$name"); else rm -f "$RUN/$name.pid"; fi; done
        [ ${#left[@]} -gt 0 ] || return 0
        [ "$SECONDS" -lt "$until" ] || break
        sleep 0.2
    done
    say "  killed, did not stop in time: ${left[*]}"
    for name in "${left[@]}"; do kill -KILL -- "-$(group "$name")" 2>/dev/null; rm -f "$RUN/$name.pid"; done
}

stop_all() {
    local names
    mapfile -t names < <(find "$RUN" -name '*.pid' -printf '%f\n' 2>/dev/null | sed 's/\.pid$//' | grep -vxE 'rabbitmq|epmd|postgres')
    stop TERM 15 "${names[@]}"
    stop TERM 15 rabbitmq
    stop TERM 5 epmd
    stop INT 15 postgres
}

# wait_for SECONDS NAME CHECK…: until the check succeeds; gives up when time is over or NAME has ended.
wait_for() {
    local until=$((SECONDS + $1)) name=$2
    shift 2
    until "$@"; do
        running "$name" || { tail -n 15 "$LOGS/$name.log" >&2; die "$name ended; its log is $LOGS/$name.log"; }
        [ "$SECONDS" -lt "$until" ] || { tail -n 15 "$LOGS/$name.log" >&2; die "$name was not ready in time; its log is $LOGS/$name.log"; }
        sleep 0.2
    done
}

# healthy PORT: /health/ready answers 200.
healthy() {
    local status
    exec 3<>"/dev/tcp/127.0.0.1/$1" || return 1
    printf 'GET /health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
    read -r -t 5 status <&3
    exec 3>&-
    [[ $status == *" 200"* ]]
} 2>/dev/null
