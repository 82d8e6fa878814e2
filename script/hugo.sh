#!/bin/sh
# Times a build of this site with a page for each local body beside Hugo, which makes the same pages of the same
# content, and beside `cp -r` of the result: processor time, time by the clock, most memory, pages and bytes. Each is
# run RUNS times, one after the other. It needs GNU time (Debian: time), some 3 GB of disk, and the network for Hugo,
# which it installs in a temporary folder (HUGO names a program that is there).
#
#   script/hugo.sh [RUNS]            with bin/vigie
#   VIGIE=/path/to/vigie HUGO=/path/to/hugo script/hugo.sh 5
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
runs=${1:-3}
vigie=${VIGIE:-$root/bin/vigie}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
hugo=${HUGO:-$work/hugo}
[ -x "$hugo" ] || CGO_ENABLED=0 GOBIN=$work go install github.com/gohugoio/hugo@v0.165.0

measure() { # name of the line, folder, command
  name=$1 folder=$2
  shift 2
  sync
  (cd "$folder" && /usr/bin/time -o "$work/time" -f "%U %S %e %M" "$@" >/dev/null 2>"$work/errors") ||
    { cat "$work/errors" >&2; exit 1; }
  awk -v name="$name" '{printf "%-12s %7.1f s of processor %7.1f s by the clock %6d MB\n", name, $1 + $2, $3, $4 / 1024}' \
    "$work/time"
}
weigh() { # name, folder
  echo "$1: $(find "$2" -name '*.html' | wc -l) pages, $(find "$2" -name '*.html' -printf '%s\n' |
    awk '{n += $1} END {printf "%.1f MB, %.0f bytes a page", n / 1e6, n / NR}')"
}

mkdir "$work/project"
cp -r "$root/config.yaml" "$root/content" "$root/data" "$root/themes" "$root/doc" "$work/project/"
[ ! -d "$root/.cache" ] || cp -r "$root/.cache" "$work/project/"
printf '\npages:\n  organisations: all\n' >>"$work/project/config.yaml"
(cd "$work/project" && "$vigie" build --quiet --out "$work/site") # drawings and exports are kept from here
(cd "$root" && go run ./script/hugo "$work/site" "$work/same")
weigh vigie "$work/site"
for _ in $(seq "$runs"); do
  rm -rf "$work/site" "$work/copy" "$work/same/public"
  measure vigie "$work/project" "$vigie" build --quiet --out "$work/site"
  measure "cp -r" "$work" cp -r "$work/site" "$work/copy"
  measure hugo "$work/same" "$hugo" --quiet --noBuildLock --cacheDir "$work/cache"
done
weigh hugo "$work/same/public"
