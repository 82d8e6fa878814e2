// Package identity reads the answers of the API « Recherche d'entreprises », by
// which the SIREN numbers of our records are checked: is there such a body, what
// is it called, is it still active, where does it sit.
//
// An answer is that of one search, which its address says: by SIREN (nine digits
// after q=), which has to give that very body; or by name, which has to be limited
// to administrations (est_administration=true).
//
// Nothing of natural persons is kept. The leaders and elected people that an answer
// may hold are left aside by name, sole traders and whoever opposed the publication
// of their data are left out and only counted, and what is not known is reported by the
// name of its member, never by its value.
package identity

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/url"
	"strconv"
	"strings"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/sniff"
	"vigie/internal/france/sirene"
	"vigie/internal/value/lang"
	"vigie/internal/value/tabular"
)

// Reader reads the bodies that a search gives.
func Reader() collect.Reader {
	return collect.Taking(collect.Reader{Name: "recherche-entreprises", Version: 1, Read: read, Columns: []collect.Column{
		{Name: "siren", Kind: collect.Code, Key: true, Label: lang.Text{FR: "SIREN", EN: "SIREN"}},
		{Name: "nom", Kind: collect.Text, Title: true, Label: lang.Text{FR: "Dénomination", EN: "Name"}},
		{Name: "sigle", Kind: collect.Text, Label: lang.Text{FR: "Sigle", EN: "Initials"}},
		{Name: "nature", Kind: collect.Code, Label: lang.Text{FR: "Catégorie juridique", EN: "Legal category"}},
		{Name: "etat", Kind: collect.Code,
			Label: lang.Text{FR: "État (A : active, C : cessée)", EN: "State (A: active, C: ceased)"}},
		{Name: "commune", Kind: collect.Code, Label: lang.Text{FR: "Commune du siège", EN: "Commune of the seat"}},
	}}, sniff.JSON)
}

// answerAtMost is how many bytes an answer may have: it gives 25 bodies at most.
const answerAtMost = 4 << 20

func read(ctx context.Context, doc collect.Document, emit func(collect.Row) error) (collect.Remarks, error) {
	var remarks collect.Remarks
	asked, err := question(doc.URL)
	if err != nil {
		return remarks, err
	}
	content, err := io.ReadAll(budget.New(ctx, budget.Limits{Bytes: answerAtMost}).Reader(tabular.JSON(doc.Reader())))
	if err != nil {
		return remarks, err
	}
	var answer map[string]json.RawMessage
	var results []map[string]json.RawMessage
	if json.Unmarshal(content, &answer) != nil || answer["results"] == nil ||
		json.Unmarshal(answer["results"], &results) != nil {
		return remarks, errors.New("the answer has no list of results")
	}
	if err := ctx.Err(); err != nil {
		return remarks, err
	}
	var unread, ignored tabular.Tally
	countUnknown(&unread, "", ofAnswer, answer)
	remarks.Columns = []string{"results"}
	for i, result := range results {
		b := body{result: result, at: fmt.Sprintf("/results/%d", i), unread: &unread}
		if why := b.person(); why != "" {
			ignored.Add(why, "")
			continue
		}
		remarks.Rows++
		row := b.read()
		if asked.siren != "" && b.bad == nil && row.Cells[0] != asked.siren {
			b.refuse("siren", row.Cells[0], "the SIREN that was asked for, "+asked.siren)
		}
		if b.bad != nil {
			if err := remarks.Reject(*b.bad); err != nil {
				return remarks, err
			}
			continue
		}
		if err := emit(row); err != nil {
			return remarks, err
		}
	}
	if asked.siren != "" && len(results) == 0 {
		remarks.Rows++
		remarks.Bad = append(remarks.Bad,
			collect.Bad{At: "/results", Column: "siren", Found: "no body", Wanted: "the body of SIREN " + asked.siren})
	}
	if more := beyond(answer, len(results)); more > 0 {
		remarks.Ignored = append(remarks.Ignored, collect.Unread{What: "résultats au-delà de la première page", Count: more})
	}
	remarks.Unread = append(remarks.Unread, listed(&unread)...)
	remarks.Ignored = append(remarks.Ignored, listed(&ignored)...)
	return remarks, nil
}

// search is what an address asks.
type search struct {
	siren string // none when it is by name
}

// question reads the search in the address of an answer.
func question(address string) (search, error) {
	u, err := url.Parse(address)
	if err != nil {
		return search{}, fmt.Errorf("the address %q cannot be read", address)
	}
	q := strings.TrimSpace(u.Query().Get("q"))
	switch {
	case sirene.ValidSIREN(q):
		return search{siren: q}, nil
	case q == "":
		return search{}, errors.New("the address asks for nothing (q=)")
	case isDigits(q):
		return search{}, fmt.Errorf("%s is no SIREN: its key is wrong", q)
	case u.Query().Get("est_administration") != "true":
		return search{}, errors.New("a search by name has to be limited to administrations (est_administration=true)")
	}
	return search{}, nil
}

func isDigits(s string) bool { return strings.Trim(s, "0123456789") == "" }

// beyond counts the results that stand on other pages.
func beyond(answer map[string]json.RawMessage, here int) int {
	t, _ := tabular.Text(answer["total_results"])
	total, err := strconv.Atoi(t)
	if err != nil {
		return 0
	}
	return max(0, total-here)
}

func countUnknown(unread *tabular.Tally, where string, known tabular.Members, object map[string]json.RawMessage) {
	for _, name := range known.Unread(object) {
		unread.Add(where+name, "") // its value may speak of somebody
	}
}

func listed(t *tabular.Tally) []collect.Unread {
	var out []collect.Unread
	for _, l := range t.List() {
		out = append(out, collect.Unread(l))
	}
	return out
}
