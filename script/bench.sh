#!/bin/sh
# Measures check and build on projects of more and more made-up bodies: processor time, time by the clock
# and the most memory of each run, one line per run. It needs GNU time (Debian: time).
#
#   script/bench.sh [RUNS]            with bin/vigie
#   VIGIE=/path/to/vigie script/bench.sh 5
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-3}
vigie=${VIGIE:-$root/bin/vigie}
day=2026-11-30
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

measure() { # name of the line, folder, command
  name=$1 folder=$2
  shift 2
  (cd "$folder" && /usr/bin/time -o "$work/time" -f "%U %S %e %M" "$@" >/dev/null 2>"$work/errors") ||
    { cat "$work/errors" >&2; exit 1; }
  awk -v name="$name" '{printf "%-28s %7.1f s of processor %7.1f s by the clock %6d MB\n", name, $1 + $2, $3, $4 / 1024}' \
    "$work/time"
}

for bodies in 0 2000 8000; do
  project=$work/$bodies
  (cd "$root" && go run ./script/manybodies -bodies "$bodies" . "$project")
  (cd "$project" && "$vigie" build --quiet --as-of "$day" --out "$work/site") # drawings and exports are kept from here
  echo "$bodies bodies more: $(find "$work/site" -type f | wc -l) files, $(du -sm "$work/site" | cut -f1) MB"
  for run in $(seq "$runs"); do
    measure "check" "$project" "$vigie" check --as-of "$day"
    measure "build" "$project" "$vigie" build --quiet --force --as-of "$day" --out "$work/site"
    measure "build, nothing changed" "$project" "$vigie" build --quiet --as-of "$day" --out "$work/site"
    rm -rf "$work/copy"
    measure "cp -r of the site" "$work" cp -r "$work/site" "$work/copy"
  done
  rm -rf "$work/site" "$work/copy" "$project"
done
