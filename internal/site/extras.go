package site

import (
	"context"
	"encoding/json"
	"iter"

	"vigie/internal/export"
)

// Extra is one published file that is not a page.
type Extra struct {
	Path string
	Data []byte
}

// extraFiles lists the functions that make the files that are not pages.
var extraFiles = []func(*Site) iter.Seq[Extra]{collectedFiles, breakdownFiles, copyFiles, addedFiles, statusFile,
	chartFiles, dataFiles, apiFiles, feedFiles, badgeFiles, letterFiles, searchFiles, compareFiles,
	auditFiles, citationFiles, catalogueFiles, rootFiles}

// Extras yields every file that is neither a page nor an asset.
func (s *Site) Extras() iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, make := range extraFiles {
			for e := range make(s) {
				if !yield(e) {
					return
				}
			}
		}
	}
}

// Files lists the addresses of all files that are not pages.
func (s *Site) Files() map[string]bool {
	out := map[string]bool{"/" + export.SumsPath: true} // made last, of all that was written
	for _, a := range s.Theme.Assets {
		out["/"+a.Path] = true
	}
	for e := range s.Extras() {
		out["/"+e.Path] = true
	}
	for f := range s.History.Store().Published() {
		out["/"+f.Path] = true
	}
	taken, _ := s.TakeAway(context.Background()) // the build has made them, and stopped where it could not
	for _, f := range taken {
		out["/"+f.Path] = true
	}
	return out
}

// chartFiles yields the CSV and JSON of each chart in each language.
func chartFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, r := range s.Indicators {
			for _, l := range s.Config.Languages {
				f, ok := s.Charts[r.ID][l]
				if !ok {
					continue
				}
				base := s.Placed().Charts + r.ID + "." + string(l)
				if !yield(Extra{base + ".csv", f.CSV}) || !yield(Extra{base + ".json", f.JSON}) {
					return
				}
			}
		}
	}
}

// encoded is JSON that a script loads: of texts, numbers and lists of them, which cannot fail.
func encoded(of any) []byte {
	data, err := json.Marshal(of)
	if err != nil {
		panic(err)
	}
	return data
}
