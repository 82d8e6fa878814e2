#!/bin/sh
# What becomes of a change of data, prose or theme: checked, built, proven. It publishes nothing.
#
#   script/ci/site.sh               the site in public/
#   SITE=folder AS_OF=2026-11-30 script/ci/site.sh
#
# On GitHub what is wrong is shown beside its line; on GitLab it stands in gl-code-quality-report.json too.
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
vigie=${VIGIE:-bin/vigie}
site=${SITE:-public}
[ -x "$vigie" ] || command -v "$vigie" >/dev/null || fail "there is no $vigie: script/ci/engine.sh makes it"

check() { "$vigie" check ${AS_OF:+--as-of "$AS_OF"} "$@"; }
if [ -n "${GITHUB_ACTIONS:-}" ]; then
  check --format github || { code=$?; echo "the check found what is to be mended"; exit "$code"; }
elif [ -n "${GITLAB_CI:-}" ]; then
  code=0
  check --format gitlab >gl-code-quality-report.json || code=$?
  [ "$code" = 0 ] || { check || true; exit "$code"; }
else
  step "check" check
fi
step "build" "$vigie" build --out "$site" ${AS_OF:+--as-of "$AS_OF"}
step "every number proven" "$vigie" verify --site "$site"
