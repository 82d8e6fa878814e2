#!/bin/sh
# Makes sure that what the tests want of the system is there: a C compiler for
# the race detector, Chromium for the browser tests, and the programs that read
# back what the site gives away or what scripts are. Installs them from Debian where it may; else says
# in one line how to get them, and fails in CI.
set -eu

wanted=
command -v gcc >/dev/null 2>&1 || wanted="gcc libc6-dev"
if [ -n "${CHROMIUM:-}" ]; then
  :
elif ! command -v chromium >/dev/null 2>&1 && ! command -v chromium-browser >/dev/null 2>&1 &&
  ! command -v google-chrome >/dev/null 2>&1; then
  wanted="$wanted chromium fonts-dejavu-core"
fi
for pair in soffice:libreoffice-calc-nogui csvclean:csvkit sqlite3:sqlite3 rapper:raptor2-utils shellcheck:shellcheck node:nodejs npm:npm; do
  command -v "${pair%%:*}" >/dev/null 2>&1 || wanted="$wanted ${pair#*:}"
done
# web servers, which Debian starts when it installs them: they are stopped again
servers=
for pair in nginx:nginx-light caddy:caddy; do
  command -v "${pair%%:*}" >/dev/null 2>&1 || [ -x "/usr/sbin/${pair%%:*}" ] || servers="$servers ${pair#*:}"
done
case $servers in *nginx*) servers="$servers libnginx-mod-http-brotli-static" ;; esac
wanted="$wanted$servers"
[ -n "$wanted" ] || exit 0

as_root=
if [ "$(id -u)" != 0 ]; then
  as_root="sudo -n"
fi
if command -v apt-get >/dev/null 2>&1 && $as_root true 2>/dev/null; then
  echo "installing from Debian: $wanted"
  export DEBIAN_FRONTEND=noninteractive
  log=$(mktemp)
  if { $as_root apt-get update && $as_root apt-get install -y --no-install-recommends $wanted; } >"$log" 2>&1; then
    rm -f "$log"
    for server in $servers; do
      $as_root service "${server%-light}" stop >/dev/null 2>&1 || true
    done
    exit 0
  fi
  tail -n 5 "$log" >&2
  rm -f "$log"
fi

echo "missing: $wanted. Get it with: sudo apt-get install $wanted" >&2
[ -z "${CI:-}" ]
