package anssi

import (
	"context"
	"fmt"
	"io"
	"regexp"
	"slices"
	"strings"

	"github.com/PuerkitoBio/goquery"

	"vigie/internal/collect"
	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
	"vigie/internal/value/tabular"
)

// maxHTML bounds the page of the ANSSI.
const maxHTML = 8 << 20

// isPage says that a document is a web page and no PDF.
func isPage(doc collect.Document) bool {
	head := make([]byte, 512)
	n, err := doc.Body.ReadAt(head, 0)
	if err != nil && err != io.EOF {
		return false
	}
	text := strings.TrimLeft(strings.TrimPrefix(string(head[:n]), "\ufeff"), " \t\r\n")
	return strings.HasPrefix(text, "<")
}

var (
	named   = regexp.MustCompile(`catalogue.*(?:qualifie|certifie)|(?:qualifie|certifie).*catalogue`)
	pointed = regexp.MustCompile(`(?i)catalogue[^/]*\.pdf(?:$|[?#])`)
)

// follow finds the catalogue in the page of the ANSSI that links to it: a link whose
// words or whose address name the catalogue, to a PDF. A page without such a link
// is not that page; one with several leads nowhere, since none can be chosen.
func follow(ctx context.Context, doc collect.Document) ([]string, error) {
	if !isPage(doc) {
		return nil, nil
	}
	if doc.Size > maxHTML {
		return nil, fmt.Errorf("it is a web page of %d bytes, not the catalogue", doc.Size)
	}
	page, err := markup.Page(budget.New(ctx, budget.Document()), doc.Reader(), doc.Charset)
	if err != nil {
		return nil, fmt.Errorf("it is a web page, not the catalogue: %w", err)
	}
	var byAddress, byWords []string
	page.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		href := strings.TrimSpace(a.AttrOr("href", ""))
		path, _, _ := strings.Cut(strings.ToLower(href), "?")
		switch {
		case pointed.MatchString(href):
			byAddress = append(byAddress, href)
		case strings.HasSuffix(path, ".pdf") && named.MatchString(tabular.Fold(markup.Words(a))):
			byWords = append(byWords, href)
		}
	})
	found := byAddress
	if len(found) == 0 {
		found = byWords
	}
	slices.Sort(found)
	switch found = slices.Compact(found); len(found) {
	case 1:
		return found, nil
	case 0:
		return nil, fmt.Errorf("it is a web page, not the catalogue, and links to none: %q",
			markup.Words(page.Find("title").First()))
	}
	return nil, fmt.Errorf("it is a web page that links to several catalogues: %s", strings.Join(found, ", "))
}
