#!/bin/sh
# Asks for the addresses that sources give, one a second, and prints those that are gone (404 or 410); then it ends with 1.
# A host that refuses, is slow or is away says nothing about its pages. Addresses of collected sources are left to
# vigie collect, and so are sources that are known to be gone.
#
#   script/ci/links.sh
set -eu
cd "$(dirname "$0")/../.."
pause=${PAUSE:-1}
gone=$(mktemp)
trap 'rm -f "$gone"' EXIT
asked=0
for file in data/sources/*.yaml; do
  grep -qE '^(collect|gone|withdrawn):' "$file" && continue
  url=$(sed -n "s/^url: *['\"]\{0,1\}\(https\{0,1\}:\/\/[^ '\"]*\).*/\1/p" "$file" | head -n 1)
  [ -n "$url" ] || continue
  asked=$((asked + 1))
  status=$(curl --silent --location --max-redirs 5 --max-time 20 --max-filesize 5000000 --proto '=http,https' \
    --user-agent "${AGENT:-vigie (asks weekly whether cited pages are still there)}" --output /dev/null \
    --write-out '%{http_code}' -- "$url" || true)
  case $status in
  404 | 410) printf '%s: %s %s\n' "$(basename "$file" .yaml)" "$status" "$url" | tee -a "$gone" ;;
  esac
  sleep "$pause"
done
echo "$asked addresses were asked for, $(wc -l <"$gone" | tr -d ' ') are gone"
[ ! -s "$gone" ]
