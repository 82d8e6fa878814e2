#!/bin/sh
# Makes the site twice, in two folders, time zones and locales, with different
# numbers of processors and without shared cache, and compares every byte.
# Then makes it a third time and wants no chart to be drawn again.
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
vigie=${1:-$root/bin/vigie}
day=2026-11-30
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

for copy in one another/folder; do
  mkdir -p "$work/$copy"
  for part in config.yaml data content themes; do
    cp -R "$root/$part" "$work/$copy/"
  done
  mkdir -p "$work/$copy/doc"
  cp "$root/doc/audit-rgaa.yaml" "$work/$copy/doc/" # config.yaml names it
done

build() { # folder, then variables
  folder=$1
  shift
  (cd "$work/$folder" && env "$@" "$vigie" build --force --as-of "$day" 2>"$work/told" || { cat "$work/told" >&2; exit 1; })
}
same() { # both sites are the same, byte for byte
  diff -rq "$work/one/public" "$work/another/folder/public" >"$work/differs" && return
  echo "the same tree and the same day gave other bytes in another folder, time zone and locale:" >&2
  head -n 10 "$work/differs" >&2
  diff -r "$work/one/public" "$work/another/folder/public" | head -n 20 >&2
  exit 1
}
build one TZ=UTC LC_ALL=C GOMAXPROCS=1 >/dev/null
build another/folder TZ=Pacific/Kiritimati LC_ALL=fr_FR.UTF-8 LANG=fr_FR.UTF-8 GOMAXPROCS=4 >/dev/null
same

build one TZ=America/Noronha >"$work/third"
same
if ! grep -q ', with 0 new drawings' "$work/third"; then
  echo "a second build drew charts again:" >&2
  cat "$work/third" >&2
  exit 1
fi
echo "three builds, the same $(find "$work/one/public" -type f | wc -l) files"
