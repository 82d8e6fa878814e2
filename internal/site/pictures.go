package site

import (
	"io"
	"slices"
	"strings"

	"vigie/internal/chart"
	"vigie/internal/chart/picture"
	"vigie/internal/config"
	"vigie/internal/dataset"
	"vigie/internal/export/takeaway"
	"vigie/internal/figure"
	"vigie/internal/indicator"
	"vigie/internal/record"
	"vigie/internal/site/trace"
	"vigie/internal/value/lang"
)

// The forms of the picture of a chart.
var (
	drawnAlone = takeaway.Format{ID: config.PNG, Suffix: ".svg", Key: "data.svg", Media: "image/svg+xml"}
	pictured   = takeaway.Format{ID: config.PNG, Suffix: ".png", Key: "data.png", Media: "image/png"}
	large      = takeaway.Format{ID: config.PNG, Suffix: ".2400.png", Key: "data.png-large", Media: "image/png"}
)

// widths are how many pixels wide pictures are.
var widths = map[string]int{pictured.Suffix: 1200, large.Suffix: 2400}

// Pictured is a chart in a language, of which there are pictures.
type Pictured struct {
	Indicator indicator.Result
	Lang      lang.Lang
	SVG, PNG  string // where they stand
	Large     string
}

// Pictured lists the charts of which there are pictures: all, where the site wants them.
func (s *Site) Pictured() []Pictured {
	if !slices.Contains(s.Config.Formats, config.PNG) {
		return nil
	}
	var out []Pictured
	for _, r := range s.Indicators {
		for _, l := range s.Config.Languages {
			if _, ok := s.Charts[r.ID][l]; ok {
				base := s.Placed().Charts + r.ID + "." + string(l)
				out = append(out, Pictured{r, l, base + drawnAlone.Suffix, base + pictured.Suffix, base + large.Suffix})
			}
		}
	}
	return out
}

// pictures makes those of the charts. There are none of a chart that nobody drew: whoever
// verifies a site wants its numbers, not its looks.
func (s *Site) pictures() ([]takeaway.Other, error) {
	var out []takeaway.Other
	for _, p := range s.Pictured() {
		face := s.Charts[p.Indicator.ID][p.Lang]
		if len(face.Wide) == 0 {
			continue
		}
		svg, err := picture.SVG(s.pictureOf(p.Indicator, face, p.Lang))
		if err != nil {
			return nil, err
		}
		alone, err := picture.Lettered(svg)
		if err != nil {
			return nil, err
		}
		title := p.Indicator.Title
		out = append(out, takeaway.Other{Path: p.SVG, Title: title, Format: drawnAlone, From: alone,
			Write: func(w io.Writer) error { _, err := w.Write(alone); return err }})
		for _, f := range []takeaway.Format{pictured, large} {
			path := map[string]string{pictured.Suffix: p.PNG, large.Suffix: p.Large}[f.Suffix]
			out = append(out, takeaway.Other{Path: path, Title: title, Format: f, From: svg,
				Write: func(w io.Writer) error { return picture.PNG(w, svg, widths[f.Suffix]) }})
		}
	}
	return out, nil
}

// pictureOf is what stands in the picture of a chart: what it shows, the question, then whose
// the numbers are, of what day, and on what terms.
func (s *Site) pictureOf(r indicator.Result, face chart.Face, l lang.Lang) picture.Content {
	v := view{site: s, l: l}
	word := func(key string) string { return s.Theme.Words.Must(l, key) }
	title, under := figure.Plain(l, face.Conclusion), face.Question
	if title == "" {
		title = face.Title
	} else {
		under += " " + face.Title + "."
	}
	about := s.about()
	mention := about.Publisher.In(l) + ", " + about.AsOf.Text(l)
	if about.Home != "" {
		mention += ", " + about.Home + strings.TrimPrefix(s.Href(l, "indicators"), "/") + r.ID + "/"
	}
	c := picture.Content{Chart: face.Wide, Language: string(l), Over: word("brand"), Title: title, Under: under}
	c.Foot = append(c.Foot, v.restsOn(r))
	c.Foot = append(c.Foot, v.reservesOf(face)...)
	c.Foot = append(c.Foot, mention+" – "+about.Licence.Title.In(l))
	return c
}

// reservesOf are why the headline of a chart is fragile, where it is: they go wherever it goes.
func (v view) reservesOf(face chart.Face) []string {
	var out []string
	for _, part := range face.Conclusion {
		if part.Figure == nil {
			continue
		}
		if reasons := v.reasonsOfDoubt(*part.Figure); len(reasons) > 0 {
			out = append(out, part.Figure.Text(v.l)+v.colon()+strings.Join(reasons, " "))
		}
	}
	return out
}

// restsOn says where the numbers of an indicator come from: their sources, or the records that
// were counted, each of which has its own.
func (v view) restsOn(r indicator.Result) string {
	if sources := v.publishersOf(r); sources != "" {
		return v.word("picture.sources") + " " + sources
	}
	counted := map[record.Ref]bool{}
	for _, line := range r.Lines {
		for _, p := range line.Points {
			for _, ref := range p.Figure.Rests.Records {
				counted[ref] = true
			}
		}
	}
	return strings.ReplaceAll(v.word("picture.counted"), "{n}", v.number(len(counted)))
}

// namedSources is how many publishers a picture names.
const namedSources = 4

// publishersOf names those whose documents the points of an indicator rest on, the most
// quoted first, and counts the others.
func (v view) publishersOf(r indicator.Result) string {
	times := map[string]int{}
	var names []string
	for _, line := range r.Lines {
		for _, p := range line.Points {
			for _, c := range v.site.Data.ClaimsOf(p.Figure.Rests.Claims) {
				src := dataset.Find[*dataset.Source](v.site.Data, record.Sources, c.Claim.Source)
				if src == nil {
					continue
				}
				v.note(trace.Named, thing(record.Ref{Kind: record.Sources, ID: src.ID}))
				name := src.Publisher
				if times[name] == 0 {
					names = append(names, name)
				}
				times[name]++
			}
		}
	}
	slices.SortStableFunc(names, func(a, b string) int { return times[b] - times[a] })
	apart, more := lang.Typeset(v.l, lang.Text{FR: " ; ", EN: "; "}.In(v.l)), len(names)-namedSources
	switch {
	case more <= 0:
		return strings.Join(names, apart)
	case more == 1:
		return strings.Join(names[:namedSources], apart) + apart + v.word("picture.other")
	}
	return strings.Join(names[:namedSources], apart) + apart +
		strings.ReplaceAll(v.word("picture.others"), "{n}", v.number(more))
}

// picturesOf are the pictures of a chart, to take away.
func (v view) picturesOf(id string) []Download {
	var out []Download
	if !slices.Contains(v.site.Config.Formats, config.PNG) {
		return nil
	}
	for _, f := range []takeaway.Format{drawnAlone, pictured, large} {
		out = append(out, v.download(v.placed().Charts+id+"."+string(v.l)+f.Suffix, f.Key))
	}
	return out
}
