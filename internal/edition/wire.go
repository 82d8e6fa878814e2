package edition

import (
	"bytes"
	"encoding/json"
	"fmt"

	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// written is a change in JSON: what `vigie diff --format json` prints, what an
// edition freezes and what the site publishes.
type written struct {
	Day     cal.Day    `json:"day"`
	From    cal.Day    `json:"from"`
	To      *cal.Day   `json:"to,omitempty"`
	Type    Type       `json:"type"`
	Target  string     `json:"target"`
	Key     string     `json:"key,omitempty"`
	Record  string     `json:"record,omitempty"`
	Claim   string     `json:"claim,omitempty"`
	Figure  string     `json:"figure,omitempty"`
	Name    *lang.Text `json:"name,omitempty"`
	Was     *wireValue `json:"was,omitempty"`
	Now     *wireValue `json:"now,omitempty"`
	Count   int        `json:"count,omitempty"`
	Cause   string     `json:"cause,omitempty"`
	Reason  *lang.Text `json:"reason,omitempty"`
	Source  string     `json:"source,omitempty"`
	Because []string   `json:"because,omitempty"`
}

type wireValue struct {
	Exact string    `json:"exact"`
	Text  lang.Text `json:"text"`
}

// WriteChanges writes changes as JSON, one array.
func WriteChanges(changes []Change) ([]byte, error) {
	list := make([]written, 0, len(changes))
	for _, c := range changes {
		w := written{Day: c.Day, From: c.From, Type: c.Type, Target: c.Target, Key: c.Key, Claim: c.Claim, Figure: c.Figure,
			Cause: c.Cause, Source: c.Source, Because: c.Because, Name: orNone(c.Name), Reason: orNone(c.Reason)}
		if !c.To.IsZero() {
			w.To = &c.To
		}
		if c.Record.ID != "" {
			w.Record = c.Record.String()
		}
		if c.Count > 1 {
			w.Count = c.Count
		}
		if !c.Was.IsZero() {
			w.Was = &wireValue{c.Was.Exact, c.Was.Text}
		}
		if !c.Now.IsZero() {
			w.Now = &wireValue{c.Now.Exact, c.Now.Text}
		}
		list = append(list, w)
	}
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	e.SetIndent("", "  ")
	if err := e.Encode(list); err != nil {
		return nil, fmt.Errorf("writing the changes: %w", err)
	}
	return b.Bytes(), nil
}

func orNone(t lang.Text) *lang.Text {
	if t.IsZero() {
		return nil
	}
	return &t
}

// readChanges reads what WriteChanges wrote.
func readChanges(content []byte) ([]Change, error) {
	var list []written
	d := json.NewDecoder(bytes.NewReader(content))
	d.DisallowUnknownFields()
	if err := d.Decode(&list); err != nil {
		return nil, fmt.Errorf("reading %s: %w", ChangesFile, err)
	}
	out := make([]Change, 0, len(list))
	for _, w := range list {
		c := Change{Day: w.Day, From: w.From, Type: w.Type, Target: w.Target, Key: w.Key, Claim: w.Claim, Figure: w.Figure,
			Count: max(1, w.Count), Cause: w.Cause, Source: w.Source, Because: w.Because}
		if w.To != nil {
			c.To = *w.To
		}
		if w.Record != "" {
			c.Record = refOf(w.Record)
		}
		for _, text := range []struct {
			from *lang.Text
			to   *lang.Text
		}{{w.Name, &c.Name}, {w.Reason, &c.Reason}} {
			if text.from != nil {
				*text.to = *text.from
			}
		}
		for _, t := range []struct {
			from *wireValue
			to   *Value
		}{{w.Was, &c.Was}, {w.Now, &c.Now}} {
			if t.from != nil {
				*t.to = Value{t.from.Exact, t.from.Text}
			}
		}
		out = append(out, c)
	}
	return out, nil
}

// Without leaves out the changes that are in a file of WriteChanges, word for word: what a
// proposal brings is what differs since the edition, without what already did before it.
func Without(changes []Change, file []byte) ([]Change, error) {
	before, err := readChanges(file)
	if err != nil {
		return nil, err
	}
	known := map[string]bool{}
	for _, c := range before {
		one, err := WriteChanges([]Change{c})
		if err != nil {
			return nil, err
		}
		known[string(one)] = true
	}
	var left []Change
	for _, c := range changes {
		one, err := WriteChanges([]Change{c})
		if err != nil {
			return nil, err
		}
		if !known[string(one)] {
			left = append(left, c)
		}
	}
	return left, nil
}
