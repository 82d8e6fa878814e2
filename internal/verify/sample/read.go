package sample

import (
	"context"
	"fmt"

	"vigie/internal/value/lang"
	"vigie/internal/verify"
)

// Of draws a sample of what the data of a project publish. Where o.Site is a built
// site, the pages on which each thing stands are named, and the day is that of the site.
func Of(ctx context.Context, o verify.Options, seed string, count int, l lang.Lang) (Sample, error) {
	p, err := verify.ReadPublished(ctx, o, l)
	if err != nil {
		return Sample{}, err
	}
	out := Sample{Seed: seed, AsOf: p.AsOf, Lang: l, Asked: count, Items: []Item{}}
	drawn := Draw(p.Names, seed, count)
	pages := map[string][]string{}
	if o.Site != nil {
		names := make([]string, len(drawn))
		for i, d := range drawn {
			names[i] = d.Name
		}
		if pages, err = p.Pages(o.Site, names); err != nil {
			return Sample{}, err
		}
	}
	for i, d := range drawn {
		chain, known := p.Chain(d.Name)
		if !known {
			return Sample{}, fmt.Errorf("%s was drawn, and nothing bears that name", d.Name)
		}
		out.Items = append(out.Items, Item{Number: i + 1, Stratum: d.Stratum, Pages: pages[d.Name], Chain: chain})
	}
	return out, nil
}
