package draw

import (
	"encoding/json"
	"strconv"
)

// flowMarks parts the marks of a drawing of flows. ECharts numbers what flows and the
// places that it joins each from zero, under one name, and draws all that flows first.
type flowMarks struct {
	links map[string]int // of a series of flows, by its number: how many flows it has
	drawn map[string]int // how many of them have come
}

// flowMarksOf counts what flows in an option. An option that cannot be read has been refused before.
func flowMarksOf(options []byte) flowMarks {
	m := flowMarks{links: map[string]int{}, drawn: map[string]int{}}
	var option struct {
		Series []struct {
			Links []json.RawMessage `json:"links"`
		} `json:"series"`
	}
	if json.Unmarshal(options, &option) != nil {
		return m
	}
	for i, s := range option.Series {
		if len(s.Links) > 0 {
			m.links[strconv.Itoa(i)] = len(s.Links)
		}
	}
	return m
}

// name gives the attribute that holds the number of a mark: of what flows between two
// places, or of all else.
func (m flowMarks) name(series, item string) string {
	if next := m.drawn[series]; next < m.links[series] && item == strconv.Itoa(next) {
		m.drawn[series]++
		return "data-flow"
	}
	return "data-item"
}
