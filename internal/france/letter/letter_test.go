package letter_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/france/letter"
	"vigie/internal/site"
	"vigie/internal/value/cal"
	"vigie/internal/value/lang"
)

func day(t *testing.T, s string) cal.Day {
	t.Helper()
	d, err := cal.ParseDay(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// request is the letter that the text of this project makes.
func request(t *testing.T, about site.LetterAbout) string {
	t.Helper()
	write, found, err := letter.Load(os.DirFS("../../../data"), letter.File)
	if err != nil || len(found) > 0 || write == nil {
		t.Fatal(found, err)
	}
	return write(about)
}

func TestAProjectWithoutTheTextOfALetterHasNone(t *testing.T) {
	if write, found, err := letter.Load(fstest.MapFS{}, letter.File); write != nil || len(found) > 0 || err != nil {
		t.Error("a letter was made of nothing", found, err)
	}
	short := fstest.MapFS{letter.File: {Data: []byte("Madame, Monsieur, je demande {documents}.")}}
	if write, found, _ := letter.Load(short, letter.File); write != nil || len(found) != 1 || !strings.Contains(found[0].Message, "{body}") {
		t.Errorf("a letter to nobody was taken: %v", found)
	}
}

func TestARequestNamesTheBodyTheDocumentsTheLawAndTheDelays(t *testing.T) {
	got := request(t, site.LetterAbout{Body: "Ministère d'exemple", Documents: "le bilan du projet.", Searched: day(t, "2026-11-23"), Where: "Le site du ministère."})
	for _, want := range []string{
		"Ministère d’exemple\nÀ la personne responsable de l’accès aux documents administratifs\n",
		"\n– le bilan du projet.\n",
		day(t, "2026-11-23").Text(lang.FR) + ". Lieux de la recherche\u00a0: Le site du ministère.\n",
		"L. 311-1", "L. 311-2", "L. 311-7", "L. 311-9", "R. 311-12", "R. 311-13", "R. 343-1", "CADA",
		"voie électronique", "dans le mois qui suit",
	} {
		want = strings.NewReplacer("L. ", "L."+lang.NBSP, "R. ", "R."+lang.NBSP).Replace(want)
		if !strings.Contains(got, want) {
			t.Errorf("the letter lacks %q:\n%s", want, got)
		}
	}
}

func TestARequestWithoutAPlaceOfSearchSaysOnlyTheDay(t *testing.T) {
	got := request(t, site.LetterAbout{Body: "A", Documents: "b", Searched: day(t, "2026-11-01")})
	if !strings.Contains(got, day(t, "2026-11-01").Text(lang.FR)+".\n") {
		t.Errorf("the day of the search is not given:\n%s", got)
	}
}

func TestARequestIsPlainTextWithBlanksForTheSender(t *testing.T) {
	got := request(t, site.LetterAbout{Body: "A", Documents: "b", Searched: day(t, "2026-11-01")})
	if strings.ContainsAny(got, "'<>{}") || !strings.HasSuffix(got, "]\n") || strings.Count(got, "[Prénom et nom]") != 2 {
		t.Errorf("badly written:\n%s", got)
	}
}
