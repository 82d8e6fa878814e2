#!/bin/sh
# github.com/arran4/golang-ical v0.3.4: an event of two categories that is read and
# written again has one.
#
# RFC 5545, section 3.8.1.2: CATEGORIES is a list, its values are parted by commas,
# and a comma within a value is escaped. Reading undoes the escapes before the list
# is taken apart, so the comma that parts two values can no longer be known from one
# that belongs to a value; writing escapes both.
#
# Seen: "réunion\, interne" and "cloud" come back as one category of three parts.
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
	in := strings.Join([]string{"BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//made up//EN", "BEGIN:VEVENT", "UID:1@example.org",
		"DTSTAMP:20261130T000000Z", "DTSTART;VALUE=DATE:20261229", `CATEGORIES:réunion\, interne,cloud`, "END:VEVENT", "END:VCALENDAR", ""}, "\r\n")
	c, err := ics.ParseCalendar(strings.NewReader(in))
	if err != nil {
		panic(err)
	}
	for _, l := range strings.FieldsFunc(c.Serialize(), func(r rune) bool { return r == '\r' || r == '\n' }) {
		if strings.HasPrefix(l, "CATEGORIES") {
			fmt.Println(l)
		}
	}
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='CATEGORIES:réunion\, interne\,cloud'
echo "read:    CATEGORIES:réunion\\, interne,cloud"
echo "written: $got"
[ "$got" = "$want" ] || { echo "the behaviour changed: wanted $want" >&2; exit 1; }
