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
  echo "   $(($(date +%s) - before)) s"
}

formatted() {
  found=$(gofmt -l cmd internal)
  [ -z "$found" ] || { echo "not in the usual form (make fmt): $found" >&2; return 1; }
}

tests() {
  if command -v gcc >/dev/null 2>&1; then
    # QuickJS is C turned into Go, and too slow to watch: our own code is what races.
    CGO_ENABLED=1 go test -race -gcflags='modernc.org/...=-race=false' -timeout 25m ./...
  else
    echo "   without gcc there is no race detector: the tests run without it"
    go test -timeout 25m ./...
  fi
}

proven() { # a site of its own: public/ may be of another day
  site=bin/proven
  bin/vigie build --quiet --out "$site" && bin/vigie verify --site "$site"
}

step "what the tests want of the system" script/tools.sh
step "format" formatted
step "vet" go vet ./...
step "static analysis" go tool staticcheck ./...
step "the program" make -s bin/vigie
step "the real data under every rule" bin/vigie check
step "the editions" bin/vigie edition verify
step "the data in their usual form" bin/vigie fmt --check
step "tests" tests
step "two builds compared" script/twice.sh
step "every number proven" proven
echo "all is well, in $(($(date +%s) - start)) s"
