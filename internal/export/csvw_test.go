package export_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"vigie/internal/export"
)

// described is what the tests read of a description.
type described struct {
	Context     []any `json:"@context"`
	URL         string
	Null        string
	Dialect     struct{ Delimiter string }
	TableSchema struct {
		Columns []struct {
			Name, Lang, Separator string
			Titles                map[string]string
			Datatype              json.RawMessage
			Required              bool
		}
		PrimaryKey  []string
		ForeignKeys []struct {
			ColumnReference string
			Reference       struct{ Resource, ColumnReference string }
		}
	}
}

func TestADescriptionNamesEachColumnAsTheCSVDoes(t *testing.T) {
	x := table(t, made(t), "series")
	for dialect, want := range map[string]struct {
		export.Dialect
		decimal string
	}{"standard": {export.Standard, `"decimal"`},
		"for French spreadsheets": {export.ExcelFrench, `{"base":"decimal","format":{"decimalChar":","}}`}} {
		t.Run(dialect, func(t *testing.T) {
			f := x.CSVW("donnees/series"+want.Suffix, want.Dialect, about)
			if f.Path != "donnees/series"+want.Suffix+"-metadata.json" {
				t.Errorf("it stands at %s", f.Path)
			}
			var d described
			if err := json.Unmarshal(f.Data, &d); err != nil {
				t.Fatal(err)
			}
			if d.URL != "series"+want.Suffix || d.Null != "" || d.Dialect.Delimiter != string(want.Comma) {
				t.Errorf("%+v", d)
			}
			head := read(t, x.CSV(want.Dialect), want.Dialect)[0]
			for i, c := range d.TableSchema.Columns {
				if c.Name != head[i] || c.Titles["und"] != head[i] || c.Titles["fr"] == "" {
					t.Errorf("column %s is %s, called %v", head[i], c.Name, c.Titles)
				}
				switch {
				case c.Name == "montant_eur_min" && compact(c.Datatype) != want.decimal:
					t.Errorf("%s is of type %s", c.Name, c.Datatype)
				case c.Name == "sources" && c.Separator != " | ":
					t.Errorf("%s is parted by %q", c.Name, c.Separator)
				case strings.HasSuffix(c.Name, "_en") && c.Lang != "en":
					t.Errorf("%s is in %q", c.Name, c.Lang)
				}
			}
		})
	}
}

func compact(raw json.RawMessage) string {
	return strings.NewReplacer(" ", "", "\n", "").Replace(string(raw))
}

func TestAColumnThatIsEmptySomewhereIsNoKey(t *testing.T) {
	x := export.Table{ID: "boats", Count: 2, Columns: []export.Column{{Name: "boat", Type: export.Text, Key: true},
		{Name: "deck", Type: export.Text, Key: true}}}
	boats := [][]export.Cell{{{Text: "a"}, {Text: "1"}}, {{Text: "a"}, {}}}
	x.Rows = slices.Values(boats)
	var d described
	if err := json.Unmarshal(x.CSVW("boats.csv", export.Standard, about).Data, &d); err != nil {
		t.Fatal(err)
	}
	s := x.Schema()
	if len(d.TableSchema.PrimaryKey)+len(s.PrimaryKey) > 0 || !d.TableSchema.Columns[0].Required ||
		d.TableSchema.Columns[1].Required || s.Fields[1].Constraints != nil {
		t.Errorf("%+v, %+v", d.TableSchema, s)
	}
	boats[1][1].Text = "2"
	if s := x.Schema(); len(s.PrimaryKey) != 2 || !s.Fields[1].Constraints.Required {
		t.Errorf("%+v", s)
	}
}

func TestKeysBetweenTablesStandWhereAllOfThemAre(t *testing.T) {
	tables := made(t)
	files := export.CSVWs(tables, about)
	var group struct{ Tables []described }
	last := files[len(files)-1]
	if err := json.Unmarshal(last.Data, &group); err != nil || !strings.HasSuffix(last.Path, "csv-metadata.json") {
		t.Fatal(last.Path, err)
	}
	keys := 0
	for _, d := range group.Tables {
		for _, k := range d.TableSchema.ForeignKeys {
			keys++
			other, ok := export.Find(tables, strings.TrimSuffix(k.Reference.Resource, ".csv"))
			if !ok || k.Reference.ColumnReference != other.Columns[0].Name {
				t.Errorf("%s of %s leads to %+v", k.ColumnReference, d.URL, k.Reference)
			}
		}
	}
	if len(group.Tables) != len(tables) || keys == 0 || len(files) != 2*len(tables)+1 {
		t.Errorf("%d tables, %d keys, %d files", len(group.Tables), keys, len(files))
	}
	for _, f := range files[:len(files)-1] {
		if strings.Contains(string(f.Data), "foreignKeys") {
			t.Errorf("%s names a table that it does not describe", f.Path)
		}
	}
}

func TestASchemaIsReadyForARegister(t *testing.T) {
	x := table(t, made(t), "offres")
	var d struct {
		Version, Created, LastModified, Path string
		Contributors                         []struct{ Title, Role string }
		Resources                            []struct{ Path string }
	}
	online := about
	online.Home, online.Folder = "https://made-up.example/", "donnees/"
	if err := json.Unmarshal(x.SchemaFile(online), &d); err != nil {
		t.Fatal(err)
	}
	if d.Version != export.Version || d.Created == "" || d.LastModified != export.VersionDay().String() ||
		len(d.Contributors) != 1 || d.Contributors[0].Title != "Essai" ||
		d.Path != "https://made-up.example/donnees/schemas/offres/schema.json" ||
		d.Resources[0].Path != "https://made-up.example/donnees/offres.csv" {
		t.Errorf("%+v", d)
	}
	if readme := string(x.ReadmeFile(online)); !strings.HasPrefix(readme, "# "+x.Title.FR+"\n") ||
		strings.Count(readme, "\n| `") != len(x.Columns) {
		t.Errorf("the notes do not name each column:\n%s", readme)
	}
}
