package site

import (
	"errors"
	"io/fs"
	"iter"
	"net/url"
	"path"
	"slices"
	"strings"

	"vigie/internal/collected"
	"vigie/internal/dataset"
)

// copyEnds are how the name of a published copy ends, by what its address ends in.
// A page is published as plain text: nothing of another site runs in ours.
var copyEnds = map[string]string{".json": ".json", ".csv": ".csv", ".pdf": ".pdf", ".xlsx": ".xlsx", ".zip": ".zip",
	".parquet": ".parquet",
	".txt":     ".txt", ".html": ".html.txt", ".htm": ".html.txt", ".xml": ".xml.txt", ".svg": ".svg.txt"}

// mediaEnds are the same, by media type, for addresses that do not say.
var mediaEnds = map[string]string{"application/json": ".json", "text/csv": ".csv", "application/pdf": ".pdf",
	"text/html":       ".html.txt",
	"application/xml": ".xml.txt", "text/plain": ".txt"}

// copyOf is where the published copy of a document stands in the site, and its file
// among the snapshots; nothing when its bytes may not be republished, or are not there.
func (s *Site) copyOf(src *dataset.Source, d collected.Document) (at, file string) {
	if s.Copies == nil || !src.Redistributable || src.Collect != nil && src.Collect.CopiesApart {
		return "", ""
	}
	for _, packed := range []string{"", ".gz"} {
		file := path.Join(src.ID, d.SHA256) + packed
		if _, err := fs.Stat(s.Copies, file); err == nil {
			return s.Placed().Copies + path.Join(src.ID, d.SHA256) + copyEnd(src, d) + packed, file
		}
	}
	return "", ""
}

func copyEnd(src *dataset.Source, d collected.Document) string {
	if u, err := url.Parse(d.URL); err == nil {
		if end, ok := copyEnds[strings.ToLower(path.Ext(u.Path))]; ok {
			return end
		}
	}
	if src.Collect == nil {
		return ".bin"
	}
	for _, m := range src.Collect.Media {
		if end, ok := mediaEnds[m]; ok {
			return end
		}
	}
	return ".bin"
}

// copiesOf lists the documents of a source of which a copy may be published: those that its rows come from, and
// those in which people read claims.
func copiesOf(src *dataset.Source) []collected.Document {
	var out []collected.Document
	if src.Collected != nil {
		out = append(out, src.Collected.State.Documents...)
	}
	for _, c := range src.Claims {
		known := slices.ContainsFunc(out, func(d collected.Document) bool { return d.SHA256 == c.Snapshot })
		if c.Snapshot != "" && !known {
			out = append(out, collected.Document{URL: src.URL, SHA256: c.Snapshot, Read: c.Read, ByHand: true})
		}
	}
	return out
}

// CopyHref is the address of the published copy of a digest that a source was read
// in; nothing when it is not published.
func (s *Site) CopyHref(source, digest string) string {
	if digest == "" {
		return ""
	}
	for _, src := range s.Data.Sources {
		if src.ID != source {
			continue
		}
		all := copiesOf(src)
		if i := slices.IndexFunc(all, func(d collected.Document) bool { return d.SHA256 == digest }); i >= 0 {
			if at, _ := s.copyOf(src, all[i]); at != "" {
				return "/" + at
			}
		}
	}
	return ""
}

// copyFiles yields the copies that may be republished of the documents that rows and
// claims come from, under their digest, as they are kept: a large one is in gzip.
func copyFiles(s *Site) iter.Seq[Extra] {
	return func(yield func(Extra) bool) {
		for _, src := range s.Data.Sources {
			seen := map[string]bool{}
			for _, d := range copiesOf(src) {
				at, file := s.copyOf(src, d)
				if at == "" || seen[at] {
					continue
				}
				seen[at] = true
				content, err := fs.ReadFile(s.Copies, file)
				if errors.Is(err, fs.ErrNotExist) || err == nil && !yield(Extra{at, content}) {
					return
				}
			}
		}
	}
}
