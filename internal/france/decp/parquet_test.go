package decp_test

import (
	"bytes"
	"encoding/binary"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/parquet-go/parquet-go"

	"vigie/internal/collect"
	"vigie/internal/france/decp"
)

// published is a row of the consolidated file, as its producer types the columns.
type published struct {
	UID          string   `parquet:"uid"`
	ID           string   `parquet:"id"`
	Buyer        string   `parquet:"acheteur_id,dict"`
	Holder       *string  `parquet:"titulaire_id,optional"`
	HolderKind   string   `parquet:"titulaire_typeIdentifiant,dict"`
	Object       *string  `parquet:"objet,optional,zstd"`
	Amount       *float64 `parquet:"montant,optional"`
	CPV          string   `parquet:"codeCPV,dict,snappy"`
	Months       *int16   `parquet:"dureeMois,optional"`
	Notified     int32    `parquet:"dateNotification,date"`
	Modification int64    `parquet:"modification_id"`
	Current      bool     `parquet:"donneesActuelles"`
	Latitude     float32  `parquet:"acheteur_latitude"`
	New          []string `parquet:"nouveau,list"`
}

func columnar(t testing.TB, rows ...published) []byte {
	t.Helper()
	var b bytes.Buffer
	w := parquet.NewGenericWriter[published](&b, parquet.MaxRowsPerRowGroup(2))
	if _, err := w.Write(rows); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func sound(t testing.TB) []byte {
	amount, more, months, object, holder, ovh := 50000.1, 60000.25, int16(48), "Hébergement", "90000002700012", "42476141900045"
	of := func(id, cpv string, amount *float64, modification int64) published {
		return published{UID: buyer + id, ID: id, Buyer: buyer, Holder: &holder, HolderKind: "SIRET", Object: &object, Amount: amount, CPV: cpv,
			Months: &months, Notified: 19794 + 365*int32(modification), Modification: modification, Current: modification == 1, New: []string{"a"}}
	}
	other := of("M3", "79000000", nil, 0)
	other.Holder, other.Months, other.Object = &ovh, nil, nil
	return columnar(t, of("M1", "72415000", &amount, 0), of("M2", "45000000", &amount, 0), of("M3", "79000000", nil, 0), other, of("M1", "72415000", &more, 1))
}

func TestColumnarFilesAreRead(t *testing.T) {
	h := must(bulk(t, sound(t)))
	h.want(buyer+"M1", "amount: 60000.25", "notified: 2024-03-12", "months: 48", "modification: 1", "holder_sirens: 900000027")
	h.want(buyer+"M3", "amount:", "holders: 2", "holder_names: OVH", "taken_for: supplier")
	if diff := cmp.Diff(map[string]int{"filter: cpv-outside-keyword": 1}, h.left()); diff != "" || h.remarks.Rows != 5 || len(h.rows) != 2 {
		t.Errorf("%d rows, %s", h.remarks.Rows, diff)
	}
	if u := h.remarks.Unread; len(u) != 1 || u[0].What != "nouveau" {
		t.Errorf("reported %+v", u)
	}
}

func TestNoSizeThatAFileStatesIsBelieved(t *testing.T) {
	whole := sound(t)
	footer := len(whole) - 8 - int(binary.LittleEndian.Uint32(whole[len(whole)-8:]))
	change := func(from, to string) func([]byte) []byte {
		return func(b []byte) []byte { return bytes.Replace(b, []byte(from), []byte(to), 1) }
	}
	made := func(text string) []byte {
		out := append([]byte("PAR1"), text...)
		return append(binary.LittleEndian.AppendUint32(out, uint32(len(text))), "PAR1"...)
	}
	for name, content := range map[string][]byte{
		"a footer larger than the file": append(append([]byte{}, whole[:len(whole)-8]...), "\xff\xff\xff\x7fPAR1"...),
		"a footer of nothing":           made(""),
		"a list of two billion columns": made("\x15\x02\x19\xfc\xff\xff\xff\xff\x07\x15"),
		"a text of two billion letters": made("\x15\x02\x28\xff\xff\xff\xff\x07a"),
		"records within records":        made(strings.Repeat("\x1c", 1<<16)),
		"lists within lists":            made("\x19" + strings.Repeat("\x19", 1<<16)),
		"a file cut short":              whole[:len(whole)/2],
		"a footer of another file":      change(string(whole[footer:footer+8]), "\x00\x00\x00\x00\x00\x00\x00\x00")(whole),
		"pages that are not there":      append(append([]byte("PAR1"), make([]byte, footer-4)...), whole[footer:]...),
	} {
		t.Run(name, func(t *testing.T) {
			if h, err := bulk(t, content); err == nil {
				t.Errorf("it is read: %+v", h.remarks)
			}
		})
	}
}

func FuzzAColumnarFileIsReadOrRefused(f *testing.F) {
	f.Add(sound(f))
	f.Add([]byte("PAR1\x15\x02\x19\xfc\xff\xff\xff\xff\x07\x15\x09\x00\x00\x00PAR1"))
	f.Fuzz(func(t *testing.T, content []byte) {
		if !bytes.HasPrefix(content, []byte("PAR1")) {
			return
		}
		defer func() { _ = recover() }() // the engine takes a broken reader for a bad document
		_, _ = decp.Bulk(cloud(t)).Read(t.Context(), document(content), func(collect.Row) error { return nil })
	})
}

// TestAPageOfFarTooManyValuesIsRefused writes some bytes that stand for a million
// values, the same one each time.
func TestAPageOfFarTooManyValuesIsRefused(t *testing.T) {
	type row struct {
		UID    string `parquet:"uid,dict"`
		Object string `parquet:"objet,dict"`
		CPV    string `parquet:"codeCPV,dict"`
		Buyer  string `parquet:"acheteur_id,dict"`
		Holder string `parquet:"titulaire_id,dict"`
		Amount string `parquet:"montant,dict"`
		Day    string `parquet:"dateNotification,dict"`
	}
	write := func(rows int) []byte {
		var b bytes.Buffer
		w := parquet.NewGenericWriter[row](&b, parquet.PageBufferSize(64<<20))
		batch := slices.Repeat([]row{{UID: "u", Object: "Voirie", CPV: "45000000"}}, 10_000)
		for range rows / len(batch) {
			if _, err := w.Write(batch); err != nil {
				t.Fatal(err)
			}
		}
		if err := w.Close(); err != nil {
			t.Fatal(err)
		}
		return b.Bytes()
	}
	if h, err := bulk(t, write(100_000)); err != nil || h.remarks.Rows != 100_000 {
		t.Errorf("fewer are read: %v", err)
	}
	if _, err := bulk(t, write(1_010_000)); err == nil || !strings.Contains(err.Error(), "values") {
		t.Errorf("got %v", err)
	}
}
