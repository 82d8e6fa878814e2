#!/bin/sh
# github.com/xuri/excelize/v2 v2.11.1: widths that a StreamWriter is given from the first
# column to the last are written from the last to the first.
#
# SetColWidth(1), (2), (3) make <cols> with min="3", min="2", min="1". Widths that are given
# from the last column to the first come out in the order of the sheet, which is that of
# SetColWidth outside a stream and of other programs.
set -eu
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
cat > go.mod <<'MOD'
module finding
go 1.24
require github.com/xuri/excelize/v2 v2.11.1
MOD
cat > main.go <<'GO'
package main

import (
	"archive/zip"
	"bytes"
	"fmt"
	"io"
	"log"
	"regexp"

	"github.com/xuri/excelize/v2"
)

func order(columns []int) []string {
	book := excelize.NewFile()
	stream, err := book.NewStreamWriter("Sheet1")
	if err != nil {
		log.Fatal(err)
	}
	for _, c := range columns {
		if err := stream.SetColWidth(c, c, float64(10+c)); err != nil {
			log.Fatal(err)
		}
	}
	if err := stream.SetRow("A1", []any{"a", "b", "c"}); err != nil {
		log.Fatal(err)
	}
	if err := stream.Flush(); err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		log.Fatal(err)
	}
	parts, err := zip.NewReader(bytes.NewReader(file.Bytes()), int64(file.Len()))
	if err != nil {
		log.Fatal(err)
	}
	var out []string
	for _, part := range parts.File {
		if part.Name != "xl/worksheets/sheet1.xml" {
			continue
		}
		r, err := part.Open()
		if err != nil {
			log.Fatal(err)
		}
		sheet, err := io.ReadAll(r)
		if err != nil {
			log.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`<col [^>]*min="(\d+)"`).FindAllSubmatch(sheet, -1) {
			out = append(out, string(m[1]))
		}
	}
	return out
}

func main() {
	fmt.Println("given 1 2 3 -> written", order([]int{1, 2, 3}))
	fmt.Println("given 3 2 1 -> written", order([]int{3, 2, 1}))
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='given 1 2 3 -> written [3 2 1]
given 3 2 1 -> written [1 2 3]'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
