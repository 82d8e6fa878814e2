package database_test

import (
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"vigie/internal/export"
	"vigie/internal/export/database"
	"vigie/internal/value/lang"
)

func TestARowLeadsToItsClaimsByAJoin(t *testing.T) {
	named := func(name string, of export.Type, key bool, refers string) export.Column {
		return export.Column{Name: name, Type: of, Key: key, Refers: refers, Label: lang.Name(name),
			Meaning: lang.Name("Meaning of " + name)}
	}
	rows := func(list ...[]export.Cell) func(func([]export.Cell) bool) {
		return func(yield func([]export.Cell) bool) {
			for _, row := range list {
				if !yield(row) {
					return
				}
			}
		}
	}
	cell := func(text string) export.Cell { return export.Cell{Text: text} }
	claims := export.Table{ID: "affirmations", Title: lang.Name("Claims"),
		Columns: []export.Column{named("identifiant", export.Text, true, ""), named("source", export.Text, false, "")},
		Rows:    rows([]export.Cell{cell("one"), cell("a")}, []export.Cell{cell("two"), cell("b")})}
	steps := export.Table{ID: "steps", Title: lang.Name("Steps"),
		Columns: []export.Column{named("identifiant", export.Text, true, ""), named("rang", export.Integer, true, ""),
			named("affirmations", export.List, false, "affirmations"), named("words", export.List, false, "")},
		Rows: rows([]export.Cell{cell("x"), cell("1"), {List: []string{"two", "one"}}, {List: []string{"no claim"}}},
			[]export.Cell{cell("x"), cell("2"), {}, {}}, []export.Cell{cell("y"), cell("1"), {List: []string{"two"}}, {}})}
	alone := export.Table{
		ID:      "alone",
		Title:   lang.Name("Alone"),
		Columns: []export.Column{named("identifiant", export.Text, true, "")},
		Rows:    rows([]export.Cell{cell("z")}),
	}
	contents := database.Contents{
		About:  export.About{Languages: lang.Composed()},
		Tables: []export.Table{claims, steps, alone},
		Views: []database.View{{Name: "first_steps", Title: lang.Name("First"), Of: "steps",
			Query: "SELECT rang, identifiant FROM steps WHERE rang = 1"}},
	}
	file := filepath.Join(t.TempDir(), "essai.sqlite")
	var made strings.Builder
	if err := database.Write(t.Context(), &made, t.TempDir(), contents); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, []byte(made.String()), 0o600); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", file)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for query, want := range map[string]string{
		`SELECT group_concat(s.identifiant || s.rang || a.source, ' ')
			FROM steps s JOIN liens_steps l USING (identifiant, rang)
			JOIN affirmations a ON a.identifiant = l.affirmation ORDER BY 1`: "x1b x1a y1b",
		"SELECT count(*) FROM sqlite_schema WHERE name LIKE 'liens%'": "1",
		// two columns of the key of a row
		"SELECT count(*) FROM pragma_foreign_key_list('liens_steps')":                            "3",
		"SELECT count(*) FROM pragma_foreign_key_check":                                          "0",
		"SELECT group_concat(DISTINCT colonne) FROM liens_steps":                                 "affirmations",
		"SELECT sens FROM documentation_colonnes WHERE nom = 'first_steps' AND colonne = 'rang'": "Meaning of rang",
		`SELECT count(*) FROM sqlite_schema m, pragma_table_info(m.name) c
			WHERE m.name NOT LIKE 'documentation%' AND m.name <> 'a_propos'
			AND NOT EXISTS (SELECT 1 FROM documentation_colonnes d WHERE d.nom = m.name AND d.colonne = c.name)`: "0",
	} {
		var got string
		if err := db.QueryRowContext(t.Context(), query).Scan(&got); err != nil || got != want {
			t.Errorf("%s: %q, want %q (%v)", query, got, want, err)
		}
	}
	contents.Views[0].Query = "SELECT rang + 1 AS next FROM steps"
	if err := database.Write(t.Context(), &made, t.TempDir(), contents); err == nil ||
		!strings.Contains(err.Error(), "no column next") {
		t.Errorf("a column that nothing explains: %v", err)
	}
	contents.Views[0].Query = "SELECT rang FROM steps"
	contents.Tables[1].Rows = rows([]export.Cell{cell("x"), cell("1"), {List: []string{"lost"}}, {}})
	if err := database.Write(t.Context(), &made, t.TempDir(), contents); err == nil ||
		!strings.Contains(err.Error(), "liens_steps") {
		t.Errorf("a claim that is not there: %v", err)
	}
}
