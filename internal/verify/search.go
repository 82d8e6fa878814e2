package verify

import (
	"encoding/json"
	"path"
	"strings"

	"vigie/internal/value/lang"
)

// searchFolder holds what the script of the search loads: rows whose seventh place is a
// number, and whose fourth is the address of its proof.
const searchFolder = "find/"

const (
	rowAddress = 3
	rowValue   = 6
)

// searchValues checks the numbers that results of the search show: each is the text of the
// figure to whose proof the result leads.
func searchValues(t *truth, name string, found []byte, report *Report) {
	l := lang.Lang(path.Base(path.Dir(name)))
	var file struct {
		Rows [][]any `json:"rows"`
	}
	if json.Unmarshal(found, &file) != nil {
		return // a file of words, an index, or one that is reported as another than the data make
	}
	for _, row := range file.Rows {
		if len(row) <= rowValue {
			continue
		}
		address, _ := row[rowAddress].(string)
		value, ok := row[rowValue].(string)
		if !ok || value == "" {
			continue
		}
		id := strings.Trim(strings.TrimPrefix("/"+address, t.site.Href(l, "proofs")), "/")
		f, known := t.figures[id]
		if !report.Values.check(known && f.Text(l) == value) {
			want := "no figure of that proof"
			if known {
				want = f.Text(l)
			}
			report.Faults = append(report.Faults, Fault{File: name, Figure: id,
				What: "a result of the search shows another number than its proof", Found: value, Want: want})
		}
	}
}
