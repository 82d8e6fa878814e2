#!/bin/sh
# Builds a release a second time, in another folder and without any cache, and wants the same bytes.
#
#   script/ci/again.sh v1.0.0      after script/ci/release.sh v1.0.0
set -eu
cd "$(dirname "$0")/../.."
tag=${1:?the tag of the release in dist/}
first=$(cd "${DIST:-dist}" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
git clone --quiet --no-local . "$work/elsewhere"
if git rev-parse --verify --quiet "refs/tags/$tag" >/dev/null; then
  git -C "$work/elsewhere" checkout --quiet "$tag"
else
  git -C "$work/elsewhere" checkout --quiet "$(git rev-parse HEAD)"
fi
GOCACHE="${AGAIN_CACHE:-$work/cache}" DIST="$work/dist" NO_SBOM=1 "$work/elsewhere/script/ci/release.sh" "$tag" >/dev/null
(cd "$first" && grep -v '\.cdx\.json$' SHA256SUMS) >"$work/wanted"
diff "$work/wanted" "$work/dist/SHA256SUMS" || { echo "a second build gave other bytes" >&2; exit 1; }
echo "built twice, the same $(wc -l <"$work/wanted" | tr -d ' ') digests"
