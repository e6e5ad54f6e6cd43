#!/usr/bin/env bash
# Makes sure that PostgreSQL, Redis and Chromium are there for the tests: starts what is installed, installs (Debian) what is not.
set -euo pipefail
as_root() { if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo -n "$@"; fi; }
install() { as_root env DEBIAN_FRONTEND=noninteractive apt-get update -qq && as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@" >/dev/null; }
open_port() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

if ! open_port 5432; then
  command -v pg_ctlcluster >/dev/null || install postgresql
  version=$(ls /etc/postgresql | sort -n | tail -n 1)
  hba=/etc/postgresql/$version/main/pg_hba.conf
  as_root sed -i -E 's/^(host\s+all\s+all\s+(127\.0\.0\.1\/32|::1\/128)\s+)\S+/\1trust/' "$hba"
  as_root pg_ctlcluster --skip-systemctl-redirect "$version" main start || true
fi
if ! open_port 6379; then
  command -v redis-server >/dev/null || install redis-server
  open_port 6379 || redis-server --daemonize yes --bind 127.0.0.1 --port 6379 --save "" --appendonly no >/dev/null
fi
command -v chromium >/dev/null || install chromium
for port in 5432 6379; do
  for _ in $(seq 1 50); do open_port "$port" && break; sleep 0.2; done
  open_port "$port" || { echo "nothing answers on 127.0.0.1:$port; start the server and try again" >&2; exit 1; }
done
