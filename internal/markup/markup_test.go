package markup_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/markup"
)

func TestTheWordsOfAPageAreThoseThatAreSeen(t *testing.T) {
	for name, one := range map[string]struct{ page, want string }{
		"blocks part words":           {"<p>Nom</p><p>Autre</p>Fin<br>là", "Nom Autre Fin là"},
		"inline elements do not":      {"Nu<b>bo</b>, <a href=x>Pi</a>", "Nubo, Pi"},
		"a script is no word":         {"a<script>alert(1)</script><style>b{}</style><template>c</template> d", "a d"},
		"nor is what is hidden":       {`a<span hidden>b</span> <span class="x fr-sr-only">nouvelle fenêtre</span>c`, "a c"},
		"spaces are one":              {"a \n\t\u00a0\u202f b", "a b"},
		"what has no width goes away": {"dé\u00admar\u200bche\u202e", "démarche"},
		"entities are letters":        {"&lt;b&gt; &amp; l&rsquo;État", "<b> & l’État"},
	} {
		page, err := markup.Page(strings.NewReader(one.page), "utf-8")
		if err != nil {
			t.Fatal(err)
		}
		if got := markup.Words(page.Find("body")); got != one.want {
			t.Errorf("%s: %q, want %q", name, got, one.want)
		}
	}
}

func TestATableIsReadWithItsSpans(t *testing.T) {
	page, err := markup.Page(strings.NewReader(`<table><caption>Essai</caption>
		<thead><tr><th>A<th colspan=2>B</tr></thead>
		<tr><td rowspan=2>1<td>2<td>3
		<tr><td>4<td><table><tr><td>dedans</table>
		<tr><td colspan=3>en travers
		<tr><td rowspan=99999999 colspan=99999998>5<td>6
	</table>`), "")
	if err != nil {
		t.Fatal(err)
	}
	tables := markup.Tables(page.Selection)
	if len(tables) != 2 || tables[0].Caption != "Essai" || len(tables[0].Rows[4]) != 200 {
		t.Fatalf("%d tables, %+v", len(tables), tables)
	}
	want := [][]string{{"A", "B", "B"}, {"1", "2", "3"}, {"1", "4", "dedans"}, {"en travers"}}
	if diff := cmp.Diff(want, tables[0].Rows[:4]); diff != "" {
		t.Error(diff)
	}
}

func TestAPageThatIsTooDeepIsRefused(t *testing.T) {
	if _, err := markup.Page(strings.NewReader(strings.Repeat("<div>", 100_000)), ""); err == nil {
		t.Error("it is taken")
	}
}
