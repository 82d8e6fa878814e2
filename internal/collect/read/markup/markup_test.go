package markup_test

import (
	"errors"
	"io"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect/read/budget"
	"vigie/internal/collect/read/markup"
)

func whole(t *testing.T) *budget.Budget { return budget.New(t.Context(), budget.Document()) }

func unfolded(t *testing.T, table markup.Table) (rows [][]string) {
	t.Helper()
	for next := table.Rows(whole(t)); ; {
		cells, err := next()
		if errors.Is(err, io.EOF) {
			return rows
		}
		if err != nil {
			t.Fatal(err)
		}
		rows = append(rows, cells)
	}
}

func TestTheWordsOfAPageAreThoseThatAreSeen(t *testing.T) {
	for name, one := range map[string]struct{ page, want string }{
		"blocks part words":                 {"<p>Nom</p><p>Autre</p>Fin<br>là", "Nom Autre Fin là"},
		"inline elements do not":            {"Nu<b>bo</b>, <a href=x>Pi</a>", "Nubo, Pi"},
		"a script is no word":               {"a<script>alert(1)</script><style>b{}</style><template>c</template> d", "a d"},
		"nor is what is hidden":             {`a<span hidden>b</span> <span class="x fr-sr-only">nouvelle fenêtre</span>c`, "a c"},
		"spaces are one":                    {"a \n\t\u00a0\u202f b", "a b"},
		"what has no width goes away":       {"dé\u00admar\u200bche\u202e", "démarche"},
		"the mark of a note is no digit":    {"980<sup>2</sup>, 1 234,5<sup>1</sup>, B<sup>(3)</sup>, 12<sup>*</sup>, 7<sup>a, b</sup>", "980, 1 234,5, B, 12, 7"},
		"nor is that of a link to a note":   {`600<sup><a href="#n1">[1]</a></sup>`, "600"},
		"nor is a link to a note":           {`980<a href="#n1">1</a>, 600 <a href="#note-2">[2]</a>, lot <a href="#lot2">2</a>`, "980, 600 , lot 2"},
		"nor what a class or style raises":  {`980<span class="exposant">2</span>, 600<span style="vertical-align: super">3</span>`, "980, 600"},
		"raised digits are no more of them": {"980<sup>1234</sup>", "980¹²³⁴"},
		"nor are those that stand alone":    {"<sup>980</sup>", "⁹⁸⁰"},
		"a power with a point keeps it":     {"5.10<sup>6</sup>, 1 234,10<sup>1</sup>", "5.10⁶, 1 234,10"},
		"a style sheet of the page hides":   {`<style>/* c */ .k, #i {display:none} @media print {.p {display:none}}</style>9<b class=k>8</b><b id=i>7</b><b class=p>6</b>`, "96"},
		"and shows what it hides":           {`<style>.k {display:none} .k.on {display:inline}</style>9<b class=k>8</b><b class="k on">7</b>`, "97"},
		"what is too small to be seen":      {`<b style="opacity:0">1</b><b style="font-size:0px">2</b><b style="position:absolute;left:-999em">3</b>980`, "980"},
		"a tooltip and a closed dialog":     {`980<span role="tooltip">5</span><dialog>6</dialog>`, "980"},
		"the sign of another encoding":      {"l\u0092essai", "l\u0092essai"},
		"à that was encoded twice":          {"Ã\u00a0 voir \u00a0 là", "Ã\u00a0 voir là"},
		"a power of ten keeps its form":     {"10<sup>6</sup> et 3 × 10<sup>9</sup>, 110<sup>6</sup>", "10⁶ et 3 × 10⁹, 110"},
		"an area and a molecule too":        {"40 m<sup>2</sup>, CO<sub>2</sub>, 12<sub>1</sub>", "40 m², CO2, 12"},
		"raised letters end a word":         {"1<sup>er</sup> août, n<sup>o</sup> 3, 2<sup>e</sup>, M<sup>me</sup>", "1er août, no 3, 2e, Mme"},
		"what is struck out is gone":        {`<del>500</del> 600 <s>7</s><span style="text-decoration: line-through">8</span>`, "600"},
		"what a style hides is not there":   {`<i style="DISPLAY: none">0000</i>980<b style="visibility:hidden">1</b>`, "980"},
		"what a class hides is not there":   {`B<span class="d-none">caché</span><span class="fr-hidden">x</span>`, "B"},
		"what large screens show is there":  {`<span class="d-none d-md-inline">980</span><span class="hidden md:block">Nubo</span>`, "980Nubo"},
		"what is shown twice is read once":  {`<p><span aria-hidden="true">980</span> <span>980</span></p>`, "980"},
		"what only screen readers skip":     {`<p><span aria-hidden="true">980</span><span class="sr-only">980 euros</span></p>`, "980"},
		"one form of a letter":              {"Hébergeur", "Hébergeur"},
		"entities are letters":              {"&lt;b&gt; &amp; l&rsquo;État", "<b> & l’État"},
	} {
		page, err := markup.Page(whole(t), strings.NewReader(one.page), "utf-8")
		if err != nil {
			t.Fatal(err)
		}
		if got := markup.Words(page.Find("body")); got != one.want {
			t.Errorf("%s: %q, want %q", name, got, one.want)
		}
	}
}

func TestATableIsReadWithItsSpans(t *testing.T) {
	page, err := markup.Page(whole(t), strings.NewReader(`<table><caption>Essai</caption>
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
	rows := unfolded(t, tables[0])
	if len(tables) != 2 || tables[0].Caption != "Essai" || len(rows[4]) != 200 {
		t.Fatalf("%d tables, %+v", len(tables), tables)
	}
	want := [][]string{{"A", "B", "B"}, {"1", "2", "3"}, {"1", "4", "dedans"}, {"en travers"}}
	if diff := cmp.Diff(want, rows[:4]); diff != "" {
		t.Error(diff)
	}
}

func TestAPageThatIsTooDeepIsRefused(t *testing.T) {
	if _, err := markup.Page(whole(t), strings.NewReader(strings.Repeat("<div>", 100_000)), ""); err == nil {
		t.Error("it is taken")
	}
}

func TestATableHasNoRowOrCellThatThePageHides(t *testing.T) {
	page, err := markup.Page(whole(t), strings.NewReader(`<table><tr><th>A<th hidden>id<th>B
		<tr><td>1<td hidden>x<td>2 <tr style="display:none"><td>Gabarit<td>y<td>0 <tr hidden><td>3<td>z<td>4</table>`), "")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"A", "B"}, {"1", "2"}}, unfolded(t, markup.Tables(page.Selection)[0])); diff != "" {
		t.Error(diff)
	}
}
