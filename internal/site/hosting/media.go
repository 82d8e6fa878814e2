package hosting

import (
	"path"
	"strings"
)

// medium is what the files of a name are.
type medium struct{ ext, media string }

// media are the media types of what a site holds, by the end of its name, in the order of
// the names. Text is in UTF-8, and says so where its type lets it.
var media = []medium{
	{".atom", "application/atom+xml; charset=utf-8"},
	{".cff", "application/yaml; charset=utf-8"},
	{".conf", Plain},
	{".css", "text/css; charset=utf-8"},
	{".csv", "text/csv; charset=utf-8"},
	{".gz", "application/gzip"},
	{".html", "text/html; charset=utf-8"},
	{".ico", "image/vnd.microsoft.icon"},
	{".ics", "text/calendar; charset=utf-8"},
	{".jpeg", "image/jpeg"},
	{".jpg", "image/jpeg"},
	{".js", "text/javascript; charset=utf-8"},
	{".json", "application/json; charset=utf-8"},
	{".jsonl", "application/jsonl; charset=utf-8"},
	{".jsonld", "application/ld+json; charset=utf-8"},
	{".md", "text/markdown; charset=utf-8"},
	{".ods", "application/vnd.oasis.opendocument.spreadsheet"},
	{".parquet", "application/vnd.apache.parquet"},
	{".pdf", "application/pdf"},
	{".png", "image/png"},
	{".rdf", "application/rdf+xml; charset=utf-8"},
	{".sqlite", "application/vnd.sqlite3"},
	{".svg", "image/svg+xml; charset=utf-8"},
	{".ttl", "text/turtle; charset=utf-8"},
	{".txt", "text/plain; charset=utf-8"},
	{".webmanifest", "application/manifest+json; charset=utf-8"},
	{".webp", "image/webp"},
	{".woff2", "font/woff2"},
	{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
	{".xml", "application/xml; charset=utf-8"},
	{".yaml", "application/yaml; charset=utf-8"},
	{".zip", "application/zip"},
}

// Plain is the media type of a file without an end to its name, such as SHA256SUMS.
const Plain = "text/plain; charset=utf-8"

// unknownMedia is that of a file of which nothing is known.
const unknownMedia = "application/octet-stream"

// Media is the media type of a file by its name.
func Media(name string) string {
	base := path.Base(name)
	ext := strings.ToLower(path.Ext(base))
	if ext == "" || ext == base {
		return Plain
	}
	for _, m := range media {
		if m.ext == ext {
			return m.media
		}
	}
	return unknownMedia
}

// IsText says that a media type is text, which becomes much shorter in gzip.
func IsText(media string) bool { return strings.HasSuffix(media, "; charset=utf-8") }
