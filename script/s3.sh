#!/bin/sh
# Builds the store of objects on which `vigie publish` is tested, of the version that
# script/s3/go.mod pins, in .cache/s3, unless it is there; prints where. It takes two minutes
# the first time.
set -eu
cd "$(dirname "$0")/s3"
out=../../.cache/s3
mkdir -p "$out"
if ! cmp -s go.sum "$out/built.sum" || [ ! -x "$out/versitygw" ]; then
  CGO_ENABLED=0 GOFLAGS=-mod=readonly go build -trimpath -o "$out/versitygw" github.com/versity/versitygw/cmd/versitygw >&2
  cp go.sum "$out/built.sum"
fi
cd "$out"
echo "$PWD/versitygw"
