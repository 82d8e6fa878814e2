package anssi_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/france/anssi"
)

func TestTheCatalogueIsFoundInThePageThatLinksToIt(t *testing.T) {
	const other = `<a href="/documents/1/guide.pdf">Guide d'hygiène</a><a href="/catalogue/">Le catalogue en ligne</a>`
	for name, one := range map[string]struct {
		page string
		want []string
		err  string
	}{
		"by its address":  {other + `<a class="fr-link" href="https://example.org/visas/catalogue-produits-qualifies.pdf">Télécharger</a>`, []string{"https://example.org/visas/catalogue-produits-qualifies.pdf"}, ""},
		"by its words":    {other + `<a class="fr-link fr-link--download" href="/documents/57/liste_U1zj9tZ.pdf">Catalogue des produits et services<br>qualifiés <span class="fr-link__detail">PDF – 3,0 Mo</span></a>`, []string{"/documents/57/liste_U1zj9tZ.pdf"}, ""},
		"twice the same":  {`<a href="/c/catalogue.pdf">1</a><a href="/c/catalogue.pdf">2</a>`, []string{"/c/catalogue.pdf"}, ""},
		"several":         {`<a href="/c/catalogue-2025.pdf">1</a><a href="/c/catalogue-2026.pdf">2</a>`, nil, "several catalogues"},
		"none":            {other, nil, "links to none"},
		"not within this": {`<script>"<a href='/catalogue.pdf'>"</script>`, nil, "links to none"},
	} {
		t.Run(name, func(t *testing.T) {
			page := "<!DOCTYPE html>\n<html><head><title>ANSSI</title></head><body><main id=content>" + one.page + "</main></body></html>"
			got, err := anssi.Reader().Follow(t.Context(), document([]byte(page)))
			if !slices.Equal(got, one.want) || (err != nil) != (one.err != "") || err != nil && !strings.Contains(err.Error(), one.err) {
				t.Errorf("gives %q, %v", got, err)
			}
			if got := read([]byte(page)); strings.Contains(got, "error") != (one.err != "") {
				t.Errorf("read as a document, it gives %s", got)
			}
		})
	}
	if got, err := anssi.Reader().Follow(t.Context(), document(usual().bytes())); got != nil || err != nil {
		t.Errorf("the catalogue leads to %q, %v", got, err)
	}
}
