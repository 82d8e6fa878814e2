// Package takeaway makes the files of the data that take time to make: workbooks and Parquet
// files of each table, the tables of collected lists in every form, one database and one
// archive of all. It keeps them by what they are made from, so that a build makes again
// only what has changed.
//
//	files, err := takeaway.Make(ctx, takeaway.From{Shelves: shelves, About: about, Store: store})
//
// Files are written as streams: what is held in memory does not grow with the rows.
package takeaway

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"

	"golang.org/x/sync/errgroup"

	"vigie/internal/config"
	"vigie/internal/export"
	"vigie/internal/export/book"
	"vigie/internal/export/columnar"
	"vigie/internal/export/database"
	"vigie/internal/value/lang"
)

// From is what the files are made from.
type From struct {
	About   export.About
	Words   func(l lang.Lang, key string) string // of the notes of workbooks
	Shelves []Shelf
	Views   []database.View
	Plain   []export.File // what goes into the archive beside the tables: schemas, datapackage.json
	Others  []Other       // what is no table
	Wanted  []config.Format
	Store   Store
	Jobs    int // made at once; the number of processors when zero
}

// Shelf is tables whose files stand in one folder.
type Shelf struct {
	Folder  string // "donnees/"
	Prefix  string // of the names of its tables in the database: "collecte_"
	Listed  bool   // its tables go into the database and the archive
	Formats []Format
	Tables  []Entry
}

// Entry is a table with what its notes say besides.
type Entry struct {
	export.Table
	Notes func(l lang.Lang) [][2]string // lines of a title and what it says

	Collected bool           // it is a list of others, on their terms
	Licence   export.Licence // theirs; empty where it is not known
}

// Other is a file that is no table: a picture.
type Other struct {
	Path   string
	Title  lang.Text
	Format Format
	From   []byte // all that it is made from
	Write  func(io.Writer) error
}

// Format is a form of a table.
type Format struct {
	ID     config.Format // by which a site asks for it; empty for what goes with any
	Suffix string        // ".xlsx"
	Key    string        // of its words: "data.xlsx"
	Media  string
	write  func(context.Context, io.Writer, From, Entry) error
}

// The formats, those that people open by a double click first.
var (
	Workbook = Format{config.XLSX, ".xlsx", "data.xlsx",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		func(_ context.Context, w io.Writer, from From, e Entry) error { return book.XLSX(w, from.book(e)) }}
	OpenDocument = Format{config.ODS, ".ods", "data.ods", "application/vnd.oasis.opendocument.spreadsheet",
		func(_ context.Context, w io.Writer, from From, e Entry) error { return book.ODS(w, from.book(e)) }}
	Parquet = Format{config.Parquet, ".parquet", "data.parquet", "application/vnd.apache.parquet",
		func(_ context.Context, w io.Writer, from From, e Entry) error {
			return columnar.Parquet(w, e.Table, from.About.Tongues().First())
		}}
	French = Format{"", export.ExcelFrench.Suffix, "data.excel", "text/csv",
		func(_ context.Context, w io.Writer, _ From, e Entry) error { return e.WriteCSV(w, export.ExcelFrench) }}
	JSON = Format{"", ".json", "data.json", "application/json",
		func(_ context.Context, w io.Writer, from From, e Entry) error { return e.WriteJSON(w, from.About) }}
)

// Spreadsheets are the formats that a table of the data has besides CSV and JSON.
func Spreadsheets() []Format { return []Format{Workbook, OpenDocument, Parquet} }

// All are the formats that a list which has a CSV alone is given besides; that of French
// spreadsheets only where the site has French.
func All(site lang.Languages) []Format {
	out := []Format{Workbook, OpenDocument, JSON, Parquet}
	if slices.Contains(export.Dialects(site), export.ExcelFrench) {
		out = append([]Format{French}, out...)
	}
	return out
}

// File is a file that was made.
type File struct {
	Path string
	Made
	Format Format
	Table  string // its table; empty for a file of all
	Title  lang.Text

	Licence export.Licence // that of its source; empty for the licence of the data
}

// Whole are the formats of the files of all tables.
var (
	Database = Format{ID: config.SQLite, Suffix: ".sqlite", Key: "data.sqlite", Media: "application/vnd.sqlite3"}
	Archive  = Format{ID: config.ZIP, Suffix: ".zip", Key: "data.zip", Media: "application/zip"}
)

// Resource describes the file in a Data Package. It is no table there: its form is not that
// which readers of Data Packages expect of one.
func (f File) Resource(l lang.Lang) export.Resource {
	name := strings.ToLower(strings.NewReplacer("/", "-", "_", "-").Replace(f.Path))
	r := export.Resource{Name: name, Path: f.Path, Title: f.Title.In(l), Format: strings.TrimPrefix(path.Ext(f.Path), "."),
		Media: f.Format.Media, Bytes: int(f.Size), Hash: "sha256:" + f.SHA256}
	if strings.HasPrefix(f.Format.Media, "text/") || f.Format.Media == "application/json" {
		r.Encoding = "utf-8"
	}
	if f.Licence.Name != "" {
		r.Licenses = []export.LicenceLine{{Name: f.Licence.Name, Path: f.Licence.Path, Title: f.Licence.Title.In(l)}}
	}
	return r
}

