package site_test

import (
	"strings"
	"testing"

	"vigie/internal/site"
	"vigie/internal/value/lang"
)

// boardOf is the board of a site, in English.
func boardOf(t *testing.T, s *site.Site) []site.BoardColumn {
	t.Helper()
	for p := range s.Pages() {
		if body, ok := p.Body.(site.TiersPage); ok && p.Lang == lang.EN {
			return body.Board
		}
	}
	t.Fatal("there is no page of tiers")
	return nil
}

// The one meaning of that made-up tier ended in 2021: it is what was announced, and not what is.
func TestTheBoardSetsWhatWasPromisedOfATierBesideWhatIsKnown(t *testing.T) {
	s := withPages(t, map[string]string{
		"niveaux":                "key: tiers\n",
		"engagements":            "key: commitments\n",
		"niveaux/externe":        "key: tiers/external\ncommitments: [example-promise]\n",
		"niveaux/externe/existe": "key: tiers/external/exists\n",
		"niveaux/externe/connu":  "key: tiers/external/known\n",
	})
	board := boardOf(t, s)
	if len(board) != 1 || board[0].Announced == nil || board[0].Today != nil ||
		!strings.Contains(string(board[0].Exists), "Texte.") || !strings.Contains(string(board[0].Known), "Texte.") {
		t.Fatalf("the board: %+v", board)
	}
	if p := board[0].Promises; len(p) != 1 || p[0].Outcome == "" || !strings.HasSuffix(p[0].Href, "#example-promise") {
		t.Errorf("promises: %+v", p)
	}
	html, err := s.Theme.Render(lang.EN, "board", board)
	if err != nil || !strings.Contains(string(html), board[0].Announced.Name) {
		t.Errorf("the board is not shown: %v\n%s", err, html)
	}
}

func TestATierOfWhichNothingIsSaidIsNotOnTheBoard(t *testing.T) {
	s := withPages(t, map[string]string{"niveaux": "key: tiers\n", "niveaux/externe": "key: tiers/external\n"})
	if board := boardOf(t, s); len(board) > 0 {
		t.Errorf("the board: %+v", board)
	}
}
