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
	"fmt"
	"io"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

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

	Terms *export.About // whose it is and on what terms, where it is a list of others; nil for the data of the site
}

// about is whose a table is.
func (e Entry) about(site export.About) export.About {
	if e.Terms != nil {
		return *e.Terms
	}
	return site
}

// terms is the licence of a list of others; none for the data of the site.
func (e Entry) terms() export.Licence {
	if e.Terms == nil {
		return export.Licence{}
	}
	return e.Terms.Licence
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
	holds  part
	write  func(context.Context, io.Writer, From, Entry) error
}

// The formats, those that people open by a double click first.
var (
	Workbook = Format{config.XLSX, ".xlsx", "data.xlsx",
		"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
		notes,
		func(_ context.Context, w io.Writer, from From, e Entry) error { return book.XLSX(w, from.book(e)) }}
	OpenDocument = Format{config.ODS, ".ods", "data.ods", "application/vnd.oasis.opendocument.spreadsheet", notes,
		func(_ context.Context, w io.Writer, from From, e Entry) error { return book.ODS(w, from.book(e)) }}
	Parquet = Format{config.Parquet, ".parquet", "data.parquet", "application/vnd.apache.parquet", meanings,
		func(_ context.Context, w io.Writer, from From, e Entry) error {
			return columnar.Parquet(w, e.Table, from.About.Tongues().First())
		}}
	French = Format{"", export.ExcelFrench.Suffix, "data.excel", "text/csv", cellsAlone,
		func(_ context.Context, w io.Writer, _ From, e Entry) error { return e.WriteCSV(w, export.ExcelFrench) }}
	JSON = Format{"", ".json", "data.json", "application/json", envelope,
		func(_ context.Context, w io.Writer, from From, e Entry) error {
			return e.WriteJSON(w, e.about(from.About))
		}}
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

	key string // all that it is made from
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
		r.Licenses = []export.LicenceLine{f.Licence.Line(l)}
	}
	return r
}

// job is a file to make: all that it is made from, and how.
type job struct {
	file  File
	from  func() (string, error)
	write func(context.Context, io.Writer) error
}

// Make makes every file, several at once, in a fixed order.
func Make(ctx context.Context, from From) ([]File, error) {
	jobs := from.jobs()
	files := make([]File, len(jobs))
	g, running := errgroup.WithContext(ctx)
	g.SetLimit(from.atOnce())
	for i, j := range jobs {
		g.Go(func() error {
			if err := running.Err(); err != nil {
				return err
			}
			key, err := j.from()
			if err != nil {
				return err
			}
			files[i] = j.file
			files[i].key = key
			files[i].Made, err = from.Store.Make(key, func(w io.Writer) error { return j.write(ctx, w) })
			if err != nil {
				return fmt.Errorf("making %s: %w", j.file.Path, err)
			}
			return nil
		})
	}
	return files, g.Wait()
}

// Planned lists the files that Make would make, in its order: without their bytes, their sizes
// and their digests are not known.
func Planned(from From) []File {
	jobs := from.jobs()
	files := make([]File, len(jobs))
	for i, j := range jobs {
		files[i] = j.file
	}
	return files
}

func (from From) atOnce() int {
	if from.Jobs > 0 {
		return from.Jobs
	}
	return runtime.GOMAXPROCS(0)
}

func (from From) jobs() []job {
	var out []job
	for _, o := range from.Others {
		out = append(out, job{File{Path: o.Path, Format: o.Format, Title: o.Title},
			func() (string, error) { return key(o.Format.Suffix, o.From) },
			func(_ context.Context, w io.Writer) error { return o.Write(w) }})
	}
	var contents []func() (string, error) // of the tables that go into the files of all
	for _, shelf := range from.Shelves {
		for _, e := range shelf.Tables {
			content := sync.OnceValues(func() (string, error) { return contentOf(e.Table) }) // once for all its formats
			if shelf.Listed {
				contents = append(contents, content)
			}
			for _, f := range Wanted(from.Wanted, shelf.Formats...) {
				out = append(out, job{
					File{Path: shelf.Folder + e.ID + f.Suffix, Format: f, Table: e.ID, Title: e.Title, Licence: e.terms()},
					func() (string, error) {
						c, err := content()
						if err != nil {
							return "", err
						}
						return key(f.Suffix, c, from.around(f, e))
					},
					func(ctx context.Context, w io.Writer) error { return f.write(ctx, w, from, e) }})
			}
		}
	}
	for _, whole := range Wanted(from.Wanted, Database, Archive) {
		write, around := from.database, any(from.Views)
		if whole.ID == Archive.ID {
			write, around = from.archive, from.Plain
		}
		out = append(out, job{File{Path: from.Whole(whole), Format: whole, Title: from.About.Name},
			func() (string, error) {
				parts := []any{from.About, around}
				for _, content := range contents {
					c, err := content()
					if err != nil {
						return "", err
					}
					parts = append(parts, c)
				}
				return key(whole.Suffix, parts...)
			}, write})
	}
	return out
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

func (from From) database(ctx context.Context, w io.Writer) error {
	var tables []export.Table
	for _, e := range from.listed() {
		tables = append(tables, e.Table)
	}
	return database.Write(ctx, w, from.Store.Folder,
		database.Contents{About: from.About, Tables: tables, Views: from.Views})
}
