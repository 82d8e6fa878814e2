package verify

import (
	"context"
	"maps"
	"strings"

	"vigie/internal/build"
	"vigie/internal/chart"
	"vigie/internal/chart/draw"
	"vigie/internal/collected/beside"
	"vigie/internal/corpus"
	"vigie/internal/dataset"
	"vigie/internal/edition"
	"vigie/internal/figure"
	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// truth is what the data say, as of the day of the site.
type truth struct {
	site       *site.Site
	corpus     *corpus.Corpus
	data       *dataset.Dataset
	known      beside.Knowledge // what the rows of collected sources mean
	figures    map[string]figure.Figure
	owners     map[string]*owner        // by name: "claims/…", "figures/…", "indicators/…", "series/…"
	ownersAt   map[string][]string      // names of owners, by the address at which they are shown
	faces      map[string]chart.Face    // by indicator and language: "orders.fr"
	gone       map[string]edition.Gone  // figures of editions that the data hold no more
	files      map[string][]byte        // what is no page
	made       map[string]string        // digests of the files that are not held in memory
	points     map[string]figure.Figure // by indicator, line and point
	days       map[string]bool          // written or computed, as 2026-11-23
	identified map[string][]string      // names of owners, by identifier
	measured   measured
	cards      map[string]string // what stands in the card of a page, in words, by the address of the page
	silent     map[string]int    // counts of what is not known, made again: see silenceCounts
}

// read makes the truth of a tree, with the files that are no pages.
func read(ctx context.Context, o Options) (*truth, error) {
	t, err := readData(ctx, o)
	if err != nil {
		return nil, err
	}
	for _, a := range t.site.Theme.Assets {
		t.files[a.Path] = a.Data
	}
	for f := range t.site.Extras() {
		t.files[f.Path] = f.Data
	}
	taken, err := t.site.TakeAway(ctx)
	if err != nil {
		return nil, err
	}
	for _, f := range taken {
		t.made[f.Path] = f.SHA256
	}
	return t, nil
}

// readData makes what the data say. It is reported whether or not the data follow the
// rules: that is for vigie check.
func readData(ctx context.Context, o Options) (*truth, error) {
	c, _, err := corpus.Load(o.Project, "data", o.Config.Languages)
	if err != nil {
		return nil, err
	}
	plan := build.Options{Project: o.Project, Config: o.Config, Country: o.Country, AsOf: o.Config.AsOf, Jobs: o.Jobs}
	s, _, err := build.Assemble(plan, c)
	if err != nil {
		return nil, err
	}
	if s.History, _, err = build.Past(plan, c, s.Data, s.Indicators); err != nil {
		return nil, err
	}
	s.Undrawn = true
	t := &truth{site: s, corpus: c, data: s.Data, known: o.Country.Known, figures: maps.Clone(s.Figures),
		owners: map[string]*owner{}, ownersAt: map[string][]string{},
		faces: map[string]chart.Face{}, files: map[string][]byte{}, made: map[string]string{},
		points:     map[string]figure.Figure{},
		identified: map[string][]string{}, days: map[string]bool{}, cards: map[string]string{},
		measured: measuredIn(s.Data.Units())}
	t.silent = silenceCounts(c, s.Data)
	for _, card := range s.Cards() {
		t.cards[card.Address] = card.Alt
	}
	for _, claim := range s.Data.Claims {
		if claim.Value != nil { // an input of a calculation, even where a series holds it
			t.figures["claim/"+claim.ID] = claim.Figure()
		}
	}
	if err := t.draw(ctx, plan); err != nil {
		return nil, err
	}
	t.own()
	t.index()
	return t, t.ownDays(o.Project)
}

// undrawn makes no drawing: verify wants the numbers of a chart, not its looks.
type undrawn struct{}

// SVG draws nothing.
func (undrawn) SVG(context.Context, draw.Job) ([]byte, error) { return nil, nil }

// draw makes the numbers of every chart.
func (t *truth) draw(ctx context.Context, o build.Options) error {
	if err := build.Faces(ctx, o, t.site, undrawn{}); err != nil {
		return err
	}
	for _, r := range t.site.Indicators {
		for _, l := range t.site.Config.Languages {
			t.faces[r.ID+"."+string(l)] = t.site.Charts[r.ID][l]
		}
		for _, line := range r.Lines {
			for _, p := range line.Points {
				t.points[r.ID+"/"+line.Key+"/"+p.Key] = p.Figure
			}
		}
	}
	return nil
}

// proofOf is the address that a figure must lead to.
func (t *truth) proofOf(l lang.Lang, f figure.Figure) string {
	if id, ok := strings.CutPrefix(f.ID, "claim/"); ok {
		if c := t.data.Claim(id); c != nil {
			return t.site.ClaimHref(l, c.Claim.Source, id)
		}
	}
	return t.site.ProofHref(l, f.ID)
}

// named gives the owners of a list of names, leaving out those that do not exist.
func (t *truth) named(names []string) []*owner {
	var out []*owner
	for _, n := range names {
		if o := t.owners[n]; o != nil {
			out = append(out, o)
		}
	}
	return out
}
