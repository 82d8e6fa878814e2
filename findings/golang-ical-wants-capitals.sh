#!/bin/sh
# github.com/arran4/golang-ical v0.3.4 refuses a calendar whose names are in small
# letters.
#
# RFC 5545, section 2: names of properties, components and parameters are not case
# sensitive. A calendar in capitals is read; the same one in small letters is
# "malformed calendar; expected begin".
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding
go 1.24
require github.com/arran4/golang-ical v0.3.4
MOD
cat > main.go <<'GO'
package main

import (
	"fmt"
	"strings"

	ics "github.com/arran4/golang-ical"
)

func main() {
	for _, begin := range []string{"BEGIN:VCALENDAR", "begin:vcalendar"} {
		lines := []string{begin, "VERSION:2.0", "PRODID:-//made up//EN", "END:VCALENDAR", ""}
		if begin == strings.ToLower(begin) {
			lines = []string{begin, "version:2.0", "prodid:-//made up//EN", "end:vcalendar", ""}
		}
		_, err := ics.ParseCalendar(strings.NewReader(strings.Join(lines, "\r\n")))
		fmt.Println(begin, "->", err)
	}
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='BEGIN:VCALENDAR -> <nil>
begin:vcalendar -> malformed calendar; expected begin'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
