package corpus

import (
	"io/fs"
	"path"
	"strings"
)

// collectedSources lists the sources that extractors read: each leaves files of
// its name under collected/.
func collectedSources(fsys fs.FS, root string) map[string]bool {
	found := map[string]bool{}
	entries, err := fs.ReadDir(fsys, path.Join(root, "collected"))
	if err != nil {
		return found // nothing is collected yet
	}
	for _, e := range entries {
		id, _, _ := strings.Cut(e.Name(), ".")
		found[id] = true
	}
	return found
}

// Collected says that an extractor reads a source.
func (c *Corpus) Collected(source string) bool { return c.collected[source] }
