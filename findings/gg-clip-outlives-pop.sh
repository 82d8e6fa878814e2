#!/bin/sh
# git.sr.ht/~sbinet/gg v0.8.0: Pop gives back colour, line and transform as Push found them,
# and keeps a clip that was set in between.
#
# A group drawn inside Push, Clip, Pop clips whatever is drawn after it, as a canvas of the
# web or of PDF would not. ResetClip after Pop takes it away, with any clip from before.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding
go 1.25
require git.sr.ht/~sbinet/gg v0.8.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"git.sr.ht/~sbinet/gg"
)

func main() {
	for _, reset := range []bool{false, true} {
		c := gg.NewContext(20, 20)
		c.SetRGB(1, 1, 1)
		c.Clear()
		c.SetRGB(1, 0, 0)
		c.Push()
		c.DrawRectangle(0, 0, 10, 20)
		c.Clip()
		c.SetRGB(0, 0, 1)
		c.Pop()
		if reset {
			c.ResetClip()
		}
		c.DrawRectangle(0, 0, 20, 20)
		c.Fill()
		r, g, b, _ := c.Image().At(15, 10).RGBA()
		fmt.Printf("ResetClip %v: outside the former clip %02x%02x%02x\n", reset, r>>8, g>>8, b>>8)
	}
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='ResetClip false: outside the former clip ffffff
ResetClip true: outside the former clip ff0000'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
