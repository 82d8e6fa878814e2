#!/bin/sh
# Asks the Nu checker about the heaviest page of each kind of a built site, in each
# language, served as a host would, for errors and warnings. Prints what it finds, and
# ends with 1 if there is anything.
#
#   script/nu.sh [public] [kind or address...]
#
# One warning is left out: that a block of data, which no browser runs, breaks the policy
# on scripts (findings/vnu-jar-holds-data-to-script-src.sh).
#
# Wants Java, node, npm and the network for what is pinned in script/pages/. Never part of
# `make test`.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
site=$(cd "${1:-$root/public}" && pwd)
[ $# -eq 0 ] || shift
modules=$("$root/script/npm.sh" pages)
work=$(mktemp -d)
node "$root/script/pages/serve.mjs" "$site" >"$work/port" &
server=$!
trap 'kill "$server"; rm -rf "$work"' EXIT
while [ ! -s "$work/port" ]; do kill -0 "$server" && sleep 0.1; done

"$root/script/kinds.sh" "$site" "$@" | awk -v port="$(cat "$work/port")" \
  '{ print "http://127.0.0.1:" port $3 }' >"$work/pages"
# A site on this machine is a "forbidden host" for a checker that serves others.
xargs java -Dnu.validator.servlet.allow-forbidden-hosts=true -Dnu.validator.servlet.allowed-address-type=all \
  -jar "$modules/node_modules/vnu-jar/build/dist/vnu.jar" --exit-zero-always --format gnu \
  <"$work/pages" >"$work/found" 2>&1
grep -v 'warning: Inline script violates Content Security Policy (meta tag): blocked by “script-src” directive' \
  "$work/found" >"$work/true" || true
cat "$work/true"
echo "$(wc -l <"$work/pages") pages, $(wc -l <"$work/true") errors and warnings"
[ ! -s "$work/true" ]
