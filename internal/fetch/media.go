package fetch

import (
	"bytes"
	"fmt"
	"mime"
	"net/http"
	"slices"
	"strings"

	"vigie/internal/collect/read/sniff"
)

// marks are the bytes without which a document is not what its type says. They
// stand at the start, or near it for PDF, whose readers allow a preamble.
var marks = map[string]string{
	"application/pdf":                "%PDF-",
	"application/zip":                "PK",
	"application/vnd.apache.parquet": "PAR1",
	"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "PK",
	"application/vnd.oasis.opendocument.spreadsheet":                    "PK",
}

// recognise settles the media type of a document, and says why it is not wanted.
// A type that says nothing is settled by the bytes.
func recognise(contentType string, head []byte, wanted []string) (string, error) {
	announced, _, _ := mime.ParseMediaType(contentType)
	seen, _, _ := mime.ParseMediaType(http.DetectContentType(head))
	media := announced
	if vague(announced) {
		media = seen
		if i := slices.IndexFunc(wanted, func(w string) bool { return fits(w, seen, head) }); i >= 0 {
			media = wanted[i]
		}
	}
	if len(wanted) > 0 && (!slices.Contains(wanted, media) || seen == "text/html" && !hypertext(media)) {
		return "", unwanted(media, seen, head, wanted)
	}
	if !bears(media, head) {
		return "", fmt.Errorf("it is said to be %s, yet its bytes look like %s", media, seen)
	}
	return media, nil
}

// unwanted says what came in the place of a document, and what to do.
func unwanted(media, seen string, head []byte, wanted []string) error {
	err := fmt.Errorf("it is %s and its bytes look like %s; %s was wanted", media, seen, strings.Join(wanted, " or "))
	if hint := sniff.Hint(head); hint != "" {
		return fmt.Errorf("%w; %s", err, hint)
	}
	return err
}

// vague types are those of servers that do not know.
func vague(media string) bool {
	switch media {
	case "", "application/octet-stream", "binary/octet-stream", "application/x-download",
		"application/force-download", "application/download":
		return true
	}
	return false
}

// fits says whether bytes that look like seen may be of a type, one that is not
// recognised by its first bytes.
func fits(wanted, seen string, head []byte) bool {
	switch {
	case wanted == seen:
		return true
	case marks[wanted] != "":
		return bears(wanted, head)
	case seen == "text/plain":
		return Textual(wanted) && !hypertext(wanted)
	}
	return false
}

func bears(media string, head []byte) bool {
	mark := []byte(marks[media])
	if media == "application/pdf" {
		return bytes.Contains(head[:min(len(head), 1024)], mark)
	}
	return bytes.HasPrefix(head, mark)
}

func hypertext(media string) bool { return media == "text/html" || media == "application/xhtml+xml" }

// Textual says whether documents of a media type are texts, which have a charset.
func Textual(media string) bool {
	return strings.HasPrefix(media, "text/") || strings.HasSuffix(media, "json") || strings.HasSuffix(media, "xml") ||
		strings.HasSuffix(media, "csv")
}

// walled recognises the page that Imperva puts in the place of a document: a few
// hundred bytes that load a script. A true page is longer, and may load it too.
func walled(head []byte) bool {
	return len(head) < sniffed && bytes.Contains(head, []byte("_Incapsula_Resource"))
}
