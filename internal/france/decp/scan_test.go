package decp_test

import (
	"bytes"
	"encoding/csv"
	"fmt"
	"runtime"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/france/decp"
)

const short = "uid,id,acheteur_id,objet,codeCPV,montant\n"

func line(id int, object string) string {
	return fmt.Sprintf("%s%d,%d,%s,%s,72415000,1000\n", buyer, id, id, buyer, object)
}

func TestTablesAreReadAsTheyAreWritten(t *testing.T) {
	for name, c := range map[string]struct{ content, object string }{
		"plain":                     {short + line(1, "Cloud"), "Cloud"},
		"without an end of line":    {strings.TrimSuffix(short+line(1, "Cloud"), "\n"), "Cloud"},
		"with Windows ends of line": {strings.ReplaceAll(short+line(1, "Cloud"), "\n", "\r\n"), "Cloud"},
		"with a mark of UTF-8":      {"\xef\xbb\xbf" + short + line(1, "Cloud"), "Cloud"},
		"with semicolons":           {strings.ReplaceAll(short+line(1, "Cloud"), ",", ";"), "Cloud"},
		"with tabs":                 {strings.ReplaceAll(short+line(1, "Cloud"), ",", "\t"), "Cloud"},
		"with quotes":               {short + line(1, `"Cloud, ""privé"""`), `Cloud, "privé"`},
		"with a quote at the end":   {short + strings.Replace(line(1, "Cloud"), "1000", `"1000"`, 1), "Cloud"},
		"over two lines":            {short + line(1, "\"Cloud\n\nprivé\""), "Cloud privé"},
		"with an empty line":        {short + "\n" + line(1, "Cloud") + "\n", "Cloud"},
		"with columns in quotes":    {`"uid","id","acheteur_id","objet","codeCPV","montant"` + "\n" + line(1, "Cloud"), "Cloud"},
		"in capitals":               {strings.ToUpper(short) + line(1, "Cloud"), "Cloud"},
	} {
		t.Run(name, func(t *testing.T) {
			h := must(bulk(t, []byte(c.content)))
			h.want(buyer+"1", "object: "+c.object, "amount: 1000")
			if h.remarks.Rows != 1 || len(h.remarks.Bad) > 0 {
				t.Errorf("remarks %+v", h.remarks)
			}
		})
	}
}

func TestARowThatIsNotSoundDoesNotTakeOthersWithIt(t *testing.T) {
	for name, bad := range map[string]string{
		"a quote that means inches":    line(2, `Disque 5" cloud`),
		"a quote that is not closed":   line(2, `"Disque cloud`),
		"a quote that closes too soon": line(2, `"Disque" cloud`),
		"a cell too many":              line(2, "Disque, cloud"),
		"a cell too few":               "1,2\n",
		"no UTF-8":                     line(2, "Cloud priv\xe9"),
		"a row without end":            line(2, strings.Repeat("cloud ", 1<<18)),
	} {
		t.Run(name, func(t *testing.T) {
			h := must(bulk(t, []byte(short+line(1, "Cloud")+bad+line(3, `"Cloud ""3"""`)+line(4, "Cloud"))))
			got := []string{}
			for _, r := range h.rows {
				got = append(got, strings.TrimPrefix(r.Cells[0], buyer))
			}
			if s := strings.Join(got, " "); !strings.Contains(s, "1") || !strings.Contains(s, "4") {
				t.Errorf("rows %s, %+v", s, h.remarks.Bad)
			}
			if len(h.remarks.Bad) == 0 && name != "a quote that means inches" {
				t.Error("nothing is reported")
			}
		})
	}
}

// TestMemoryDoesNotGrowWithTheFile reads two files of which no row passes, one
// sixteen times as long as the other: the reader sets aside as much for both.
func TestMemoryDoesNotGrowWithTheFile(t *testing.T) {
	reader := decp.Bulk(cloud(t))
	allocated := func(rows int) uint64 {
		row := strings.Replace(line(1, `"Réfection de la voirie, lot ""2"""`), "72415000", "45233140", 1)
		doc := document([]byte(short + strings.Repeat(row, rows)))
		var before, after runtime.MemStats
		runtime.ReadMemStats(&before)
		if remarks, err := reader.Read(t.Context(), doc, func(collect.Row) error { return nil }); err != nil || remarks.Rows != rows {
			t.Fatalf("%d rows, %v", remarks.Rows, err)
		}
		runtime.ReadMemStats(&after)
		return after.TotalAlloc - before.TotalAlloc
	}
	allocated(1) // what is made once
	little, much := allocated(10_000), allocated(160_000)
	if much > little+64<<10 {
		t.Errorf("%d bytes for 10,000 rows, %d for 160,000", little, much)
	}
}

func TestAFileOfWhichAllPassesIsRefused(t *testing.T) {
	if _, err := bulk(t, []byte(short+strings.Repeat(line(1, "Cloud"), 200_000))); err == nil || !strings.Contains(err.Error(), "pass the filter") {
		t.Errorf("got %v", err)
	}
}

// FuzzATableIsReadAsTheLibraryReadsIt compares with encoding/csv what both read.
func FuzzATableIsReadAsTheLibraryReadsIt(f *testing.F) {
	f.Add(line(1, "Cloud") + line(2, `"a ""b"" `+"\n"+`c"`))
	f.Add("\r\n" + line(1, `"`) + `"` + "\n")
	f.Add("a\"b,c,d,e,f,g\n\"\"\"\",,,,,")
	f.Add(short)
	f.Fuzz(func(t *testing.T, rows string) {
		reader := decp.Bulk(cloud(t))
		found := map[string]bool{}
		remarks, err := reader.Read(t.Context(), document([]byte(short+rows)), func(r collect.Row) error {
			found[r.Cells[0]] = true
			return nil
		})
		library := csv.NewReader(bytes.NewReader([]byte(short + rows)))
		table, fault := library.ReadAll()
		if fault != nil || strings.Contains(rows, "\r") { // which the library changes within cells
			return
		}
		if err != nil || len(remarks.Bad) > len(table)-1 || remarks.Rows != len(table)-1 {
			t.Fatalf("%d rows, %d of which bad (%v); the library reads %d", remarks.Rows, len(remarks.Bad), err, len(table)-1)
		}
	})
}
