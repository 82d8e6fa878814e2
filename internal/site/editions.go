package site

import (
	"fmt"
	"slices"

	"vigie/internal/edition"
	"vigie/internal/site/trace"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

// EditionsPage lists the dated releases of the data, and how to verify them.
type EditionsPage struct {
	Prose   Prose
	Rows    []EditionView // the latest first
	Journal Link
}

// EditionView is one release.
type EditionView struct {
	ID, ISO, Day string
	Sum          string // SHA-256 of its manifest
	Former       string // that of the manifest before; empty for the first
	FormerDay    string
	Files        string // how many
	Size         string
	Journal      string // where the journal says what it brought
	Downloads    []Download
}

func (v view) editionsPage() Page {
	title, lead, prose := v.intro("editions")
	return v.page("editions", "editions", title, lead,
		EditionsPage{Prose: prose, Rows: v.editions(), Journal: v.section("journal")})
}

// editions lists the releases, the latest first.
func (v view) editions() []EditionView {
	v.note(0, trace.Thing{Of: trace.Editions, ID: trace.All})
	var out []EditionView
	former := ""
	for _, e := range v.site.History.Store().Editions() {
		day := v.day(e.Day)
		one := EditionView{ID: editionAnchor(e), ISO: e.Day.String(), Day: day, Sum: e.Sum, Former: e.Former,
			FormerDay: former,
			Files:     v.number(len(e.Files)), Size: v.kilobytes(e.Size)}
		if slices.ContainsFunc(v.site.changes(), func(c edition.Change) bool { return c.To == e.Day }) {
			one.Journal = v.site.Href(v.l, "journal") + "#" + e.Day.String()
		}
		for _, name := range []string{edition.ManifestFile, edition.RecordsFile, edition.FiguresFile, edition.PackageFile,
			edition.ChangesFile} {
			one.Downloads = append(one.Downloads,
				Download{Href: "/" + e.Folder() + name, Name: name, About: v.word("editions.file." + name)})
		}
		former = day
		out = append(out, one)
	}
	slices.Reverse(out)
	return out
}

// editionAnchor is where an edition stands on the page of editions.
func editionAnchor(e edition.Edition) string { return "e" + e.Day.String() }

func (v view) number(n int) string { return lang.Group(v.l, fmt.Sprint(n)) }

func (v view) kilobytes(bytes int64) string {
	return lang.Group(v.l, fmt.Sprint((bytes+999)/1000)) + lang.NBSP + v.word("data.kilobytes")
}

// later is the later of two days.
func later(a, b cal.Day) cal.Day {
	if a.After(b) {
		return a
	}
	return b
}
