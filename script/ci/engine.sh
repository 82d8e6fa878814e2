#!/bin/sh
# Gives bin/vigie, which all other steps call: the released program, when it was made from the source of the engine that
# stands here; else it compiles one, which takes minutes the first time.
#
#   script/ci/engine.sh             makes bin/vigie
#   script/ci/engine.sh --wanted    says which it would be: released, or compiled
#   script/ci/engine.sh --source    the digest of the source of the engine, tests apart
#
# script/ci/engine.txt names the release: its tag, the digest of its source, and those of its programs, which alone are
# trusted. Whoever makes a release commits it. VIGIE_RELEASES is where releases are, when that is not GitHub.
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
pinned=${VIGIE_ENGINE:-script/ci/engine.txt}

engine() { git ls-files "$@" -- cmd internal go.mod go.sum 'themes/*.go' ':!:*_test.go' ':!:*/testdata/*'; }
digest() { engine -s | sums | cut -d ' ' -f 1; }
platform() {
  case $(uname -s)/$(uname -m) in
  Linux/x86_64) echo linux_amd64 ;;
  Linux/aarch64) echo linux_arm64 ;;
  Darwin/x86_64) echo darwin_amd64 ;;
  Darwin/arm64) echo darwin_arm64 ;;
  *) echo none ;;
  esac
}
pin() { [ -f "$pinned" ] && sed -n "s/^$1 //p" "$pinned" | head -n 1; }
wanted() {
  if [ -n "$(pin release)" ] && [ "$(pin source)" = "$(digest)" ] && [ -n "$(pin "$(platform)")" ] &&
    [ -z "$(engine --modified --deleted --others --exclude-standard)" ]; then
    echo released
  else
    echo compiled
  fi
}

# released brings the program of the release; nothing that has another digest becomes bin/vigie.
released() {
  tag=$(pin release)
  from=${VIGIE_RELEASES:-${GITHUB_SERVER_URL:-https://github.com}/${GITHUB_REPOSITORY:-}/releases/download}
  mkdir -p bin
  rm -f bin/.vigie
  curl --fail --silent --show-error --location --max-time 300 --output bin/.vigie "$from/$tag/vigie_${tag}_$(platform)" || return 1
  if [ "$(sums bin/.vigie | cut -d ' ' -f 1)" != "$(pin "$(platform)")" ]; then
    echo "the program of release $tag has not the digest of $pinned: it is not used" >&2
    rm -f bin/.vigie
    return 1
  fi
  chmod +x bin/.vigie
  mv bin/.vigie bin/vigie
}
compiled() {
  command -v go >/dev/null || fail "there is no Go to compile with: see https://go.dev/dl/"
  make -s bin/vigie
}

case ${1:-} in
--source) digest ;;
--wanted) wanted ;;
"")
  if [ "$(wanted)" = released ]; then
    step "the released program" released || step "the program, compiled" compiled
  else
    step "the program, compiled" compiled
  fi
  bin/vigie version
  ;;
*) fail "it takes --wanted, --source or nothing" ;;
esac
