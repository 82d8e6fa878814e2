package site

import (
	"iter"
	"strings"

	"vigie/internal/value/lang"
)

// compareFile is what the script of the comparison loads in a language.
func compareFile(l lang.Lang) string { return "comparison/" + string(l) + ".json" }

// compareIndex is that file: the questions, and what is known of each provider and offer.
type compareIndex struct {
	Questions []string       `json:"questions"`
	Groups    []string       `json:"groups"`
	Things    []compareThing `json:"things"`
	Lines     []compareLine  `json:"lines"` // each once: many answers read the same
}

// compareThing is a provider or an offer with its answers, in the order of the questions.
type compareThing struct {
	Key   string  `json:"key"` // in addresses: ?with=key,key
	Group int     `json:"group"`
	Name  string  `json:"name"`
	At    string  `json:"at"` // address of its page, from the root
	What  string  `json:"what"`
	Cells [][]int `json:"cells"` // lines, by their place
}

// compareLine is a line of an answer, as CompareLine has it, and as small as may be.
type compareLine struct {
	Link   []string       `json:"l,omitempty"` // address, words
	Text   string         `json:"t,omitempty"`
	Day    []string       `json:"d,omitempty"` // ISO, words
	Figure *compareFigure `json:"f,omitempty"`
	Note   string         `json:"n,omitempty"`
	Absent bool           `json:"a,omitempty"`
}

// compareFigure is a figure, with the address of its proof.
type compareFigure struct {
	Text  string `json:"t"`
	Exact string `json:"x,omitempty"`
	At    string `json:"h"`
	State string `json:"s"`
	Mark  string `json:"m,omitempty"` // that it is fragile, corrected, withdrawn
}

// compareFiles yields what the script loads, in each language.
func compareFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		if !s.has(compareKey) {
			return
		}
		for _, l := range s.Config.Languages {
			if !yield(Extra{compareFile(l), (view{site: s, l: l}).compareIndex()}) {
				return
			}
		}
	}
}

func (v view) compareIndex() []byte {
	out := compareIndex{Questions: v.compareQuestions(), Groups: []string{v.label("providers"), v.label("offers")}}
	places := map[string]int{}
	for _, p := range v.site.Data.Providers {
		v.compareThing(&out, places, compareThing{Key: p.ID}, comparedThing{provider: p})
	}
	for _, o := range v.site.Data.Offers {
		v.compareThing(&out, places, compareThing{Key: "offers/" + o.ID, Group: 1}, comparedThing{offer: o})
	}
	return append(encoded(out), '\n')
}

// compareThing adds a provider or an offer to the index; places are those of its lines.
func (v view) compareThing(to *compareIndex, places map[string]int, thing compareThing, c comparedThing) {
	column, cells := v.compareColumn(c)
	thing.Name, thing.At, thing.What = column.Name.Text, fromRoot(column.Name.Href), column.What
	for _, cell := range cells {
		lines := []int{}
		for _, l := range cell {
			line := v.compareLine(l)
			name := string(encoded(line))
			if _, known := places[name]; !known {
				places[name] = len(to.Lines)
				to.Lines = append(to.Lines, line)
			}
			lines = append(lines, places[name])
		}
		thing.Cells = append(thing.Cells, lines)
	}
	to.Things = append(to.Things, thing)
}

func (v view) compareLine(l CompareLine) compareLine {
	line := compareLine{Text: l.Text, Note: l.Note, Absent: l.Absent}
	if l.Link != nil {
		line.Link = []string{fromRoot(l.Link.Href), l.Link.Text}
	}
	if l.Day != "" {
		line.Day = []string{l.DayISO, l.Day}
	}
	if f := l.Figure; f != nil {
		line.Figure = &compareFigure{Text: f.Text, Exact: f.Exact, At: fromRoot(f.Href), State: f.State, Mark: f.Mark}
		if f.Doubt != nil {
			line.Figure.Mark = strings.TrimSpace(f.Mark + " " + v.word("fragile"))
		}
	}
	return line
}

// fromRoot is an address without its first slash; empty for what stands nowhere.
func fromRoot(href string) string {
	if !leads(href) {
		return ""
	}
	return strings.TrimPrefix(href, "/")
}
