package export_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/export"
)

func TestTheDataPackageDescribesTheFilesAsTheyAre(t *testing.T) {
	ds, tables := real(t)
	files, pack := export.Files(tables, ds.Sources, about)
	files = append(files, pack.File())
	byPath := map[string][]byte{}
	for _, f := range files {
		byPath[f.Path] = f.Data
	}
	var p export.Package
	if err := json.Unmarshal(byPath["datapackage.json"], &p); err != nil {
		t.Fatal(err)
	}
	if len(p.Resources) != 3*len(tables) || len(p.Sources) != len(ds.Sources) || p.Licenses[0].Name != "etalab-2.0" {
		t.Errorf("%d resources, %d sources, licence %v", len(p.Resources), len(p.Sources), p.Licenses)
	}
	names := map[string]bool{}
	for _, r := range p.Resources {
		data := byPath[r.Path]
		if r.Hash != "sha256:"+export.Sum(data) || r.Bytes != len(data) || len(data) == 0 || names[r.Name] {
			t.Errorf("resource %s: hash, size or name", r.Name)
		}
		names[r.Name] = true
	}
	for _, r := range p.Resources {
		if marked := strings.HasPrefix(string(byPath[r.Path]), "\ufeff"); marked != strings.HasSuffix(r.Name, "-excel-fr") {
			t.Errorf("%s: begins with a byte-order mark: %v", r.Name, marked)
		} else if marked && (r.Schema != nil || r.Dialect != nil || r.Type != "") {
			t.Errorf("%s is described as a table: a reader takes its byte-order mark for a part of the first name", r.Name)
		}
		if r.Schema == nil {
			continue
		}
		head := read(t, byPath[r.Path], export.Standard)[0]
		for i, f := range r.Schema.Fields {
			if head[i] != f.Name {
				t.Errorf("%s: column %q is %q in the file", r.Name, f.Name, head[i])
			}
		}
		for _, k := range r.Schema.ForeignKeys {
			if target := k.Reference.Resource; target != "" && !names[target] {
				t.Errorf("%s refers to resource %q", r.Name, target)
			}
		}
	}
}

func TestEveryReferenceNamesARow(t *testing.T) {
	_, tables := real(t)
	rows := map[string]bool{}
	for _, x := range tables {
		for row := range x.Rows {
			rows[x.ID+"/"+row[0].Text] = true
		}
	}
	for _, x := range tables {
		for j, c := range x.Columns {
			for row := range x.Rows {
				if id := row[j].Text; c.Refers != "" && id != "" && !rows[c.Refers+"/"+id] {
					t.Errorf("%s.%s: %q is not in %s", x.ID, c.Name, id, c.Refers)
				}
			}
		}
	}
}

func TestEverySchemaStandsAlone(t *testing.T) {
	for _, x := range made(t) {
		var s export.Schema
		if err := json.Unmarshal(x.SchemaFile(about), &s); err != nil {
			t.Fatal(err)
		}
		if s.Name != x.ID || s.Version != export.Version || len(s.Fields) != len(x.Columns) || len(s.ForeignKeys) > 0 {
			t.Errorf("schema of %s: %s %s, %d fields", x.ID, s.Name, s.Version, len(s.Fields))
		}
	}
}

// digests are those of the files of some made-up data.
func digests(t *testing.T) map[string]string {
	t.Helper()
	out := map[string]string{}
	files, _ := export.Files(made(t), nil, about)
	for _, f := range files {
		out[f.Path] = export.Sum(f.Data)
	}
	return out
}

func TestTheSameDataGiveTheSameBytes(t *testing.T) {
	first := export.Sums(digests(t))
	if second := export.Sums(digests(t)); string(first) != string(second) {
		t.Error("two runs differ")
	}
	if diff := cmp.Diff(digests(t), export.ReadSums(first)); diff != "" {
		t.Errorf("what is read back (-want +got):\n%s", diff)
	}
	var paths []string
	for line := range strings.Lines(string(first)) {
		paths = append(paths, line[66:])
	}
	if !slices.IsSorted(paths) {
		t.Error("SHA256SUMS is not sorted by path")
	}
}

func TestTheAttributionNamesWhomWhatAndWhen(t *testing.T) {
	x := table(t, made(t), "organismes")
	want := "Source : Essai, « Organismes publics », état au 1er\u00a0juin 2026, " +
		"mis à jour le 1er\u00a0mai 2026 – Licence Ouverte 2.0"
	if got := about.Attribution(x.Title).FR; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
