# shellcheck shell=bash
# How a process of the table is run: its settings, its one-shot migration, its start.

database() { printf 'Host=127.0.0.1;Port=%s;Database=lostcases;Username=%s_%s;Password=%s' "$(port postgres)" "$1" "$2" "$(secret "$1_$2_password")"; }

# What up.sh was asked for, kept for whoever restarts a process later.
remember() { printf '%s\n' "$2" >"$RUN/$1"; }
remembered() { cat "$RUN/$1"; }

# Where the gateway is for a process on this machine: it may listen on one address only.
inner_host() { case ${LOSTCASES_BIND:-localhost} in 0.0.0.0 | '*' | + | ::) printf 127.0.0.1 ;; *) printf %s "${LOSTCASES_BIND:-localhost}" ;; esac; }

# What every process is told; the gateway is also told where the others are.
settings() {
    local name=$1 schema=$2 other demo confirmed
    read -r demo confirmed < <(remembered demo)
    printf 'LOSTCASES__%s\n' "PUBLICURL=$(remembered url)" "IDENTITYURL=http://127.0.0.1:$(port identity)" "GATEWAYURL=http://$(inner_host):$(port gateway)" \
        "FILES=$STATE/files/$name" \
        "RABBITMQ=amqp://lostcases:$(secret rabbitmq_password)@127.0.0.1:$(port rabbitmq)/lostcases" \
        "ORGANISATIONS=$ROOT/deploy/Demo/organisations.json" "DEFINITIONS=$ROOT/workflows/definitions" \
        "CHECKPOINTS=$(remembered checkpoints 2>/dev/null)" "CREDENTIALS=$CREDENTIALS" "DEMO=$demo" "DEMOCONFIRMED=$confirmed" "DEMOFOLDER=$STATE/demo" "ENGINE=$(engine)" "PROXIES=$(remembered proxies)" "FONTS=$(remembered fonts 2>/dev/null)"
    [ "$schema" = - ] || printf 'LOSTCASES__DATABASE=%s\n' "$(database "$schema" app)"
    case $name in identity | portal | gateway | demo) ;; *) printf 'LOSTCASES__CHECKPOINTKEY=%s\n' "$(secret "${name}_checkpoint_password")" ;; esac
    [ "$name" != notification ] || printf 'LOSTCASES__%s\n' "SMTP=$(remembered smtp 2>/dev/null)" "SMTPFROM=$(remembered smtp_from 2>/dev/null)"
    [ "$name" != gateway ] || processes | cut -f1 | grep -v '^gateway$' | while read -r other; do
        printf 'LOSTCASES__SERVICES__%s=http://127.0.0.1:%s\n' "${other^^}" "$(port "$other")"
    done
    if [ "$name" = gateway ]; then printf 'ASPNETCORE_URLS=http://%s:%s\n' "${LOSTCASES_BIND:-localhost}" "$(port gateway)"
    else printf 'ASPNETCORE_URLS=http://127.0.0.1:%s\n' "$(port "$name")"; fi
}

owner_setting() { printf 'LOSTCASES__OWNERDATABASE=%s\n' "$(database "$1" owner)"; }

# one_shot NAME PROJECT SCHEMA --migrate|--reconcile: runs it to its end, with DDL rights besides.
one_shot() {
    local name=$1 project=$2 schema=$3 what=$4 environment status
    mapfile -t environment < <(settings "$name" "$schema")
    mkdir -p "$STATE/files/$name"
    setsid env -C "$ROOT/$(dirname "$project")" "${environment[@]}" "$(owner_setting "$schema")" \
        dotnet "$(assembly "$project")" "$what" </dev/null >>"$LOGS/$name.log" 2>&1 &
    record "$name$what" $!
    wait $!
    status=$?
    rm -f "$RUN/$name$what.pid"
    [ $status = 0 ] || { tail -n 15 "$LOGS/$name.log"; say "  $name: $what failed; see $LOGS/$name.log"; }
    return $status
}

start() {
    local name=$1 project=$2 schema=$3 environment
    mapfile -t environment < <(settings "$name" "$schema")
    spawn "$name" env -C "$ROOT/$(dirname "$project")" "${environment[@]}" dotnet "$(assembly "$project")"
}

# "12/60": cases of the demo that are loaded, and that there are.
demo_progress() {
    printf '%s/%s' "$(awk -F'\t' '$2 == "done"' "$STATE/demo/journal.tsv" 2>/dev/null | wc -l)" "$(grep -c '"key"' "$ROOT/deploy/Demo/cases.json")"
}

# Loads the demo's cases in the background unless all are there; a run goes on where the one before stopped. stop_all stops it like a process.
load_demo() {
    local program environment progress
    program=$(assembly deploy/Demo/Demo.csproj)
    progress=$(demo_progress)
    [ -f "$program" ] && [ "${progress%/*}" != "${progress#*/}" ] || return 0
    mapfile -t environment < <(settings demo -)
    spawn demo env -C "$ROOT" "${environment[@]}" nice -n 19 dotnet "$program"
    say "" "演示数据正在装载 $progress: the demo's cases are being loaded in the background; $LOGS/demo.log"
}
