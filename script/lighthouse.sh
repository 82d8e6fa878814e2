#!/bin/sh
# Runs Lighthouse over the heaviest page of each kind of a built site, in each language,
# and prints a line per page: the scores, the largest paint on its throttled phone, how long its
# processor was blocked, shifts of layout, bytes. Ends with 1 where accessibility, best practices or SEO are not whole.
# Numbers of performance mean something on an idle machine only; nothing is asserted of them.
#
#   script/lighthouse.sh [public] [kind or address...]    all kinds take most of an hour
#   PERFORMANCE=no script/lighthouse.sh                   the three others only, faster
#   RUNS=5 script/lighthouse.sh                           the run of the median performance, of five
#   NETWORK=4g script/lighthouse.sh                       an ordinary 4G (50 ms, 10 Mbit/s) instead of a slow one
#
# Wants node, npm, the network for what is pinned in script/pages/, and Chromium (CHROMIUM
# names the program if it is not in its usual place). Never part of `make test`.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
site=$(cd "${1:-$root/public}" && pwd)
[ $# -eq 0 ] || shift
MODULES=$("$root/script/npm.sh" pages)
export MODULES
"$root/script/kinds.sh" "$site" "$@" | node "$root/script/pages/lighthouse.mjs" "$site"
