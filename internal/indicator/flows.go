package indicator

import (
	"cmp"
	"slices"

	"vigie/internal/dataset"
	"vigie/internal/record"
	"vigie/internal/value/lang"
)

const (
	unknownPlace  = "unknown"
	severalPlaces = "several"

	arrow = " → "
)

// flows follows the records of a kind from one of their keys to the next. Each stands at one
// place of each stage, so that what comes in goes out: at "several" where its key has many
// values, and at "unknown" where it has none, which is never left out. The lines are the
// stages, then the steps between them; each point of a step names the two places it joins.
func flows(ds *dataset.Dataset, d *record.Indicator) Answer {
	by := *d.Flow
	t := newTally(d.ID, unitOf(ds, d.Unit))
	a := Answer{Unit: t.unit, Coverage: Coverage{Of: d.Cases}}
	stages := make([]map[string]int, len(by.Stages))
	for i := range stages {
		stages[i] = map[string]int{}
	}
	for _, r := range recordsOf(ds, by.Records) {
		if !r.fulfils(by.Only) {
			continue
		}
		a.Coverage.Total++
		var way []string
		for i, s := range by.Stages {
			at := r.standsAt(s.Key)
			stages[i][at]++
			t.add(s.Key, at, r.ref)
			if i > 0 {
				t.add(stepKey(by.Stages[i-1], s), joined(way[i-1], at), r.ref)
			}
			way = append(way, at)
		}
		if !slices.Contains(way, unknownPlace) {
			a.Coverage.Known++
		}
	}
	if a.Coverage.Total == 0 {
		return nothingFlows(ds, d, t)
	}
	places := make([][]place, len(by.Stages))
	for i, s := range by.Stages {
		places[i] = placesOfStage(ds, by.Records, s, stages[i])
		line := Line{Key: s.Key, Label: s.Label, Role: s.Role}
		for _, p := range places[i] {
			point := t.point(line, p, t.cells[[2]string{s.Key, p.key}])
			point.Role = p.role
			line.Points = append(line.Points, point)
		}
		a.Lines = append(a.Lines, line)
	}
	for i := 1; i < len(by.Stages); i++ {
		a.Lines = append(a.Lines, t.step(by.Stages[i-1], by.Stages[i], places[i-1], places[i]))
	}
	return a
}

// standsAt is the one place of a record at a key.
func (c counting) standsAt(key string) string {
	switch v := c.values(key); len(v) {
	case 0:
		return unknownPlace
	case 1:
		return v[0]
	}
	return severalPlaces
}

func stepKey(from, to record.FlowStage) string { return joined(from.Key, to.Key) }

func joined(from, to string) string { return from + "-to-" + to }

// step makes the line of what goes from the places of a stage to those of the next.
func (t tally) step(from, to record.FlowStage, left, right []place) Line {
	line := Line{Key: stepKey(from, to), Joins: [2]string{from.Key, to.Key}, Role: to.Role,
		Label: lang.Join(arrow, from.Label, to.Label)}
	for _, a := range left {
		for _, b := range right {
			key := joined(a.key, b.key)
			refs := t.cells[[2]string{line.Key, key}]
			if len(refs) == 0 {
				continue
			}
			p := place{key: key, label: lang.Join(arrow, a.label, b.label)}
			point := t.point(Line{Key: line.Key}, p, refs)
			point.Ends, point.Role = [2]string{a.key, b.key}, cmp.Or(b.role, a.role, to.Role)
			line.Points = append(line.Points, point)
		}
	}
	return line
}

// placesOfStage lists the places of a stage, in the order declared, or in that of the vocabulary
// of the key: these are there even where nothing stands, so that their figures have a name on any
// day. Then, or where there is no such order, those that records stand at, the most frequent
// first; what is unknown comes last.
func placesOfStage(ds *dataset.Dataset, kind record.Kind, s record.FlowStage, met map[string]int) []place {
	order := placeOrder(ds, kind, s)
	rank := func(key string) int {
		switch i := slices.Index(order, key); {
		case key == unknownPlace:
			return len(order) + 2
		case key == severalPlaces:
			return len(order) + 1
		case i >= 0:
			return i
		}
		return len(order)
	}
	var out []place
	for _, key := range order {
		if _, stands := met[key]; !stands {
			out = append(out, placeOfFlow(ds, kind, s, key))
		}
	}
	for key := range met {
		out = append(out, placeOfFlow(ds, kind, s, key))
	}
	slices.SortFunc(out, func(a, b place) int {
		return cmp.Or(cmp.Compare(rank(a.key), rank(b.key)), cmp.Compare(met[b.key], met[a.key]), cmp.Compare(a.key, b.key))
	})
	return out
}

// nothingFlows answers when there is nothing to follow: unknown at each place that would be
// there, and never zero.
func nothingFlows(ds *dataset.Dataset, d *record.Indicator, t tally) Answer {
	a := nothingCounted(ds, d.ID, t, nil)
	for _, s := range d.Flow.Stages {
		line := Line{Key: s.Key, Label: s.Label, Role: s.Role}
		for _, p := range append(placesOfStage(ds, d.Flow.Records, s, nil),
			placeOfFlow(ds, d.Flow.Records, s, unknownPlace)) {
			if len(line.Points) > 0 && line.Points[len(line.Points)-1].Key == p.key {
				continue // a word of the vocabulary
			}
			line.Points = append(line.Points, Point{Key: p.key, Label: p.label, Role: p.role,
				Figure: unknown(d.ID, s.Key, p.key, join(line.Label, p.label), t.unit, record.NotCollected)})
		}
		a.Lines = append(a.Lines, line)
	}
	return a
}

// placeOrder is the order of the values of a key, where there is one.
func placeOrder(ds *dataset.Dataset, kind record.Kind, s record.FlowStage) []string {
	var out []string
	for _, p := range s.Places {
		out = append(out, p.Key)
	}
	if len(out) == 0 {
		return orderAlong(ds, kind, s.Key)
	}
	return out
}

// placeOfFlow is a value of a key with its words, and its colour where it has one.
func placeOfFlow(ds *dataset.Dataset, kind record.Kind, s record.FlowStage, key string) place {
	out := placeAt(ds, kind, s.Key, key)
	own := slices.Contains([]string{"tier", "tier-shown", "hosted-by", "host-control"}, s.Key) // have words for these
	switch {
	case key == unknownPlace:
		out.role = "unknown"
		if !own {
			out.label = say("Inconnu", "Unknown")
		}
	case key == severalPlaces && !own:
		out.label = say("Plusieurs", "Several")
	}
	if i := slices.IndexFunc(s.Places, func(p record.RecordPlace) bool { return p.Key == key }); i >= 0 {
		out.label = s.Places[i].Label
		if key != unknownPlace {
			out.role = ""
		}
	}
	return out
}
