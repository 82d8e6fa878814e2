package export

import (
	"crypto/sha256"
	"encoding/hex"
	"maps"
	"slices"
	"strings"

	"vigie/internal/dataset"
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
	p, l := descriptor(sources, a), a.first()
	for _, t := range tables {
		for _, d := range Dialects(a.Languages) {
			f := File{a.Folder.CSV(t.ID, d), t.CSV(d)}
			out = append(out, f)
			if d == Standard {
				p.Describe(t, f, l)
			} else {
				p.Resources = append(p.Resources, twin(t, f, l))
			}
		}
		f := File{a.Folder.JSON(t.ID), t.JSON(a)}
		p.Resources = append(p.Resources, f.resource(t.ID+"-json", t.Title.In(l), "json", "application/json"))
		out = append(out, f, File{a.Folder.Schema(t.ID), t.SchemaFile(a)}, File{a.Folder.Readme(t.ID), t.ReadmeFile(a)})
	}
	return out, p
}

// PackagePath is the file that describes all others.
const PackagePath = "datapackage.json"

// File is the package as a file.
func (p Package) File() File { return File{PackagePath, indented(p)} }

// Standards writes the tables in the standard dialect alone, and the package that describes them: more tables may
// be listed in it.
func Standards(tables []Table, sources []*dataset.Source, a About) ([]File, Package) {
	var out []File
	p := descriptor(sources, a)
	for _, t := range tables {
		f := File{a.Folder.CSV(t.ID, Standard), t.CSV(Standard)}
		out = append(out, f)
		p.Describe(t, f, a.first())
	}
	return out, p
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
