package anssi_test

import (
	"bytes"
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
	"vigie/internal/france/anssi"
)

func document(text []byte) collect.Document {
	return collect.Document{Source: "anssi-catalogue", URL: "https://example.org/catalogue.pdf", Size: int64(len(text)), Body: bytes.NewReader(text)}
}

// read reads a document and writes what was found.
func read(text []byte) string {
	var b strings.Builder
	remarks, err := anssi.Reader().Read(context.Background(), document(text), func(r collect.Row) error {
		fmt.Fprintf(&b, "%s: %s\n", r.At, strings.Join(r.Cells, " ¦ "))
		return nil
	})
	for _, bad := range remarks.Bad {
		fmt.Fprintf(&b, "bad %s, %s: %q, wanted %s\n", bad.At, bad.Column, bad.Found, bad.Wanted)
	}
	for _, u := range remarks.Unread {
		fmt.Fprintf(&b, "unread %s ×%d, such as %q\n", u.What, u.Count, u.Example)
	}
	if err != nil {
		fmt.Fprintf(&b, "error %v\n", err)
		return b.String()
	}
	fmt.Fprintf(&b, "%d rows, edition %q, %d columns\n", remarks.Rows, remarks.Edition, len(remarks.Columns))
	return b.String()
}

// The three sound rows, on the page and from the line that are given.
func sound(page, first int) string {
	lines := []string{
		"2023-2118 ¦ Alpha Fictif ¦ Nuage d'essai ¦ IaaS ¦ 2023-11-30 ¦ 2026-11-30 ¦ 2118 ¦ https://example.org/visas/2023_2118_np.pdf ¦ optimal",
		"2025-795 ¦ Bêta Imaginaire et Fils ¦ Plateforme (essai, brique « test ») et reste ¦ PaaS|CaaS ¦ 2025-05-05 ¦ 2027-06-18 ¦ 795 ¦ https://example.org/visas/2025_795_np.pdf ¦ moderate",
		"2026-12 ¦ Gamma & Cie ¦ Messagerie ¦ SaaS ¦ 2026-01-01 ¦ 2028-12-31 ¦ 12 ¦ https://example.org/visas/2026_12_np.pdf ¦ critical",
	}
	var b strings.Builder
	for i, l := range lines {
		fmt.Fprintf(&b, "p. %d, l. %d: %s\n", page, first+i, l)
	}
	return b.String()
}

const delta = "2026-13 ¦ Delta Inventé ¦ Calcul ¦ IaaS ¦ 2026-02-01 ¦ 2029-01-31 ¦ 13 ¦ https://example.org/visas/2026_13_np.pdf ¦ optimal\n"

func added() offer {
	return offer{"Delta Inventé", "Calcul", "I", "01/02/2026", "31/01/2029", "13", "2026_13", green, 0}
}

