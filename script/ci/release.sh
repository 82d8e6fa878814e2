#!/bin/sh
# Builds what a release holds, in dist/: the program for six platforms, their digests, what they are made of (CycloneDX),
# and engine.txt, by which later changes of data take the program of the release instead of compiling one.
# The same commit gives the same bytes, on any machine: script/ci/again.sh shows it.
#
#   script/ci/release.sh v1.0.0
#   PLATFORMS=linux_amd64 script/ci/release.sh v1.0.0
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
tag=${1:?a tag such as v1.0.0}
case $tag in
v[0-9]*) ;;
*) fail "$tag is no tag such as v1.0.0" ;;
esac
case $tag in
*[!A-Za-z0-9.+-]*) fail "$tag is no tag such as v1.0.0" ;;
esac
[ -z "$(git status --porcelain --untracked-files=no)" ] || fail "the tree is not that of a commit"
out=${DIST:-dist}
rm -rf "$out"
mkdir -p "$out"

program() { # platform
  suffix=
  [ "${1%_*}" != windows ] || suffix=.exe
  CGO_ENABLED=0 GOOS=${1%_*} GOARCH=${1#*_} GOFLAGS='' go build -trimpath -buildvcs=true -ldflags=-buildid= \
    -o "$out/vigie_${tag}_$1$suffix" ./cmd/vigie
}
parts() { # platform: the modules that the program itself says it is made of
  for file in "$out/vigie_${tag}_$1" "$out/vigie_${tag}_$1.exe"; do
    [ -f "$file" ] || continue
    go tool -modfile=script/ci/tools/go.mod cyclonedx-gomod bin -json -noserial -notimestamp \
      -version "$tag" -output "$out/vigie_${tag}_$1.cdx.json" "$file" || return
  done
}
: "${PLATFORMS:=linux_amd64 linux_arm64 darwin_amd64 darwin_arm64 windows_amd64 windows_arm64}"
for one in $PLATFORMS; do
  step "$one" program "$one"
  [ -n "${NO_SBOM:-}" ] || step "what it is made of" parts "$one"
done
(cd "$out" && sums vigie_* >SHA256SUMS)
{
  echo "release $tag"
  echo "source $(script/ci/engine.sh --source)"
  sed -n "s/^\([0-9a-f]*\)  vigie_${tag}_\([a-z]*_[a-z0-9]*\)\(\.exe\)\{0,1\}\$/\2 \1/p" "$out/SHA256SUMS"
} >"$out/engine.txt"
ls -l "$out"
