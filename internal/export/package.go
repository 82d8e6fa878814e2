package export

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"vigie/internal/dataset"
	"vigie/internal/value/lang"
)

// File is one published file.
type File struct {
	Path string
	Data []byte
}

// Folder holds the files of data of a site, from its root, with a slash at its end: "donnees/".
type Folder string

// CSV, JSON and Schema are where the files of a table stand.
func (f Folder) CSV(table string, d Dialect) string { return string(f) + table + d.Suffix }
func (f Folder) JSON(table string) string           { return string(f) + table + ".json" }
func (f Folder) Schema(table string) string         { return string(f) + "schemas/" + table + "/schema.json" }

// Files writes every file of the tables, and the package that describes them: the files
// that are made elsewhere are yet to be listed in it.
func Files(tables []Table, sources []*dataset.Source, a About) ([]File, Package) {
	var out []File
	p := descriptor(sources, a)
	for _, t := range tables {
		for _, d := range Dialects(a.Languages) {
			f := File{a.Folder.CSV(t.ID, d), t.CSV(d)}
			out = append(out, f)
			p.Resources = append(p.Resources, resource(t, d, f, a.first()))
		}
		f := File{a.Folder.JSON(t.ID), t.JSON(a)}
		p.Resources = append(p.Resources,
			Resource{Name: t.ID + "-json", Path: f.Path, Title: t.Title.In(a.first()), Format: "json",
				Media: "application/json", Encoding: "utf-8", Bytes: len(f.Data), Hash: "sha256:" + Sum(f.Data)})
		out = append(out, f, File{a.Folder.Schema(t.ID), t.SchemaFile(a)}, File{a.Folder.Readme(t.ID), t.ReadmeFile(a)})
	}
	return out, p
}

// PackagePath is the file that describes all others.
const PackagePath = "datapackage.json"

// File is the package as a file.
func (p Package) File() File { return File{PackagePath, indented(p)} }

// Standards writes the tables in the standard dialect alone, then the
// datapackage.json that describes them.
func Standards(tables []Table, sources []*dataset.Source, a About) []File {
	var out []File
	p := descriptor(sources, a)
	for _, t := range tables {
		f := File{a.Folder.CSV(t.ID, Standard), t.CSV(Standard)}
		out = append(out, f)
		p.Resources = append(p.Resources, resource(t, Standard, f, a.first()))
	}
	return append(out, p.File())
}

// StandardPackage describes the tables in the standard dialect alone; others may be added to it.
func StandardPackage(tables []Table, sources []*dataset.Source, a About) Package {
	p := descriptor(sources, a)
	for _, t := range tables {
		p.AddStandard(t, a.Folder.CSV(t.ID, Standard), a.first(), nil)
	}
	return p
}

// AddStandard describes one more table that stands at a path in the standard dialect, on terms of its own where
// these are not those of the package.
func (p *Package) AddStandard(t Table, path string, l lang.Lang, terms []LicenceLine) {
	r := resource(t, Standard, File{path, t.CSV(Standard)}, l)
	r.Licenses = terms
	p.Resources = append(p.Resources, r)
}

// Sum is the SHA-256 of bytes, in hexadecimal.
func Sum(data []byte) string {
	sum := sha256.Sum256(data)
	return hex.EncodeToString(sum[:])
}

// SumsPath is the file that lists the digests of all others.
const SumsPath = "SHA256SUMS"

// Sums writes that file from digests by path, as `sha256sum --check` reads it.
func Sums(digests map[string]string) []byte {
	var b strings.Builder
	for _, path := range slices.Sorted(maps.Keys(digests)) {
		b.WriteString(digests[path] + "  " + path + "\n")
	}
	return []byte(b.String())
}

// ReadSums reads such a file back: digests by path. Lines of another form are
// passed over.
func ReadSums(sums []byte) map[string]string {
	out := map[string]string{}
	for line := range strings.Lines(string(sums)) {
		if digest, path, ok := strings.Cut(strings.TrimSuffix(line, "\n"), "  "); ok {
			out[path] = digest
		}
	}
	return out
}
