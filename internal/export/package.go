package export

import (
	"crypto/sha256"
	"encoding/hex"
	"slices"
	"strings"

	"vigie/internal/dataset"
)

// File is one published file.
type File struct {
	Path string
	Data []byte
}

// Folder holds the files of data.
const Folder = "donnees/"

// CSVPath, JSONPath and SchemaPath are the addresses of the files of a table.
func CSVPath(table string, d Dialect) string { return Folder + table + d.Suffix }
func JSONPath(table string) string           { return Folder + table + ".json" }
func SchemaPath(table string) string         { return Folder + "schemas/" + table + "/schema.json" }

// Files writes every file of the tables, then datapackage.json, which describes
// them.
func Files(tables []Table, sources []*dataset.Source, a About) []File {
	var out []File
	p := descriptor(sources, a)
	for _, t := range tables {
		for _, d := range Dialects() {
			f := File{CSVPath(t.ID, d), t.CSV(d)}
			out = append(out, f)
			p.Resources = append(p.Resources, resource(t, d, f))
		}
		f := File{JSONPath(t.ID), t.JSON(a)}
		p.Resources = append(p.Resources, Resource{Name: t.ID + "-json", Path: f.Path, Title: t.Title.FR, Format: "json",
			Media: "application/json", Encoding: "utf-8", Bytes: len(f.Data), Hash: "sha256:" + Sum(f.Data)})
		out = append(out, f, File{SchemaPath(t.ID), t.SchemaFile(a)})
	}
	return append(out, File{"datapackage.json", indented(p)})
}

// Standards writes the tables in the standard dialect alone, then the
// datapackage.json that describes them.
func Standards(tables []Table, sources []*dataset.Source, a About) []File {
	var out []File
	p := descriptor(sources, a)
	for _, t := range tables {
		f := File{CSVPath(t.ID, Standard), t.CSV(Standard)}
		out = append(out, f)
		p.Resources = append(p.Resources, resource(t, Standard, f))
	}
	return append(out, File{"datapackage.json", indented(p)})
}

// Sum is the SHA-256 of bytes, in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// Sums writes the file SHA256SUMS, which `sha256sum --check` reads.
func Sums(files []File) []byte {
	files = slices.Clone(files)
	slices.SortFunc(files, func(a, b File) int { return strings.Compare(a.Path, b.Path) })
	var b strings.Builder
	for _, f := range files {
		b.WriteString(Sum(f.Data) + "  " + f.Path + "\n")
	}
	return []byte(b.String())
}
