package build

import (
	"path"
	"strings"

	"vigie/internal/site/trace"
)

// UsedBy says how a page uses what a file of the project holds, by what the page was made from: false where
// no change of the file can change the page.
func UsedBy(t trace.Trace, file string) (trace.Use, bool) {
	thing := heldBy(file)
	if use, names := t.Use(thing); names {
		return use, true
	}
	if t.Covers(thing) {
		return 0, true
	}
	if thing.ID == trace.All { // a file of many: any of them
		for other, use := range t.All() {
			if other.Of == thing.Of {
				return use, true
			}
		}
	}
	return 0, false
}

// heldBy is what a file of the project holds.
func heldBy(file string) trace.Thing {
	parts := strings.Split(file, "/")
	base := strings.TrimSuffix(path.Base(file), path.Ext(file))
	switch {
	case parts[0] == "content":
		return trace.Thing{Of: trace.Prose, ID: strings.TrimPrefix(file, "content/")}
	case parts[0] == "themes" && len(parts) > 3 && parts[2] == "templates":
		return trace.Thing{Of: trace.Templates, ID: base}
	case parts[0] == "themes" && len(parts) > 3 && parts[2] == "assets":
		return trace.Thing{Of: trace.Assets, ID: strings.Join(parts[3:], "/")}
	case parts[0] == "themes" && len(parts) > 3 && parts[2] == "outlines":
		return trace.Thing{Of: trace.Outlines, ID: base}
	case parts[0] == "themes":
		return trace.Thing{Of: trace.Words, ID: trace.All}
	case parts[0] == "data" && len(parts) > 2 && parts[1] == trace.Rows:
		id, _, _ := strings.Cut(path.Base(file), ".")
		return trace.Thing{Of: trace.Rows, ID: id}
	case parts[0] == "data" && len(parts) > 2:
		return trace.Thing{Of: parts[1], ID: base}
	case parts[0] == "data": // of several records, such as corrections.yaml
		return trace.Thing{Of: base, ID: trace.All}
	}
	return trace.Thing{Of: trace.Settings, ID: file}
}
