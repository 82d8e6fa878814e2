#!/bin/sh
# github.com/xuri/excelize/v2 v2.11.1 gives one merged cell two values: GetCellValue
# gives the amount of the block in each of its cells, GetRows and Rows give it in the
# first alone.
#
# An amount that stands for two rows (D2:D3 merged) is thus counted twice by a program
# that asks cell by cell, and once by one that asks row by row. Neither says that the
# cell is merged; GetMergeCells does.
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
	"bytes"
	"fmt"
	"log"

	"github.com/xuri/excelize/v2"
)

func main() {
	book := excelize.NewFile()
	for i, row := range [][]any{{"Raison sociale", "Montant HT"}, {"Alpha", 12000}, {"Bêta"}} {
		if err := book.SetSheetRow("Sheet1", fmt.Sprintf("A%d", i+1), &row); err != nil {
			log.Fatal(err)
		}
	}
	if err := book.MergeCell("Sheet1", "B2", "B3"); err != nil {
		log.Fatal(err)
	}
	var file bytes.Buffer
	if err := book.Write(&file); err != nil {
		log.Fatal(err)
	}
	read, err := excelize.OpenReader(&file)
	if err != nil {
		log.Fatal(err)
	}
	for _, cell := range []string{"B2", "B3"} {
		value, err := read.GetCellValue("Sheet1", cell)
		fmt.Printf("GetCellValue %s -> %q %v\n", cell, value, err)
	}
	rows, err := read.GetRows("Sheet1")
	fmt.Printf("GetRows -> %q %v\n", rows, err)
}
GO
go mod tidy >/dev/null 2>&1
got=$(go run .)
want='GetCellValue B2 -> "12000" <nil>
GetCellValue B3 -> "12000" <nil>
GetRows -> [["Raison sociale" "Montant HT"] ["Alpha" "12000"] ["Bêta"]] <nil>'
echo "$got"
[ "$got" = "$want" ] || { echo "the behaviour changed" >&2; exit 1; }
