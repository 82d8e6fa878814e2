package main_test

import (
	"archive/zip"
	"encoding/csv"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"vigie/internal/export/database"
)

// otherProgramsReadTheSame has programs that we did not write read what is taken away, and
// compares each cell with the CSV. Each of them is left out, by name, where it is not
// installed; script/tools.sh installs them.
func otherProgramsReadTheSame(t *testing.T, public string) {
	data := filepath.Join(public, "donnees")
	t.Run("LibreOffice reads XLSX", func(t *testing.T) { libreOffice(t, data, ".xlsx") })
	t.Run("LibreOffice reads ODS", func(t *testing.T) { libreOffice(t, data, ".ods") })
	t.Run("sqlite3 reads the database", func(t *testing.T) { sqlite3(t, data) })
	t.Run("csvclean finds nothing to clean", func(t *testing.T) { csvclean(t, data) })
	t.Run("npm packages read Parquet and the Data Package", func(t *testing.T) { nodeReaders(t, public, "read.mjs") })
	t.Run("npm packages read the JSON interface, and make a client of it",
		func(t *testing.T) { nodeReaders(t, public, "api.mjs") })
	t.Run("npm packages read the feeds and calendars", func(t *testing.T) { nodeReaders(t, public, "feeds.mjs") })
	t.Run("npm packages read what describes the data",
		func(t *testing.T) { nodeReaders(t, public, "metadata.mjs") })
}

// program gives the path of a program, or leaves the test out.
func program(t *testing.T, name string) string {
	t.Helper()
	path, err := exec.LookPath(name)
	if err != nil {
		t.Skipf("%s is not installed: script/tools.sh", name)
	}
	return path
}

func run(t *testing.T, dir, name string, args ...string) []byte {
	t.Helper()
	c := exec.CommandContext(t.Context(), name, args...)
	c.Dir = dir
	var errs strings.Builder
	c.Stderr = &errs
	out, err := c.Output()
	if err != nil {
		t.Fatalf("%s %s: %v\n%s%s", filepath.Base(name), strings.Join(args, " "), err, out, errs.String())
	}
	return out
}

// libreOffice turns each workbook back into CSV, its last sheet of which is the table.
func libreOffice(t *testing.T, data, suffix string) {
	office := program(t, "soffice")
	books, err := filepath.Glob(filepath.Join(data, "*"+suffix))
	if err != nil || len(books) == 0 {
		t.Fatal(len(books), err)
	}
	lists, err := filepath.Glob(filepath.Join(data, "collecte", "*departements"+suffix))
	if err != nil || len(lists) == 0 {
		t.Fatal(len(lists), err)
	}
	out := t.TempDir()
	// every sheet, in UTF-8
	const asTheyAre = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1"
	run(t, out, office,
		append([]string{"--headless", "-env:UserInstallation=file://" + t.TempDir(), "--convert-to", asTheyAre,
			"--outdir", out}, append(books, lists...)...)...)
	cells := 0
	for _, book := range append(books, lists...) {
		name := strings.TrimSuffix(filepath.Base(book), suffix)
		got := rows(t, filepath.Join(out, name+"-"+name+".csv"))
		cells += same(t, name+suffix, rows(t, strings.TrimSuffix(book, suffix)+".csv"), got)
	}
	t.Logf("%d workbooks, %d cells the same", len(books)+len(lists), cells)
}

func rows(t *testing.T, file string) [][]string {
	t.Helper()
	f, err := os.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	all, err := csv.NewReader(f).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v", file, err)
	}
	return all
}

// same compares two tables, and counts their cells. Programs write yes and no in capitals or
// as numbers, and numbers without the zeros that end them; a list that was collected has its
// bars without blanks.
func same(t *testing.T, name string, want, got [][]string) int {
	t.Helper()
	if len(want) != len(got) {
		t.Errorf("%s: %d rows, want %d", name, len(got), len(want))
		return 0
	}
	cells := 0
	for i := range want {
		if len(want[i]) != len(got[i]) {
			t.Errorf("%s, row %d: %d cells, want %d", name, i, len(got[i]), len(want[i]))
			return cells
		}
		for j := range want[i] {
			cells++
			a, b := plain(want[i][j]), plain(got[i][j])
			if a != b && !(a == "true" && b == "1") && !(a == "false" && b == "0") {
				t.Errorf("%s, row %d, column %s: %q, want %q", name, i, want[0][j], got[i][j], want[i][j])
			}
		}
	}
	return cells
}

func plain(cell string) string {
	switch cell {
	case "TRUE", "FALSE":
		return strings.ToLower(cell)
	}
	if f, err := strconv.ParseFloat(cell, 64); err == nil && strings.ContainsRune(cell, '.') {
		return strconv.FormatFloat(f, 'f', -1, 64)
	}
	return strings.ReplaceAll(strings.ReplaceAll(cell, "\r\n", "\n"), " | ", "|")
}

