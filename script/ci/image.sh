#!/bin/sh
# Builds the container image that serves the site: the program and the site, and nothing else. It compiles nothing.
#
#   script/ci/image.sh vigie:2026-11-30          with docker, or what CONTAINER names (podman, buildah)
#   script/ci/image.sh --context FOLDER          only what the image holds, in a folder
#
# Run it read-only: docker run --read-only --cap-drop ALL --security-opt no-new-privileges -p 8080:8080 NAME
set -eu
cd "$(dirname "$0")/../.."
# shellcheck source=script/ci/lib.sh
. script/ci/lib.sh
vigie=${VIGIE:-bin/vigie}
site=${SITE:-public}
name=${1:?the name of the image, or --context FOLDER}
[ -x "$vigie" ] || fail "there is no $vigie: script/ci/engine.sh makes it"
[ -f "$site/index.html" ] || fail "there is no site in $site: script/ci/site.sh makes it"

context() { # folder
  mkdir -p "$1"
  cp "$vigie" "$1/vigie"
  cp -R "$site" "$1/site"
  cp script/ci/Containerfile "$1/Containerfile"
  chmod -R a+rX,go-w "$1"
}
if [ "$name" = --context ]; then
  context "${2:?a folder}"
  exit 0
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
context "$work/image"
${CONTAINER:-docker} build --network none --tag "$name" --file "$work/image/Containerfile" "$work/image"
