package find_test

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"

	"vigie/internal/site/find"
)

// The rows of these tests are made up.

func set(rows ...find.Row) find.Set { return find.Set{Folder: "x", Rows: rows, Most: 400} }

// namesIn gives the names of the rows of the files in which a word would be looked for.
func namesIn(t *testing.T, p find.Parts, word string) []string {
	t.Helper()
	key, end := word, word+"\uffff"
	if slices.Contains(p.Index.Wide, word) {
		key, end = word+"*", word+"*"
	}
	at := func(w string) int {
		n := 0
		for i, start := range p.Index.Starts {
			if start <= w {
				n = i
			}
		}
		return n
	}
	var out []string
	for i := at(key); i <= at(end); i++ {
		var file struct{ Rows [][]any }
		for _, f := range p.Files {
			if f.Path == fmt.Sprintf("x/%d.json", i) {
				if err := json.Unmarshal(f.Data, &file); err != nil {
					t.Fatal(err)
				}
			}
		}
		for _, r := range file.Rows {
			out = append(out, r[0].(string))
		}
	}
	return out
}

func TestARowStandsWhereEachOfItsWordsIsLookedFor(t *testing.T) {
	var rows []find.Row
	for i := range 60 {
		rows = append(rows, find.Row{Name: fmt.Sprintf("Port %c%c", 'a'+i%26, 'a'+i/26), Address: fmt.Sprint(i)})
	}
	rows = append(rows, find.Row{Name: "L'Île-aux-Œufs", Keys: "IAO 123 456 789", Value: "51,6 M€", Note: "Phare"})
	p := find.Cut(set(rows...), find.Spelling{})
	for _, word := range []string{"ile", "lile", "oeufs", "aux", "iao", "123456789", "51.6", "phare", "oe"} {
		if !slices.Contains(namesIn(t, p, word), "L'Île-aux-Œufs") {
			t.Errorf("%q does not find it", word)
		}
	}
}

func TestOfAWordThatManyHaveTheHeaviestAreFoundAndTheOthersByTheirOtherWords(t *testing.T) {
	var rows []find.Row
	for i := range 400 {
		rows = append(rows, find.Row{Name: fmt.Sprintf("Port %c%c%c", 'a'+i%26, 'k', 'a'+i/26), Weight: i % 90})
	}
	rows = append(rows, find.Row{Name: "Port", Weight: 1}, find.Row{Name: "Port zuyder", Weight: 0})
	p := find.Cut(set(rows...), find.Spelling{})
	if !slices.Contains(p.Index.Wide, "port") || !slices.Contains(p.Index.Wide, "po") {
		t.Fatalf("wide are %v", p.Index.Wide)
	}
	if found := namesIn(t, p, "port"); !slices.Contains(found, "Port") || slices.Contains(found, "Port zuyder") {
		t.Errorf("the word alone finds %v", found)
	}
	if found := namesIn(t, p, "zuyder"); !slices.Contains(found, "Port zuyder") {
		t.Errorf("its other word finds %v", found)
	}
}

func TestWordsStandUnderTheirFirstAndLastLetters(t *testing.T) {
	p := find.Cut(set(find.Row{Name: "Vichy 12345 sur"}), find.Spelling{})
	var words map[string]string
	for _, f := range p.Files {
		if strings.HasPrefix(f.Path, "x/w") {
			if err := json.Unmarshal(f.Data, &words); err != nil {
				t.Fatal(err)
			}
		}
	}
	if len(words) != 2 || words["vi"] != "vichy" || words[".hy"] != "vichy" {
		t.Errorf("the words are %v", words)
	}
}

func TestSmallWordsFindNothingAndAbbreviationsWhatTheyStandFor(t *testing.T) {
	s := find.Spelling{Small: []string{"de"}, Short: map[string]string{"st": "saint"}}
	if got := strings.Join(s.Indexed("Port de St-Example"), " "); got != "example port saint" {
		t.Errorf("indexed as %q", got)
	}
}

func TestTheSameRowsInAnyOrderGiveTheSameBytes(t *testing.T) {
	rows := []find.Row{{Name: "b c", Weight: 1}, {Name: "a c", Weight: 1}, {Name: "d", Weight: 5},
		{Name: "e", Around: []int{0}, On: 0}}
	around := []find.Around{{Name: "f", Page: "g"}}
	one := find.Cut(find.Set{Folder: "x", Rows: slices.Clone(rows), Around: around, Most: 60}, find.Spelling{})
	slices.Reverse(rows)
	two := find.Cut(find.Set{Folder: "x", Rows: rows, Around: around, Most: 60}, find.Spelling{})
	if len(one.Files) != len(two.Files) || len(one.Files) < 2 {
		t.Fatalf("%d files, then %d", len(one.Files), len(two.Files))
	}
	for i := range one.Files {
		if string(one.Files[i].Data) != string(two.Files[i].Data) || one.Files[i].Path != two.Files[i].Path {
			t.Errorf("%s differs", one.Files[i].Path)
		}
	}
}
