package verify

import (
	"errors"
	"io/fs"
	"maps"
	"slices"

	"vigie/internal/export"
)

const anotherDigest = "its digest is not that of SHA256SUMS"

// sums checks the list of digests that a reader checks a site with: one line for
// each file, with its digest. A file in which a fault was found already is not
// named again.
func sums(o Options, names []string, report *Report) error {
	content, err := fs.ReadFile(o.Site, export.SumsPath)
	if errors.Is(err, fs.ErrNotExist) {
		report.Faults = append(report.Faults,
			Fault{File: export.SumsPath, What: "a file that the data make is not in the site"})
		return nil
	}
	if err != nil {
		return err
	}
	faulty := map[string]bool{}
	for _, f := range report.Faults {
		faulty[f.File] = true
	}
	digests := export.ReadSums(content)
	fault := func(f Fault) { report.Faults = append(report.Faults, f) }
	for _, name := range names {
		if digests[name] == "" && name != export.SumsPath && !faulty[name] {
			fault(Fault{File: export.SumsPath, Figure: name, What: "it has no line for a file of the site"})
		}
	}
	for _, name := range slices.Sorted(maps.Keys(digests)) {
		bytes, err := fs.ReadFile(o.Site, name)
		if faulty[name] {
			continue
		}
		if err != nil {
			fault(Fault{File: export.SumsPath, Figure: name, What: "it lists a file that is not in the site"})
		} else if digest := export.Sum(bytes); digest != digests[name] {
			fault(Fault{File: name, What: anotherDigest, Found: digest, Want: digests[name]})
		}
	}
	return nil
}