// edition of what this package writes: it grows whenever the bytes of a file would differ
// for the same table, so that nothing older is taken from a store.
const made = "4"

// Make makes every file, several at once, in a fixed order.
func Make(ctx context.Context, from From) ([]File, error) {
	var files []File
	var writes []func(context.Context, io.Writer) error
	var keys []func() (string, error)
	for _, o := range from.Others {
		files = append(files, File{Path: o.Path, Format: o.Format, Title: o.Title})
		writes = append(writes, func(_ context.Context, w io.Writer) error { return o.Write(w) })
		keys = append(keys,
			func() (string, error) { return export.Sum(append([]byte(made+o.Format.Suffix+"\n"), o.From...)), nil })
	}
	for _, shelf := range from.Shelves {
		for _, e := range shelf.Tables {
			for _, f := range Wanted(from.Wanted, shelf.Formats...) {
				files = append(files, File{Path: shelf.Folder + e.ID + f.Suffix, Format: f, Table: e.ID, Title: e.Title,
					Licence: e.Licence})
				writes = append(writes, func(ctx context.Context, w io.Writer) error { return f.write(ctx, w, from, e) })
				keys = append(keys, func() (string, error) { return from.key(f.Suffix, e) })
			}
		}
	}
	for _, whole := range Wanted(from.Wanted, Database, Archive) {
		files = append(files, File{Path: from.Whole(whole), Format: whole, Title: from.About.Name})
		write := from.database
		if whole.ID == Archive.ID {
			write = from.archive
		}
		writes = append(writes, write)
		keys = append(keys, func() (string, error) { return from.key(whole.Suffix, from.listed()...) })
	}
	jobs := from.Jobs
	if jobs <= 0 {
		jobs = runtime.GOMAXPROCS(0)
	}
	g, ctx := errgroup.WithContext(ctx)
	g.SetLimit(jobs)
	for i := range files {
		g.Go(func() error {
			if err := ctx.Err(); err != nil {
				return err
			}
			key, err := keys[i]()
			if err != nil {
				return err
			}
			files[i].Made, err = from.Store.Make(key, func(w io.Writer) error { return writes[i](ctx, w) })
			if err != nil {
				return fmt.Errorf("making %s: %w", files[i].Path, err)
			}
			return nil
		})
	}
	return files, g.Wait()
}

// Wanted are the formats among some that a site asks for: those without a name are wanted
// wherever any is.
func Wanted(asked []config.Format, formats ...Format) []Format {
	return slices.DeleteFunc(slices.Clone(formats), func(f Format) bool {
		return len(asked) == 0 || f.ID != "" && !slices.Contains(asked, f.ID)
	})
}

// Whole is where a file of all tables stands.
func (from From) Whole(f Format) string {
	return string(from.About.Folder) + from.About.Package + f.Suffix
}

// listed are the tables that go into the files of all, under their names there.
func (from From) listed() []Entry {
	var out []Entry
	for _, shelf := range from.Shelves {
		if !shelf.Listed {
			continue
		}
		for _, e := range shelf.Tables {
			if shelf.Prefix != "" {
				e.ID = shelf.Prefix + strings.ReplaceAll(e.ID, "-", "_")
			}
			out = append(out, e)
		}
	}
	return out
}

// key names a file by all that it is made from.
func (from From) key(suffix string, entries ...Entry) (string, error) {
	sum := sha256.New()
	head := json.NewEncoder(sum)
	if err := head.Encode([]any{made, export.Version, suffix, from.About, from.Views}); err != nil {
		return "", err
	}
	for _, e := range entries {
		if err := head.Encode([]any{e.ID, e.Title, e.About, e.Columns, e.Licence}); err != nil {
			return "", err
		}
		for _, l := range from.About.Tongues() {
			if err := head.Encode(from.notes(e, l)); err != nil {
				return "", err
			}
		}
		if err := e.WriteCSV(sum, export.Standard); err != nil {
			return "", err
		}
	}
	if suffix == Archive.Suffix {
		for _, f := range from.Plain {
			fmt.Fprintf(sum, "%s %d\n", f.Path, len(f.Data))
			sum.Write(f.Data)
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}

func (from From) database(ctx context.Context, w io.Writer) error {
	var tables []export.Table
	for _, e := range from.listed() {
		tables = append(tables, e.Table)
	}
	return database.Write(ctx, w, "", database.Contents{About: from.About, Tables: tables, Views: from.Views})
}
