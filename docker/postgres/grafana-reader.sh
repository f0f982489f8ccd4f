#!/bin/sh
# Who reads for Grafana: the image runs this once, when the database is made. For one that is there: docs/deploy/compose.md
set -eu
[ -n "${GRAFANA_READER_PASSWORD:-}" ] || exit 0
psql --no-psqlrc --set=ON_ERROR_STOP=1 --set=password="$GRAFANA_READER_PASSWORD" \
    --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'END'
create role grafana_reader login password :'password';
alter role grafana_reader set default_transaction_read_only = on;
alter role grafana_reader set statement_timeout = '30s';
grant usage on schema public to grafana_reader;
-- The tables come later; they are made by this role.
alter default privileges in schema public grant select on tables to grafana_reader;
END
