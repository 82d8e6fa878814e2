// Package download reads a file that somebody downloaded, or was sent, as the tables that it holds, and holds
// each row of them against what is published.
//
//	file, err := download.Read(ctx, download.Source{Name: "series.xlsx", Body: f, Size: size, Path: path})
//	result, err := download.Compare(file.Sheets[0], table)
//	result.Faults // row 12 (identifiant example), column valeur_min: found 45, published 44
//
// CSV in both dialects, JSON, XLSX and SQLite are read. The file may be hostile: it is read within a budget
// of bytes and cells, nothing in it runs, a value that is the result of a formula is a fault whatever it
// shows, and what is hidden in a workbook is counted and left aside.
package download

import (
	"context"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strconv"
	"strings"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/loose"
	"vigie/internal/collect/read/sheet"
	"vigie/internal/export"
	"vigie/internal/export/database"
)

// Source is a file to read. A database is read by its path.
type Source struct {
	Name string
	Body io.ReaderAt
	Size int64
	Path string
}

// File is what a downloaded file holds.
type File struct {
	Said   [][2]string // what it says of itself: its day, its edition
	Sheets []Sheet
	Hidden int // rows and cells of a workbook that a spreadsheet does not show
}

// Sheet is one table of a file.
type Sheet struct {
	Name    string
	Head    []string
	Rows    [][]string
	At      []int           // where each row stands: its line in a spreadsheet, its rank elsewhere
	Results map[[2]int]bool // row and column of the cells that are results of formulas
}

// MostBytes is how long a file may be.
const MostBytes = 512 << 20

// limits are what one file may take: more than any published file does.
var limits = budget.Limits{Cells: 10_000_000, Bytes: 256 << 20}

// ErrForm says that a file has a form that is not read.
var ErrForm = errors.New("it is neither CSV, JSON, XLSX nor SQLite by the end of its name: only its digest is known")

// Read reads a file by the end of its name.
func Read(ctx context.Context, s Source) (File, error) {
	if s.Size > MostBytes {
		return File{}, fmt.Errorf("it has %d bytes, and %d at most are read", s.Size, MostBytes)
	}
	taken := budget.New(ctx, limits)
	body := io.NewSectionReader(s.Body, 0, s.Size)
	switch strings.ToLower(filepath.Ext(s.Name)) {
	case ".csv":
		return readCSV(s.Name, body, taken)
	case ".json":
		return readJSON(s.Name, body, taken)
	case ".xlsx":
		return readWorkbook(s, taken)
	case ".sqlite":
		return readDatabase(ctx, s, taken)
	}
	return File{}, ErrForm
}

// stem is the name of a table in that of a file: "series" of "series (1).excel-fr.csv".
func stem(name string) string {
	base := filepath.Base(name)
	base = strings.TrimSuffix(base, filepath.Ext(base))
	base = strings.TrimSuffix(base, ".excel-fr")
	if at := strings.LastIndex(base, " ("); at > 0 && strings.HasSuffix(base, ")") {
		base = base[:at] // the second download of a browser
	}
	return strings.TrimSuffix(base, ".excel-fr")
}

// add takes a row, as long as its head.
func (s *Sheet) add(at int, row []string, taken *budget.Budget) error {
	size := 0
	for _, c := range row {
		size += len(c) + 16
	}
	if err := taken.Cells(len(row)); err != nil {
		return err
	}
	if err := taken.Bytes(size); err != nil {
		return err
	}
	s.Rows, s.At = append(s.Rows, row), append(s.At, at)
	return nil
}

func readCSV(name string, body io.Reader, taken *budget.Budget) (File, error) {
	out := Sheet{Name: stem(name)}
	head := make([]byte, 3)
	n, _ := io.ReadFull(body, head)
	whole := io.MultiReader(strings.NewReader(strings.TrimPrefix(string(head[:n]), "\ufeff")), body)
	r := csv.NewReader(taken.Reader(whole))
	if string(head[:n]) == "\ufeff" {
		r.Comma = ';' // what a French spreadsheet opens
	}
	first, err := r.Read()
	if err != nil {
		return File{}, fmt.Errorf("it has no line of column names: %w", err)
	}
	out.Head = first
	for at := 2; ; at++ {
		row, err := r.Read()
		if errors.Is(err, io.EOF) {
			return File{Sheets: []Sheet{out}}, nil
		}
		if err != nil {
			return File{}, err
		}
		if err := out.add(at, row, taken); err != nil {
			return File{}, err
		}
	}
}

// record bounds a record of JSON, and what stands around the records: published files have objects in a list
// in an object.
var record = loose.Limits{Bytes: 4 << 20, Depth: 8}

