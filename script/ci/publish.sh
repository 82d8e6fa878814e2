#!/bin/sh
# Publishes the site that was built and proven. TARGET is where: what `vigie publish` takes. Keys come from the
# environment, as doc/publishing.md says; nothing here prints them.
#
#   TARGET=/srv/www/vigie script/ci/publish.sh
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
vigie=${VIGIE:-bin/vigie}
[ -n "${TARGET:-}" ] || fail "TARGET is empty: set the repository variable TARGET, or let the host take the folder"
[ -f "${SITE:-public}/SHA256SUMS" ] || fail "there is no site in ${SITE:-public}: script/ci/site.sh makes it"
(cd "${SITE:-public}" && sums --check --quiet SHA256SUMS) || fail "the site is not the one that was built"
step "publish" "$vigie" publish "$TARGET" --site "${SITE:-public}"
