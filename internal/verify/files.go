package verify

import (
	"bytes"
	"compress/gzip"
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"path"
	"slices"
	"strings"

	"vigie/internal/export"
	"vigie/internal/export/api"
	"vigie/internal/site"
)

// files checks every file that is no page: the values in it against figures and
// claims, and then all of it against what the data make.
func files(ctx context.Context, o Options, t *truth, report *Report) error {
	names := slices.Sorted(maps.Keys(t.files))
	for i, name := range names {
		if err := ctx.Err(); err != nil {
			return err
		}
		o.Progress("downloads", i+1, len(names))
		found, err := fs.ReadFile(o.Site, name)
		if err != nil {
			report.Faults = append(report.Faults, Fault{File: name, What: "a file that the data make is not in the site"})
			continue
		}
		values(t, name, found, report)
		same(name, found, t.files[name], report)
	}
	for _, name := range slices.Sorted(maps.Keys(t.made)) {
		if err := ctx.Err(); err != nil {
			return err
		}
		long(o.Site, name, t.made[name], report)
	}
	pictured := pictures(o.Site, t, report)
	made := map[string]bool{}
	for _, name := range pictured {
		made[name] = true
	}
	for f := range t.site.History.Store().Published() {
		if err := ctx.Err(); err != nil {
			return err
		}
		want, err := f.Read()
		if err != nil {
			return err
		}
		made[f.Path] = true
		found, err := fs.ReadFile(o.Site, f.Path)
		if err != nil {
			report.Faults = append(report.Faults, Fault{File: f.Path, What: "a file of an edition is not in the site"})
			continue
		}
		same(f.Path, found, want, report)
	}
	return strays(o, t, made, report)
}

// long checks that a file which is not held in memory has the digest of what the data make.
func long(site fs.FS, name, want string, report *Report) {
	f, err := site.Open(name)
	if err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "a file that the data make is not in the site"})
		return
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, f); err != nil {
		report.Faults = append(report.Faults, Fault{File: name, What: "it cannot be read", Found: err.Error()})
		return
	}
	if found := hex.EncodeToString(sum.Sum(nil)); found != want {
		report.Faults = append(report.Faults,
			Fault{File: name, What: "a file does not have the digest of what the data make", Found: found, Want: want})
	}
}

// same checks that a file is, byte for byte, what the data make.
func same(name string, found, want []byte, report *Report) {
	if bytes.Equal(found, want) {
		return
	}
	faults := unlike(name, found, want)
	if len(faults) == 0 { // the same in all but its form
		faults = []Fault{{File: name, What: "a file is not that which the data make"}}
	}
	report.Faults = append(report.Faults, faults...)
}

// strays reports the files that nothing makes, and the pages that are not there.
func strays(o Options, t *truth, made map[string]bool, report *Report) error {
	for name := range t.files {
		made[name] = true
	}
	for name := range t.made {
		made[name] = true
	}
	for p := range t.site.Pages() {
		made[site.File(p.Address)] = true
	}
	made[export.SumsPath] = true
	names, err := listed(o.Site)
	if err != nil {
		return err
	}
	if err := sums(o, names, report); err != nil {
		return err
	}
	for _, name := range names {
		if !made[name] {
			report.Faults = append(report.Faults, Fault{File: name, What: "a file that the data do not make"})
		}
		delete(made, name)
	}
	for _, name := range slices.Sorted(maps.Keys(made)) {
		if path.Ext(name) == ".html" {
			report.Faults = append(report.Faults, Fault{File: name, What: "a page that the data make is not in the site"})
		}
	}
	return nil
}

// values checks the numbers of a download or of a feed one by one.
func values(t *truth, name string, found []byte, report *Report) {
	placed := t.site.Placed()
	switch {
	case path.Base(name) == site.CitationText, path.Base(name) == site.CitationJSON:
		citedValue(t, name, found, report)
	case strings.HasPrefix(name, placed.Copies):
		copied(name, found, report)
	case path.Dir(name)+"/" == placed.Charts:
		chartValues(t, name, found, report)
	case strings.HasPrefix(name, searchFolder):
		searchValues(t, name, found, report)
	case path.Dir(name)+"/" == string(placed.Tables):
		tableValues(t, name, found, report)
	case strings.HasPrefix(name, api.Folder) && name != api.OpenAPIPath:
		apiValues(t, name, found, report)
	case path.Ext(name) == ".atom":
		atomNumbers(t, name, found, report)
	case path.Ext(name) == ".json" && slices.ContainsFunc(t.site.Feeds(),
		func(folder string) bool { return strings.HasPrefix(name, folder) }):
		jsonFeedNumbers(t, name, found, report)
	case path.Ext(name) == ".ics":
		calendarNumbers(t, name, found, report)
	}
}

// copied checks that a published copy has the digest that is its name.
func copied(name string, found []byte, report *Report) {
	if strings.HasSuffix(name, ".gz") {
		unpacked, err := gzip.NewReader(bytes.NewReader(found))
		if err == nil {
			found, err = io.ReadAll(io.LimitReader(unpacked, mostCopied))
		}
		if err != nil {
			report.Faults = append(report.Faults,
				Fault{File: name, What: "a published copy that cannot be read", Found: err.Error()})
			return
		}
	}
	digest, _, _ := strings.Cut(path.Base(name), ".")
	if sum := sha256.Sum256(found); hex.EncodeToString(sum[:]) != digest {
		report.Faults = append(report.Faults,
			Fault{File: name, What: "a published copy does not have the digest that is its name",
				Found: hex.EncodeToString(sum[:]), Want: digest})
	}
}

// mostCopied is more than a copy that is published holds.
const mostCopied = 1 << 30

// unlike says where a file differs from what the data make.
func unlike(name string, found, want []byte) []Fault {
	const what = "a file is not that which the data make"
	var out []Fault
	switch path.Ext(name) {
	case ".csv":
		return csvDifferences(name, found, want)
	case ".json":
		differences, err := jsonDifferences(found, want)
		if err != nil {
			return []Fault{{File: name, What: "it cannot be read", Found: err.Error()}}
		}
		for _, d := range differences {
			out = append(out, Fault{File: name, Figure: d.near, What: what + " (" + d.at + ")", Found: d.found, Want: d.want})
		}
		return out
	}
	f, w := strings.Split(string(found), "\n"), strings.Split(string(want), "\n")
	for i := range max(len(f), len(w)) {
		if a, b := line(f, i), line(w, i); a != b {
			return []Fault{{File: name, What: fmt.Sprintf("%s (line %d)", what, i+1), Found: shortened(a), Want: shortened(b)}}
		}
	}
	return out
}

func line(list []string, i int) string {
	if i < len(list) {
		return strings.TrimSpace(list[i])
	}
	return ""
}