func TestTheSectionIsReadWhereverItStands(t *testing.T) {
	for name, one := range map[string]struct {
		make func() *catalogue
		want string
	}{
		"the usual catalogue": {usual, sound(3, 1) + "3 rows, edition \"2026-01-27\", 10 columns\n"},
		"the codes of a subset font": {func() *catalogue {
			c := &catalogue{made: made{subset: true}}
			c.cover()
			s, y := c.open()
			y = s.heads(y)
			for _, o := range offers() {
				y = s.row(y, o)
			}
			return c
		}, sound(2, 1) + "3 rows, edition \"2026-01-27\", 10 columns\n"},
		"other pages before, none after, another number": {func() *catalogue {
			c := &catalogue{number: "4.12"}
			for range 30 {
				c.page().text(57, 700, 9, "Services d'informatique en nuage")
			}
			c.close()
			s, y := c.open()
			y = s.heads(y)
			for _, o := range offers() {
				y = s.row(y, o)
			}
			return c
		}, sound(32, 1) + "3 rows, edition \"\", 10 columns\n"},
		"a row more, in another order": {func() *catalogue {
			c := &catalogue{}
			c.cover()
			s, y := c.open()
			y = s.row(s.heads(y), added())
			for _, o := range offers() {
				y = s.row(y, o)
			}
			c.close()
			return c
		}, "p. 2, l. 1: " + delta + sound(2, 2) + "4 rows, edition \"2026-01-27\", 10 columns\n"},
		"two pages, the names of the columns said once": {func() *catalogue {
			c := usual()
			s := c.page()
			c.pages[3], c.pages[4] = c.pages[4], c.pages[3] // before the next section
			s.text(500, 30, 6, "Page 4 sur 5")
			s.row(780, added())
			return c
		}, sound(3, 1) + "p. 4, l. 1: " + delta + "4 rows, edition \"2026-01-27\", 10 columns\n"},
		"two pages, the names of the columns said twice": {func() *catalogue {
			c := usual()
			s := c.page()
			c.pages[3], c.pages[4] = c.pages[4], c.pages[3]
			s.row(s.heads(780), added())
			return c
		}, sound(3, 1) + "p. 4, l. 1: " + delta + "4 rows, edition \"2026-01-27\", 10 columns\n"},
		"a heading over two lines, the next section on the same page": {func() *catalogue {
			c := &catalogue{}
			s := c.page()
			s.text(85, 771, 14, "3.3.")
			s.text(119, 771, 14, "Services d'informatique en nuage")
			s.text(119, 755, 14, "(SecNumCloud)")
			s.text(119, 735, 14, "3.3.1. Une partie de la section")
			y := s.heads(700)
			for _, o := range offers() {
				y = s.row(y, o)
			}
			s.text(85, y-30, 14, "3.4. Services d'infogérance")
			s.row(s.heads(y-60), offer{"Hors Section", "Autre métier", "I", "01/01/2026", "31/12/2028", "99", "2026_99", green, 0})
			return c
		}, sound(1, 1) + "3 rows, edition \"\", 10 columns\n"},
		"an empty table": {func() *catalogue {
			c := &catalogue{}
			s, y := c.open()
			s.heads(y)
			c.close()
			return c
		}, "0 rows, edition \"\", 10 columns\n"},
	} {
		t.Run(name, func(t *testing.T) {
			if diff := cmp.Diff(one.want, read(one.make().bytes())); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// A cell of many lines belongs to its row alone, as its ground says.
func TestTallRowsKeepTheirLines(t *testing.T) {
	c := &catalogue{}
	s, y := c.open()
	y = s.heads(y)
	s.row(y, offer{"Un", "court", "I", "01/01/2026", "31/12/2028", "1", "2026_1", green, 20})
	for i, x := range []float64{56.7, 141.8, 226.8, 256.5, 286.3, 316, 345.7, 393.9, 442.1, 490.3} {
		width := []float64{85.1, 85, 29.7, 29.8, 29.7, 29.7, 48.2, 48.2, 48.2, 48.3}[i]
		s.rectangle(x, y-100, width, 80, "0.93 0.93 0.93")
	}
	s.row(y-20, offer{"Deux", "a/b/c/d/e/f/g/h/i", "I", "01/01/2026", "31/12/2028", "2", "2026_2", green, 80})
	s.row(y-100, offer{"Trois", "court/aussi", "I", "01/01/2026", "31/12/2028", "3", "2026_3", green, 20})
	got := read(c.bytes())
	for _, want := range []string{"¦ Un ¦ court ¦", "¦ Deux ¦ a b c d e f g h i ¦", "¦ Trois ¦ court aussi ¦", "3 rows"} {
		if !strings.Contains(got, want) {
			t.Errorf("no %q in\n%s", want, got)
		}
	}
}

func TestARowThatDoesNotHoldTogetherIsReportedAndLeftOut(t *testing.T) {
	for name, one := range map[string]struct {
		change func(*offer)
		want   string
	}{
		"a link to another number":   {func(o *offer) { o.link = "2023_2119" }, `acte: "https://example.org/visas/2023_2119_np.pdf", wanted one link, to the decision whose number is printed: 2118`},
		"no link":                    {func(o *offer) { o.link = "" }, `acte: "", wanted one link`},
		"a link to something else":   {func(o *offer) { o.link = "2023_2118_np.pdf?x=" }, `acte: "https://example.org/visas/2023_2118_np.pdf?x=_np.pdf", wanted one link`},
		"no number":                  {func(o *offer) { o.number = "à venir" }, `numero: "à venir", wanted the number`},
		"no model":                   {func(o *offer) { o.models = "" }, `modeles: "", wanted one X at least`},
		"no supplier":                {func(o *offer) { o.supplier = "" }, `fournisseur: "", wanted the name of a supplier`},
		"no service":                 {func(o *offer) { o.service = "" }, `service: "", wanted the name of a service`},
		"dates out of order":         {func(o *offer) { o.from, o.until = o.until, o.from }, `fin: "2023-11-30", wanted the last day`},
		"a day that does not exist":  {func(o *offer) { o.from = "31/02/2023" }, `debut: "31/02/2023", wanted the first day`},
		"a date in another form":     {func(o *offer) { o.until = "30.11.26" }, `fin: "30.11.26", wanted the last day`},
		"no first day":               {func(o *offer) { o.from = "" }, `debut: "", wanted the first day`},
		"no day at all":              {func(o *offer) { o.from, o.until = "", "" }, `acte: "https://example.org/visas/2023_2118_np.pdf", wanted a row with two dates`},
		"a sign that is no X":        {func(o *offer) { o.models, o.service = "", "Nuage" }, `modeles: "", wanted one X`},
		"two days without any digit": {func(o *offer) { o.from, o.until = "bientôt", "plus tard" }, `wanted a row with two dates`},
	} {
		t.Run(name, func(t *testing.T) {
			c := &catalogue{}
			s, y := c.open()
			y = s.heads(y)
			list := offers()
			one.change(&list[0])
			for _, o := range list {
				y = s.row(y, o)
			}
			got := read(c.bytes())
			if !strings.Contains(got, "bad p. 1") || !strings.Contains(got, one.want) {
				t.Errorf("no %q in\n%s", one.want, got)
			}
			if strings.Contains(got, "Alpha Fictif ¦") || !strings.Contains(got, "Gamma & Cie") || !strings.Contains(got, "3 rows") {
				t.Errorf("the other rows stand, and this one does not:\n%s", got)
			}
		})
	}
}

func TestWhatIsNotUnderstoodIsReported(t *testing.T) {
	for name, one := range map[string]struct {
		change func(*offer, *sheet)
		want   []string
	}{
		"a mark of another colour": {func(o *offer, _ *sheet) { o.colour = "0.2 0.2 0.9" },
			[]string{"2118_np.pdf ¦ \n", "unread mark of recommendation of an unknown colour (0.200 0.200 0.900) ×1, such as \"p. 1, l. 1\""}},
		"no mark": {func(o *offer, _ *sheet) { o.colour = "" },
			[]string{"2118_np.pdf ¦ \n", "unread no mark of recommendation ×1"}},
		"a grey mark is a ground": {func(o *offer, _ *sheet) { o.colour = "0.5 0.5 0.5" }, []string{"unread no mark of recommendation ×1"}},
		"a column that is not known": {func(_ *offer, s *sheet) { s.text(340, 700, 4, "XaaS") },
			[]string{"unread column XaaS ×1"}},
	} {
		t.Run(name, func(t *testing.T) {
			c := &catalogue{}
			s, y := c.open()
			y = s.heads(y)
			list := offers()
			one.change(&list[0], s)
			for _, o := range list {
				y = s.row(y, o)
			}
			got := read(c.bytes())
			for _, want := range one.want {
				if !strings.Contains(got, want) {
					t.Errorf("no %q in\n%s", want, got)
				}
			}
		})
	}
}
