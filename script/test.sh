#!/bin/sh
# `make test`: everything that must hold, in the order in which it is quickest
# to hear of a fault. Each step says how long it took.
set -eu
cd "$(dirname "$0")/.."
start=$(date +%s)

step() { # words, then the command
  words=$1
  shift
  echo "== $words"
  before=$(date +%s)
  "$@" || { echo "== $words: FAILED" >&2; exit 1; }
  took=$(($(date +%s) - before))
  echo "   $took s"
  parts="$parts$(printf '%5d s  %s' "$took" "$words")
"
}
parts=

formatted() {
  found=$(gofmt -l cmd internal themes script)
  [ -z "$found" ] || { echo "not in the usual form (make fmt): $found" >&2; return 1; }
}

# A package that starts goroutines, in its code or in its tests, is tested once, under the race
# detector, which makes everything several times slower; nothing races elsewhere.
racing() {
  grep -rlE '(^|[^[:alnum:]_])go func|\.Go\(|^[[:space:]]+go [[:alnum:].]+\(' --include='*.go' internal cmd |
    xargs -n 1 dirname | sort -u | sed 's,^,vigie/,'
}

# Three of them make whole sites again and again, to try what differs in their files: their tests run
# without it, and those named here once more with it, which go through each goroutine of theirs: the
# real site built, a small one proven, visits, and a site served while it changes.
# RACES=all runs each of their tests under it (`make races`).
sites='vigie/internal/build  ^TestQueriesFindFirstWhatTheyMean$
vigie/internal/cli    ^(TestServe|TestCollect|TestACollect|TestWhatAKilledCollect|TestBuildMakesTheSite)
vigie/internal/verify ^TestASiteThatWasJustBuiltIsProvenWhole$'
parted() { [ "${RACES:-}" = all ] || echo "$sites" | awk '{print $1}'; }
whole() { racing | grep -vxF "$(parted)"; }

tests() {
  go list ./... | grep -vxF "$(whole)" | xargs go test -timeout 25m
}

# QuickJS and SQLite are C turned into Go, and too slow to watch: our own code is what races.
# What is Go around them is watched: the linker may take its copy of a function that all share.
unwatched() {
  for translated in modernc.org/libquickjs modernc.org/quickjs modernc.org/libc modernc.org/sqlite/lib; do
    printf '%s\n' "-gcflags=$translated/...=-race=false"
  done
}

races() ( # in a shell of its own: what it exports ends with it
  if command -v gcc >/dev/null 2>&1; then
    export CGO_ENABLED=1
    whole | xargs go test -race $(unwatched) -timeout "${RACE_TIMEOUT:-25m}" || return 1
    [ -n "$(parted)" ] || return 0
    echo "$sites" | while read -r package some; do
      heard=$(go test -race $(unwatched) -timeout 25m -run "$some" "$package") || { echo "$heard"; exit 1; }
      echo "$heard"
      case $heard in *"no tests to run"*) echo "$package has no test $some: name others in script/test.sh" >&2; exit 1 ;; esac
    done
  else
    echo "   without gcc there is no race detector: the tests run without it"
    whole | xargs go test -timeout 25m
  fi
)

proven() { # a site of its own: public/ may be of another day
  site=bin/proven
  bin/vigie build --quiet --out "$site" && bin/vigie verify --site "$site"
}

if [ "${1:-}" = races ]; then
  step "what the tests want of the system" script/tools.sh
  RACES=all RACE_TIMEOUT=90m step "every test of packages that start goroutines, for races" races
  exit 0
fi
step "what the tests want of the system" script/tools.sh
step "format" formatted
step "vet" go vet ./...
step "static analysis" go tool staticcheck ./...
step "the program" make -s bin/vigie
step "the real data under every rule" bin/vigie check
step "the editions" bin/vigie edition verify
step "the data in their usual form" bin/vigie fmt --check
step "tests of all other packages" tests
step "tests of packages that start goroutines, for races" races
step "two builds compared" script/twice.sh
step "every number proven" proven
printf 'what each part took:\n%s' "$parts"
echo "all is well, in $(($(date +%s) - start)) s"
