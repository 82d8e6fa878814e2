package progress

import (
	"cmp"
	"errors"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect/read/markup"
	"vigie/internal/value/tabular"
)

// role is what the cells of a column are.
type role int

const (
	other role = iota
	provider
	service
	activities
	milestone
	model // an X under the name of a model
)

// roles describe what the head of a column says, the first one that fits; heads are
// folded.
var roles = []struct {
	role  role
	words *regexp.Regexp
}{
	{model, regexp.MustCompile(`^[spci]aas$`)},
	{provider, regexp.MustCompile(`prestataire|fournisseur|societe|entreprise|organisme|candidat|editeur|operateur`)},
	{milestone, regexp.MustCompile(`jalon|etape|avancement|statut`)},
	{activities, regexp.MustCompile(`activite|modele|type|perimetre|categorie`)},
	{service, regexp.MustCompile(`service|offre|solution|produit`)},
	{provider, regexp.MustCompile(`^noms?$`)},
}

func roleOf(head string) role {
	folded := tabular.Fold(head)
	for _, r := range roles {
		if r.words.MatchString(folded) {
			return r.role
		}
	}
	return other
}

// tables reads the tables of a page, each under its heading.
func (r *reading) tables(main *goquery.Selection) (err error) {
	under, number := "", 0
	main.Find("h2, h3, h4, table").EachWithBreak(func(_ int, s *goquery.Selection) bool {
		if !s.Is("table") {
			under = markup.Words(s)
			err = r.taken.Bytes(len(under))
			return err == nil
		}
		number++
		var t table
		if t, err = r.unfold(markup.Tables(s)[0]); err != nil {
			return false
		}
		if beside(under) || beside(t.caption) || slices.ContainsFunc(t.rows[:min(3, len(t.rows))], decided) {
			r.left.Add("table of something else", cmp.Or(t.caption, under))
			return true
		}
		r.table(t, number)
		return true
	})
	return err
}

// table is a table of the page, held whole.
type table struct {
	caption string
	rows    [][]string
}

// mostRows is far more than the list has, which has some tens.
const mostRows = 2_000

func (r *reading) unfold(from markup.Table) (table, error) {
	t := table{caption: from.Caption}
	next := from.Rows(r.taken)
	for {
		cells, err := next()
		if errors.Is(err, io.EOF) {
			return t, nil
		}
		if err != nil {
			return t, err
		}
		if t.rows = append(t.rows, cells); len(t.rows) > mostRows {
			return t, fmt.Errorf("a table of the page has more than %d rows", mostRows)
		}
	}
}

// decided says that the heads of a table are those of qualifications that were
// granted.
func decided(heads []string) bool {
	return slices.ContainsFunc(heads, func(h string) bool { return granted.MatchString(tabular.Fold(h)) })
}

var granted = regexp.MustCompile(`decision|date de fin|fin de qualification|expir`)

// table reads a table whose heads name providers; any other is reported.
func (r *reading) table(t table, number int) {
	heads, first := headsOf(t)
	if heads == nil {
		example := t.caption
		if example == "" && len(t.rows) > 0 {
			example = strings.Join(t.rows[0], " / ")
		}
		r.left.Add("table without providers", example)
		return
	}
	r.columns = append(r.columns, t.rows[first-1]...)
	for i, cells := range t.rows[first:] {
		at := fmt.Sprintf("tableau %d, l. %d", number, first+i+1)
		if len(cells) == 1 && len(heads) > 1 {
			r.left.Add("line across a table", cells[0])
			continue
		}
		if slices.Equal(cells, t.rows[first-1]) {
			continue // the heads again
		}
		e := entry{at: at}
		for j, cell := range cells {
			if j < len(heads) && cell != "" {
				r.cell(&e, heads[j], t.rows[first-1][j], r.spelt(cell))
			}
		}
		switch {
		case e.provider == "" && e.service == "":
		case !name(e.provider):
			r.left.Add("line without the name of a provider", strings.Join(cells, " / "))
		default:
			r.entries = append(r.entries, e)
		}
	}
}

// headsOf finds the line that names the columns, and the first line after it.
func headsOf(t table) (heads []role, first int) {
	for i, cells := range t.rows[:min(3, len(t.rows))] {
		heads = nil
		for _, c := range cells {
			heads = append(heads, roleOf(c))
		}
		if slices.Contains(heads, provider) && (len(cells) > 1 || len(t.rows[0]) == 1) {
			return heads, i + 1
		}
	}
	return nil, 0
}

func (r *reading) cell(e *entry, is role, head, text string) {
	switch is {
	case provider:
		said := parse(text)
		e.provider = said.provider
		if e.service == "" {
			e.service = said.service
		}
		if e.milestone == "" {
			e.milestone = said.milestone
		}
	case service:
		e.service = text
	case milestone:
		if m := milestones.FindStringSubmatch(text); m != nil {
			e.milestone = strings.ToUpper(m[1])
		} else {
			r.left.Add("milestone that is none of J0 to J3", text)
		}
	case activities:
		for _, a := range strings.FieldsFunc(text, func(c rune) bool { return strings.ContainsRune(",;/|", c) }) {
			if a = strings.TrimSpace(a); a != "" {
				e.activities = append(e.activities, a)
			}
		}
	case model:
		e.activities = append(e.activities, head)
	default:
		r.left.Add("column "+head, text)
	}
}