func readJSON(name string, body io.Reader, taken *budget.Budget) (File, error) {
	out := Sheet{Name: stem(name)}
	around, err := loose.Records(taken.Reader(body), record, []string{"rows", "points"}, func(i int, n loose.Node) error {
		row, err := objectRow(n, &out)
		if err != nil {
			return fmt.Errorf("row %d: %w", i+1, err)
		}
		return out.add(i+1, row, taken)
	})
	if err != nil {
		return File{}, err
	}
	file := File{Sheets: []Sheet{out}}
	for _, key := range []string{"as_of", "updated"} {
		if text := around.Member("meta").Member(key).Text(); text != "" {
			file.Said = append(file.Said, [2]string{key, text})
		}
	}
	return file, nil
}

// objectRow is an object as a row; the first one gives the columns.
func objectRow(n loose.Node, out *Sheet) ([]string, error) {
	if !n.IsObject() {
		return nil, errors.New("it is no object")
	}
	names := n.Names()
	if out.Head == nil {
		out.Head = names
	}
	for _, name := range names {
		if !slices.Contains(out.Head, name) {
			return nil, fmt.Errorf("%.60q is no member of the first row", name)
		}
	}
	if slices.Sort(names); len(slices.Compact(names)) < len(n.Names()) {
		return nil, errors.New("it names a member twice: readers differ on which of the two they take")
	}
	row := make([]string, len(out.Head))
	for i, column := range out.Head {
		var texts []string
		for _, one := range n.Member(column).Each() {
			texts = append(texts, one.Text())
		}
		row[i] = strings.Join(texts, export.Separator)
	}
	return row, nil
}

func readWorkbook(s Source, taken *budget.Budget) (File, error) {
	book, err := sheet.Open(s.Body, s.Size, taken)
	if err != nil {
		return File{}, err
	}
	var file File
	for _, tab := range book.Tabs {
		if tab.Hidden {
			file.Hidden++
			continue
		}
		one, err := readTab(book, tab, taken, &file)
		if err != nil {
			return File{}, fmt.Errorf("sheet %.60q: %w", tab.Name, err)
		}
		if len(one.Head) == 2 && len(file.Sheets) == 0 && len(book.Tabs) > 1 && !slices.Contains(one.Head, "identifiant") {
			for _, row := range append([][]string{one.Head}, one.Rows...) {
				file.Said = append(file.Said, [2]string{row[0], row[1]}) // the sheet that explains the table
			}
			continue
		}
		file.Sheets = append(file.Sheets, one)
	}
	return file, nil
}

func readTab(book *sheet.Book, tab sheet.Tab, taken *budget.Budget, file *File) (Sheet, error) {
	out := Sheet{Name: tab.Name, Results: map[[2]int]bool{}}
	rows, err := book.Rows(tab, taken, func(sheet.Aside) { file.Hidden++ })
	if err != nil {
		return out, err
	}
	defer rows.Close()
	for {
		r, err := rows.Next()
		if errors.Is(err, io.EOF) {
			return out, nil
		}
		if err != nil {
			return out, err
		}
		width := len(r.Cells)
		if out.Head != nil {
			width = len(out.Head)
		}
		row := make([]string, width)
		for i, c := range r.Cells[:min(width, len(r.Cells))] {
			row[i] = c.Text
			if c.Kind == sheet.Number {
				row[i] = c.Number
			}
			if c.Result {
				out.Results[[2]int{len(out.Rows), i}] = true
			}
		}
		if out.Head == nil {
			out.Head = row
			clear(out.Results)
			continue
		}
		if err := out.add(r.Number, row, taken); err != nil {
			return out, err
		}
	}
}

func readDatabase(ctx context.Context, s Source, taken *budget.Budget) (File, error) {
	magic := make([]byte, 16)
	if _, err := s.Body.ReadAt(magic, 0); err != nil || string(magic) != "SQLite format 3\x00" {
		return File{}, errors.New("it is no database (SQLite): its first bytes are not those of one")
	}
	var file File
	at := map[string]int{}
	wanted := func(table string) bool { // links are those of the lists in the rows
		return !strings.HasPrefix(table, "documentation") && !strings.HasPrefix(table, database.LinksPrefix)
	}
	err := database.Read(ctx, s.Path, wanted, func(table string, columns []string, cells []any) error {
		row := make([]string, len(cells))
		for i, c := range cells {
			row[i] = written(c)
		}
		if table == "a_propos" && len(row) == 3 {
			if !slices.ContainsFunc(file.Said, func(l [2]string) bool { return l[0] == row[0] }) {
				file.Said = append(file.Said, [2]string{row[0], row[2]})
			}
			return taken.Cells(len(row))
		}
		if _, known := at[table]; !known {
			at[table] = len(file.Sheets)
			file.Sheets = append(file.Sheets, Sheet{Name: table, Head: slices.Clone(columns)})
		}
		one := &file.Sheets[at[table]]
		return one.add(len(one.Rows)+1, row, taken)
	})
	return file, err
}

// written is a cell of a database as text.
func written(cell any) string {
	switch c := cell.(type) {
	case nil:
		return ""
	case float64:
		return strconv.FormatFloat(c, 'f', -1, 64)
	case []byte:
		return fmt.Sprintf("%d bytes", len(c))
	}
	return fmt.Sprint(cell)
}