// sqlite3 reads each table of the database with Debian's program, and asks what the views
// answer.
func sqlite3(t *testing.T, data string) {
	sqlite := program(t, "sqlite3")
	base := filepath.Join(data, "vigie.sqlite")
	ask := func(query string) []map[string]any {
		var out []map[string]any
		answer := run(t, data, sqlite, "-readonly", "-json", base, query)
		if len(answer) == 0 {
			return nil
		}
		d := json.NewDecoder(strings.NewReader(string(answer)))
		d.UseNumber()
		if err := d.Decode(&out); err != nil {
			t.Fatalf("%s: %v", query, err)
		}
		return out
	}
	if found := ask("PRAGMA foreign_key_check"); len(found) > 0 {
		t.Errorf("keys that lead nowhere: %v", found)
	}
	if found := ask("PRAGMA integrity_check"); fmt.Sprint(found) != "[map[integrity_check:ok]]" {
		t.Errorf("integrity: %v", found)
	}
	cells, tables := 0, 0
	for _, at := range ask("SELECT name FROM sqlite_schema WHERE type = 'table'") {
		name := at["name"].(string)
		if strings.HasPrefix(name, "documentation") || name == "a_propos" {
			continue
		}
		if of, ok := strings.CutPrefix(name, database.LinksPrefix); ok { // of the claims in the lists of a table
			for _, list := range ask(`SELECT DISTINCT colonne FROM "` + name + `"`) {
				column := list["colonne"].(string)
				linked, listed := `SELECT affirmation FROM "`+name+`" WHERE colonne = '`+column+`'`,
					`SELECT value FROM "`+of+`", json_each("`+column+`")`
				if found := ask(`SELECT (SELECT count(*) FROM (` + linked + `)) - (SELECT count(*) FROM (` + listed +
					`)) AS more, (SELECT count(*) FROM (` + linked + ` EXCEPT ` + listed + `)) AS stray`); fmt.Sprint(found) !=
					"[map[more:0 stray:0]]" {
					t.Errorf("the links of %s are not those of its column %s: %v", of, column, found)
				}
			}
			continue
		}
		tables++
		file := filepath.Join(data, name+".csv")
		if list, ok := strings.CutPrefix(name, "collecte_"); ok {
			file = filepath.Join(data, "collecte", strings.ReplaceAll(list, "_", "-")+".csv")
		}
		cells += same(t, name, inert(rows(t, file)), answered(rows(t, file)[0], ask(`SELECT * FROM "`+name+`"`)))
	}
	if found := ask(`SELECT m.name, c.name AS column FROM sqlite_schema m, pragma_table_info(m.name) c
		WHERE m.name NOT LIKE 'documentation%' AND m.name <> 'a_propos' AND NOT EXISTS
		(SELECT 1 FROM documentation_colonnes d WHERE d.nom = m.name AND d.colonne = c.name)`); len(found) > 0 {
		t.Errorf("columns that nothing explains: %v", found)
	}
	views := ask("SELECT name FROM sqlite_schema WHERE type = 'view'")
	questions := 0 // those of the home page
	for _, v := range views {
		name := v["name"].(string)
		found := ask(`SELECT * FROM "` + name + `"`)
		if strings.HasPrefix(name, "question_") {
			if questions++; len(found) == 0 {
				t.Errorf("%s answers nothing", name)
			}
		}
	}
	if questions != 5 {
		t.Errorf("%d questions of the home page have a view", questions)
	}
	if tables < 20 || len(views) < 20 {
		t.Errorf("%d tables and %d views", tables, len(views))
	}
	t.Logf("%d tables, %d cells the same; %d views answer", tables, cells, len(views))
}

// inert takes away the apostrophe that keeps a text of a CSV from being run.
func inert(rows [][]string) [][]string {
	for _, row := range rows[1:] {
		for i, cell := range row {
			if rest, guarded := strings.CutPrefix(cell, "'"); guarded && strings.ContainsAny(rest[:min(1, len(rest))], "=+-@") {
				row[i] = rest
			}
		}
	}
	return rows
}

// answered puts what the database answered in the form of a CSV.
func answered(head []string, found []map[string]any) [][]string {
	out := [][]string{head}
	for _, row := range found {
		line := make([]string, len(head))
		for i, name := range head {
			switch v := row[name].(type) {
			case nil:
			case json.Number:
				line[i] = v.String()
			case string:
				line[i] = v
				var list []string
				if strings.HasPrefix(v, "[") && json.Unmarshal([]byte(v), &list) == nil {
					line[i] = strings.Join(list, " | ")
				}
			}
		}
		out = append(out, line)
	}
	return out
}

func csvclean(t *testing.T, data string) {
	clean := program(t, "csvclean")
	tables, err := filepath.Glob(filepath.Join(data, "*.csv"))
	if err != nil || len(tables) == 0 {
		t.Fatal(len(tables), err)
	}
	checked := 0
	for _, table := range tables {
		if strings.Contains(filepath.Base(table), ".excel-fr.") {
			continue
		}
		checked++
		if said := string(run(t, t.TempDir(), clean, "-n", table)); strings.TrimSpace(said) != "No errors." {
			t.Errorf("%s: %s", filepath.Base(table), said)
		}
	}
	t.Logf("%d tables", checked)
}

// nodeReaders runs a script that uses the packages which script/readers pins.
func nodeReaders(t *testing.T, public, script string) {
	program(t, "npm")
	node := program(t, "node")
	scripts := filepath.Join(root, "script", "readers")
	install := exec.CommandContext(t.Context(), filepath.Join(root, "script", "npm.sh"), "readers")
	folder, err := install.Output()
	if err != nil {
		t.Skipf("what script/readers pins cannot be installed: %v", err)
	}
	c := exec.CommandContext(t.Context(), node, filepath.Join(scripts, script), public)
	c.Env = append(os.Environ(), "MODULES="+strings.TrimSpace(string(folder)))
	if archive := filepath.Join(public, "donnees", "vigie.zip"); script == "read.mjs" {
		c.Env = append(c.Env, "ARCHIVE="+unpacked(t, archive))
	}
	out, err := c.CombinedOutput()
	t.Logf("%s", out)
	if err != nil {
		t.Error(err)
	}
}

// unpacked puts what is in an archive in a folder of its own.
func unpacked(t *testing.T, file string) string {
	t.Helper()
	archive, err := zip.OpenReader(file)
	if err != nil {
		t.Fatal(err)
	}
	defer archive.Close()
	folder := t.TempDir()
	if err := os.CopyFS(folder, archive); err != nil {
		t.Fatal(err)
	}
	return folder
}
