package anssi_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"vigie/internal/collect"
	"vigie/internal/france/anssi"
)

func TestAnotherDocumentIsAnErrorNeverAPanic(t *testing.T) {
	sound := usual().bytes()
	for name, one := range map[string]struct {
		text []byte
		want string
	}{
		"a web page":                      {[]byte("<!DOCTYPE html><html><head><title>Accès refusé</title></head></html>"), `it is a web page, not the catalogue, and links to none: "Accès refusé"`},
		"nothing":                         {nil, "no PDF"},
		"a text":                          {[]byte(strings.Repeat("bonjour ", 100)), "no PDF"},
		"a PDF that is cut":               {sound[:len(sound)/2], "no PDF"},
		"a PDF whose end was lost":        {append(bytes.Clone(sound[:len(sound)-400]), sound[len(sound)-100:]...), ""},
		"no section":                      {(func() []byte { c := &catalogue{}; c.cover(); c.contents(); c.close(); return c.bytes() })(), "no page bears the heading"},
		"no table":                        {(func() []byte { c := &catalogue{}; c.open(); c.close(); return c.bytes() })(), "has no table: no column named Nom du fournisseur"},
		"a page in circles":               {replaced(sound, "/Type/Page/Parent 2 0 R", "/Type/Pages/Kids[2 0 R] "), "no end of pages"},
		"a length in circles":             {circling(), ""},
		"a cross-reference far away":      {replaced(sound, "\nxref\n0 ", "\nxref\n4000000000 "), "announces"},
		"more objects than bytes":         {replaced(sound, "/Size ", "/Size 99999999"), "announces"},
		"tables of objects without end":   {[]byte("%PDF-1.5\n" + strings.Repeat("xref 0 trailer ", 100)), "more than 64 tables"},
		"streams of objects without end":  {[]byte("%PDF-1.5\n" + strings.Repeat("/ObjStm ", 30_000)), "more than 20000 streams"},
		"operators without operands":      {contents("Q Q Q cm rg Tf Td Tm TJ Tj ' \" re f c m l f* sc k"), "no page bears"},
		"a string that does not end":      {contents("BT /F1 12 Tf (abc"), ""},
		"digits that do not end":          {contents("BT /F1 12 Tf <abc"), "a string of the PDF does not end"},
		"a sign that opens none":          {contents("BT /F1 12 Tf (a<b) Tj % <\n(\\(<) Tj <</A<41>>> ET"), "no page bears"},
		"packed objects that do not end":  {packed("/N 1/First 4", "1 0 <ab"), "a string of the PDF does not end"},
		"packed objects without number":   {packed("/N 5 0 R/First 4", "1 0 (a)"), "does not say how many"},
		"packed objects that are broken":  {packed("/N 1/First 4/Filter/FlateDecode", "nothing"), "cannot be unpacked"},
		"packed objects":                  {packed("/N 1/First 4", "1 0 <ab>"), "no page bears"},
		"a dictionary that does not end":  {contents("<< /A << /B"), ""},
		"a stack of states":               {contents(strings.Repeat("q ", 100_000)), "no page bears"},
		"a font that does not exist":      {contents("BT /F9 12 Tf (abc) Tj ET"), "no page bears"},
		"numbers beyond numbers":          {contents("1e999 9999999999999999999999 0 0 0 0 cm (x) Tj"), ""},
		"begin without a dictionary":      {contents("begin end currentdict"), "page 1 cannot be read"},
		"a page that unpacks without end": {contents(strings.Repeat("% nothing\n", 2<<20)), "holds more than"},
	} {
		t.Run(name, func(t *testing.T) {
			got := read(one.text)
			if !strings.Contains(got, "error ") || !strings.Contains(got, one.want) {
				t.Errorf("gives %.300s, want %q", got, one.want)
			}
		})
	}
}

// replaced changes a file, and fails when there is nothing to change.
func replaced(text []byte, old, now string) []byte {
	if !bytes.Contains(text, []byte(old)) {
		panic(fmt.Sprintf("no %q in the made-up PDF", old))
	}
	return bytes.Replace(text, []byte(old), []byte(now), 1)
}

// contents is a PDF of one page that holds these operators.
func contents(operators string) []byte {
	m := &made{}
	m.page().content.WriteString(operators)
	return m.bytes()
}

// packed is a PDF with a stream of objects.
func packed(entries, objects string) []byte {
	m := &made{extra: []string{fmt.Sprintf("<</Type/ObjStm%s/Length %d>>\nstream\n%s\nendstream", entries, len(objects), objects)}}
	m.page()
	return m.bytes()
}

// circling is a PDF in which the length of a stream is given by that stream.
func circling() []byte {
	m := &made{}
	m.page().text(1, 1, 1, "x")
	text := m.bytes()
	i := bytes.Index(text, []byte("4 0 obj\n<</Length "))
	j := i + bytes.IndexByte(text[i:], '>')
	copy(text[i+len("4 0 obj\n<</Length "):j], strings.Repeat(" ", j-i))
	return bytes.Replace(text, []byte("4 0 obj\n<</Length"), []byte("4 0 obj\n<</Length 4 0 R"), 1)
}

func TestAReadingStopsWithTheRun(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := anssi.Reader().Read(ctx, document(usual().bytes()), func(collect.Row) error { return nil })
	if err == nil || !strings.Contains(err.Error(), "canceled") {
		t.Error(err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add(usual().bytes())
	f.Add((func() []byte { c := usual(); c.subset = true; return c.bytes() })())
	f.Add([]byte(`<a href="/visas/catalogue-x.pdf">Catalogue</a>`))
	f.Fuzz(func(t *testing.T, text []byte) {
		columns := len(anssi.Reader().Columns)
		_, _ = anssi.Reader().Read(context.Background(), document(text), func(r collect.Row) error {
			if len(r.Cells) != columns || r.Cells[0] == "" {
				t.Errorf("a row %q", r.Cells)
			}
			return nil
		})
	})
}
