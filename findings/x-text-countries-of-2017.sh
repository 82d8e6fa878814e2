#!/bin/sh
# golang.org/x/text v0.43.0, package language/display: the names of countries are those
# of CLDR 32 (2017). North Macedonia (since February 2019) and Eswatini (since April 2018)
# have their former names, in English and in French; Czechia, named so in 2016, has its own.
#
# A table of the countries that control companies, made with a release of 2026, prints
# names that these States no longer bear, and display.CLDRVersion is where one sees why.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding
go 1.25
require golang.org/x/text v0.43.0
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"

	"golang.org/x/text/language"
	"golang.org/x/text/language/display"
)

func main() {
	fmt.Println("CLDR", display.CLDRVersion)
	for _, code := range []string{"MK", "SZ", "CZ"} {
		region := language.MustParseRegion(code)
		fmt.Printf("%s %q %q\n", code, display.Regions(language.English).Name(region), display.Regions(language.French).Name(region))
	}
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='CLDR 32
MK "Macedonia" "Macédoine"
SZ "Swaziland" "Swaziland"
CZ "Czechia" "Tchéquie"'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
