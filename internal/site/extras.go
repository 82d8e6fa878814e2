package site

import (
	"encoding/json"
	"iter"
)

// Extra is one published file that is not a page.
type Extra struct {
	Path string
	Data []byte
}

// extraFiles lists the functions that make the files that are not pages.
var extraFiles = []func(*Site) iter.Seq[Extra]{collectedFiles, breakdownFiles, copyFiles, addedFiles, statusFile,
	chartFiles, dataFiles, apiFiles, feedFiles, badgeFiles, letterFiles, searchFiles, compareFiles,
	auditFiles, citationFiles, proofFiles, catalogueFiles, rootFiles}

// ExtraFiles are the files that are neither pages nor assets, kind by kind: kinds may be
// made at the same time, once the pages are.
func (s *Site) ExtraFiles() []iter.Seq[Extra] {
	out := make([]iter.Seq[Extra], len(extraFiles))
	for i, files := range extraFiles {
		out[i] = files(s)
	}
	return out
}

// Extras yields every file that is neither a page nor an asset.
func (s *Site) Extras() iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, files := range s.ExtraFiles() {
			for e := range files {
				if !yield(e) {
					return
				}
			}
		}
	}
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
