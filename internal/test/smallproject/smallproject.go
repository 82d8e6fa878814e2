// Package smallproject is a made-up project for tests: the valid data that the
// rules are tested on, with the theme of this project, and its prose without the
// figures and links that the made-up data do not hold. It builds and verifies in a
// fraction of the time that the real one takes; a test that changes data, or that
// builds more than once, starts from it.
package smallproject

import (
	"bytes"
	_ "embed"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"golang.org/x/tools/txtar"

	"vigie/internal/record"
)

// Day is a day of reference that the data hold on.
const Day = "2026-11-23"

//go:embed small.txtar
var beside []byte

// Prose places figures and leads to records that the made-up data do not hold.
var (
	placed = regexp.MustCompile(`\{(figure|chart):[a-z0-9_./-]+\}`)
	ofTier = regexp.MustCompile(`(?m)^key: tiers/(\S+)$`)
	linked = regexp.MustCompile(`\[([^\]]+)\]\([^)]*\)`)
)

// Files are the files of the project. root leads from the test to the folder of
// the real project.
func Files(t testing.TB, root string) fstest.MapFS {
	t.Helper()
	valid, err := txtar.ParseFile(filepath.Join(root, "internal/check/testdata/valid.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	files := fstest.MapFS{}
	for _, f := range append(valid.Files, txtar.Parse(beside).Files...) {
		files[f.Name] = &fstest.MapFile{Data: f.Data}
	}
	files[SchemesFile] = &fstest.MapFile{Data: []byte(Schemes)}
	const hosted = "data/migrations/example-app.yaml"
	files[hosted] = &fstest.MapFile{Data: bytes.Replace(files[hosted].Data,
		[]byte("scheme: example-scheme"), []byte("scheme: secnumcloud"), 1)}
	for name, data := range Judged(t, root) {
		files[name] = &fstest.MapFile{Data: data}
	}
	const letter = "data/letters/request.txt" // without which no request for documents is offered
	text, err := os.ReadFile(filepath.Join(root, letter))
	if err != nil {
		t.Fatal(err)
	}
	files[letter] = &fstest.MapFile{Data: text}
	for _, folder := range []string{"themes", "content"} {
		err := fs.WalkDir(os.DirFS(root), folder, func(name string, e fs.DirEntry, err error) error {
			if err != nil || e.IsDir() {
				return err
			}
			data, err := os.ReadFile(filepath.Join(root, name))
			if m := ofTier.FindSubmatch(data); folder == "content" && m != nil &&
				files["data/tiers/"+string(m[1])+".yaml"] == nil {
				return err // the prose of a tier that the made-up data do not have
			}
			if folder == "content" {
				data = known(files, linked.ReplaceAll(placed.ReplaceAll(data, nil), []byte("$1")))
			}
			files[name] = &fstest.MapFile{Data: data}
			return err
		})
		if err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// shown are the lists of front matter that name records, with their folders.
var shown = map[string]string{"charts": "indicators", "series": "series", "commitments": "commitments"}

// list is a list of front matter, on its line.
var list = regexp.MustCompile(`(?m)^(charts|series|commitments): \[(.*)\]\n`)

// known leaves in front matter what the made-up data hold.
func known(files fstest.MapFS, prose []byte) []byte {
	return list.ReplaceAllFunc(prose, func(line []byte) []byte {
		m := list.FindSubmatch(line)
		names := slices.DeleteFunc(strings.Split(string(m[2]), ", "), func(name string) bool {
			return files["data/"+shown[string(m[1])]+"/"+name+".yaml"] == nil
		})
		if len(names) == 0 {
			return nil
		}
		return fmt.Appendf(nil, "%s: [%s]\n", m[1], strings.Join(names, ", "))
	})
}

// Vocabularies are the words of the made-up project, by path.
func Vocabularies(t testing.TB, root string) map[string][]byte {
	t.Helper()
	valid, err := txtar.ParseFile(filepath.Join(root, "internal/check/testdata/valid.txtar"))
	if err != nil {
		t.Fatal(err)
	}
	out := map[string][]byte{}
	for _, f := range valid.Files {
		if strings.HasPrefix(f.Name, "data/"+string(record.Vocabularies)+"/") {
			out[f.Name] = f.Data
		}
	}
	return out
}

// SchemesFile is where a project has its schemes.
const SchemesFile = "data/vocabulary/schemes.yaml"

// Schemes are those of made-up records beside the declarations of the real project, which
// name the first one; those of Vocabularies follow another.
const Schemes = `words:
  - id: secnumcloud
    name: {fr: SecNumCloud, en: SecNumCloud}
    asked_of_hosting: true
    whose: {fr: de l’ANSSI, en: ANSSI}
    longest: {years: 3, spare_days: 10, law: {fr: un texte, en: a text}}
    milestones:
      - {code: J0, name: {fr: "J0, demande acceptée", en: "J0, request accepted"}}
      - {code: J1, name: J1}
      - {code: J2, name: J2}
      - {code: J3, name: {fr: "J3, décision", en: "J3, decision"}}
  - {id: hds, name: {fr: Hébergement de données de santé, en: Health data hosting}}
  - {id: example-scheme, name: {fr: Référentiel d’exemple, en: Example scheme}, levels: [{code: basic, name: {fr: élémentaire, en: basic}}, {code: substantial, name: {fr: substantiel, en: substantial}}], longest: {years: 3, spare_days: 10, law: {fr: un texte d’exemple, en: an example text}}}
`

// Judged are the declarations of the real project that name no record of their own, by
// their path: the indicators that judge records, those that show each of them, and the
// unit of promises.
func Judged(t testing.TB, root string) map[string][]byte {
	t.Helper()
	out := map[string][]byte{}
	names := []string{"indicators/qualification-calendar", "indicators/commitments", "units/commitment"}
	for _, way := range record.Judged() {
		names = append(names, "indicators/"+string(way))
	}
	for _, name := range names {
		name = "data/" + name + ".yaml"
		data, err := os.ReadFile(filepath.Join(root, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		out[name] = data
	}
	return out
}

// Folder is the project in a folder where a test may break it.
func Folder(t testing.TB, root string) string {
	t.Helper()
	folder := t.TempDir()
	for name, f := range Files(t, root) {
		whole := filepath.Join(folder, filepath.FromSlash(name))
		if err := os.MkdirAll(path.Dir(whole), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(whole, f.Data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return folder
}
