#!/usr/bin/env bash
# Makes sure that PostgreSQL answers and that Redis and Chromium are installed for the tests, which run those two themselves.
# Installs (Debian) what is not there.
set -euo pipefail
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }
install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null; }
answers() { (exec 3<>"/dev/tcp/127.0.0.1/5432") 2>/dev/null; }
there() { command -v "$1" >/dev/null; }
newest_cluster() { ls -d /etc/postgresql/*/main 2>/dev/null | sort -V | tail -n 1; }

if ! answers; then
  { there pg_ctlcluster && [ -n "$(newest_cluster)" ]; } || install postgresql
  folder=$(newest_cluster)
  as_root sed -i -E 's/^(host\s+all\s+all\s+(127\.0\.0\.1\/32|::1\/128)\s+)\S+/\1trust/' "$folder/pg_hba.conf"
  as_root pg_ctlcluster --skip-systemctl-redirect "$(basename "$(dirname "$folder")")" main restart || true
fi
there redis-server || install redis-server
there chromium || there chromium-browser || install chromium
for _ in $(seq 1 50); do answers && exit 0; sleep 0.2; done
echo "nothing answers on 127.0.0.1:5432; start PostgreSQL and try again" >&2
exit 1
