# shellcheck shell=bash
# The private PostgreSQL and RabbitMQ: loopback only, own ports, own data, nothing of the system's servers.

pg_bin() { find /usr/lib/postgresql -maxdepth 2 -name bin 2>/dev/null | sort -V | tail -n 1; }
RABBIT=/usr/lib/rabbitmq/bin/rabbitmq-server

# PostgreSQL refuses to run as root: then it runs as the packages' user.
pg_as() { if as_root; then setpriv --reuid postgres --regid postgres --init-groups --reset-env "$@"; else "$@"; fi; }

# Data beside the rest; outside when the unprivileged user cannot reach that folder (below /root).
pg_data() {
    local recorded=$STATE/postgres.path data=$STATE/postgres
    if [ ! -f "$recorded" ]; then
        if as_root && ! pg_as test -x "$STATE"; then data=/var/tmp/lostcases-$HASH; fi
        printf '%s\n' "$data" >"$recorded"
    fi
    cat "$recorded"
}

pg_create() {
    local data=$1
    rmdir "$data" 2>/dev/null
    mkdir -m 700 "$data" || die "$data is in the way: remove it"
    if as_root; then chown postgres:postgres "$data"; fi
    # shellcheck disable=SC2016 # expanded by the inner shell, which may be another user's
    secret postgres_password | pg_as sh -c 'words=$(mktemp) && cat >"$words" && "$0" --pwfile="$words" "$@"; status=$?; rm -f "$words"; exit $status' \
        "$(pg_bin)/initdb" -D "$data" --username=postgres --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 \
        >>"$LOGS/postgres.log" 2>&1 || die "initdb failed; see $LOGS/postgres.log"
}

postgres_start() {
    local data as=()
    data=$(pg_data)
    pg_as test -f "$data/PG_VERSION" || pg_create "$data"
    pg_as grep -qx "$(basename "$(dirname "$(pg_bin)")")" "$data/PG_VERSION" ||
        die "the data in $data are of another PostgreSQL version; 'deploy/up.sh --fresh' starts over"
    if as_root; then as=(setpriv --reuid postgres --regid postgres --init-groups); fi
    spawn postgres env -C / "${as[@]}" "$(pg_bin)/postgres" -D "$data" \
        -p "$(port postgres)" -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c max_connections=300 \
        -c timezone=Asia/Shanghai -c log_timezone=Asia/Shanghai
}

# psql as the superuser, to the database named first.
sql() {
    local database=$1
    shift
    PGPASSWORD=$(secret postgres_password) "$(pg_bin)/psql" -h 127.0.0.1 -p "$(port postgres)" -U postgres -d "$database" \
        --no-psqlrc -q -v ON_ERROR_STOP=1 "$@"
}

postgres_answers() { sql postgres -c 'select 1' >/dev/null 2>&1; }

# Database, and schema and logins of every owner.
postgres_prepare() {
    local schema
    wait_for 60 postgres postgres_answers
    [ "$(sql postgres -Atc "select 1 from pg_database where datname = 'lostcases'")" = 1 ] ||
        sql postgres -c 'create database lostcases' -c 'revoke all on database lostcases from public'
    for schema in $(processes | cut -f4 | grep -v '^-$'); do schema_prepare "$schema"; done
}

# A schema with its two logins; any number of times.
schema_prepare() {
    SCHEMA=$1 OWNER_PASSWORD=$(secret "$1_owner_password") APP_PASSWORD=$(secret "$1_app_password") \
        sql lostcases -f "$ROOT/deploy/database.sql" >>"$LOGS/postgres.log" 2>&1 || die "schema $1; see $LOGS/postgres.log"
}

# --- RabbitMQ ------------------------------------------------------------------

rabbitmq_configure() {
    local dir=$STATE/rabbitmq
    mkdir -p "$dir/home" "$dir/data"
    [ -f "$dir/home/.erlang.cookie" ] || (umask 077 && random >"$dir/home/.erlang.cookie")
    chmod 400 "$dir/home/.erlang.cookie"
    printf '[].\n' >"$dir/enabled_plugins"
    (umask 077 && cat >"$dir/rabbitmq.conf") <<CONF
listeners.tcp.local = 127.0.0.1:$(port rabbitmq)
default_user = lostcases
default_pass = $(secret rabbitmq_password)
default_vhost = lostcases
disk_free_limit.absolute = 50MB
raft.wal_max_size_bytes = 64000000
log.console = true
log.console.level = warning
log.file = false
CONF
}

rabbitmq_start() {
    local dir=$STATE/rabbitmq name=(env -C "$STATE/rabbitmq" HOME="$STATE/rabbitmq/home" ERL_EPMD_ADDRESS=127.0.0.1 ERL_EPMD_PORT="$(port epmd)")
    rabbitmq_configure
    running epmd || spawn epmd "${name[@]}" epmd
    wait_for 10 epmd port_open "$(port epmd)"
    spawn rabbitmq "${name[@]}" RABBITMQ_NODENAME="lostcases-$HASH@localhost" RABBITMQ_NODE_IP_ADDRESS=127.0.0.1 \
        RABBITMQ_CONF_ENV_FILE=/dev/null RABBITMQ_CONFIG_FILE="$dir/rabbitmq.conf" RABBITMQ_ENABLED_PLUGINS_FILE="$dir/enabled_plugins" \
        RABBITMQ_MNESIA_BASE="$dir/data" RABBITMQ_LOG_BASE="$dir" RABBITMQ_LOGS=- RABBITMQ_DIST_PORT="$(port rabbitmq-dist)" \
        RABBITMQ_SERVER_ADDITIONAL_ERL_ARGS='-kernel inet_dist_use_interface {127,0,0,1}' "$RABBIT"
}

# Debian's own script would change to the packages' user.
rabbitmq_control() {
    env -C "$STATE/rabbitmq" HOME="$STATE/rabbitmq/home" ERL_EPMD_PORT="$(port epmd)" RABBITMQ_CONF_ENV_FILE=/dev/null \
        RABBITMQ_NODENAME="lostcases-$HASH@localhost" /usr/lib/rabbitmq/bin/rabbitmqctl "$@"
}

servers_start() {
    choose_port postgres $((18132 + OFFSET))
    choose_port rabbitmq $((18172 + OFFSET))
    choose_port rabbitmq-dist $((18173 + OFFSET))
    choose_port epmd $((18174 + OFFSET))
    postgres_start
    rabbitmq_start
    postgres_prepare
}
