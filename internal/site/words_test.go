package site_test

import (
	"os"
	"regexp"
	"strings"
	"testing"

	"vigie/internal/collected/beside"
	"vigie/internal/dataset"
	"vigie/internal/figure"
	"vigie/internal/record"
	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

// ownTheme is the theme of the French site, over the base theme.
func ownTheme(t *testing.T) *theme.Theme {
	t.Helper()
	return loaded(t, "themes/vigie", "themes/etat")
}

func loaded(t *testing.T, folders ...string) *theme.Theme {
	t.Helper()
	var layers []theme.Layer
	for _, folder := range folders {
		layers = append(layers, theme.Layer{Folder: folder, Files: os.DirFS("../../" + folder)})
	}
	th, err := theme.Load(lang.Composed(), nil, layers...)
	if err != nil {
		t.Fatal(err)
	}
	return th
}

// named says under which keys the words of a closed list stand.
var named = map[string][]string{
	"record.TierOrigin":           {"tier-from."},
	"record.TierGap":              {"tier-unknown."},
	"record.Reason":               {"reason.", "reason-meaning."},
	"record.MigrationStatus":      {"status."},
	"record.Dating":               {"dating."},
	"record.HostQualification":    {"hosting-qualification."},
	"record.Cadence":              {"cadence."},
	"quantity.Stage":              {"stage."},
	"quantity.Tax":                {"tax."},
	"quantity.Accumulation":       {"accumulation."},
	"record.Control.extent":       {"extent."},
	"record.Handling.allowed":     {"allowed."},
	"record.Listing.listed":       {"listed."},
	"record.Contradiction.nature": {"nature-of-dispute."},
	"record.Resolution.rule":      {"resolution."},
}

func TestTheThemeHasWordsForAllThatTheDataMaySay(t *testing.T) {
	words := ownTheme(t).Words
	want := func(prefix, word string) {
		if _, ok := words[prefix+word]; !ok {
			t.Errorf("words.yaml has no %q", prefix+word)
		}
	}
	closed := record.ClosedLists()
	for list, prefixes := range named {
		for _, prefix := range prefixes {
			for _, w := range closed[list] {
				want(prefix, w)
			}
		}
	}
	for _, s := range dataset.Terms() {
		want("term.", string(s))
	}
	for _, s := range dataset.Standings() {
		want("standing.", string(s))
	}
	for _, w := range beside.Whats() {
		want("differs.", string(w))
	}
	for _, s := range dataset.SourceStates() {
		want("freshness.", string(s))
	}
	for _, d := range dataset.Datings() {
		want("dispute-dating.", string(d))
	}
	for _, s := range dataset.RequestStates(record.Words{}) {
		want("request-state.", string(s))
	}
	for _, o := range dataset.Outcomes() {
		want("outcome.", string(o))
		want("outcome-meaning.", string(o))
	}
	for _, r := range []record.Reason{record.NotPublished, record.NotFound, record.NotCollected} {
		want("answer-state.unknown.", string(r))
	}
	for _, s := range []figure.State{figure.Sure, figure.Settled, figure.Disputed, figure.Unknown} {
		want("answer-state.", string(s))
		want("state-meaning.", string(s))
	}
}

// A state is worded otherwise in a chart only where the chart wants other words.
func TestAStateIsWordedOnceMoreOnlyToBeWordedOtherwise(t *testing.T) {
	words := ownTheme(t).Words
	found := 0
	for _, s := range dataset.Standings() {
		found += drawn(t, words, "standing.", string(s))
	}
	for _, o := range dataset.Outcomes() {
		found += drawn(t, words, "outcome.", string(o))
	}
	for key := range words {
		if strings.HasPrefix(key, "drawn.") {
			found--
		}
	}
	if found != 0 {
		t.Errorf("%d words of charts are of no state", -found)
	}
}

// drawn counts the words that charts alone have for a state: none or one.
func drawn(t *testing.T, words theme.Words, family, state string) int {
	t.Helper()
	own, ok := words["drawn."+state]
	if !ok {
		return 0
	}
	if of := words[family+state]; strings.EqualFold(own.FR, of.FR) && strings.EqualFold(own.EN, of.EN) {
		t.Errorf("drawn.%s reads as %s%s does", state, family, state)
	}
	return 1
}

// A code of the program has its words once, in package record: those of the theme are the
// same, in each language.
func TestNoCodeIsWordedTwoWays(t *testing.T) {
	words := ownTheme(t).Words
	same := func(key string, want lang.Text) {
		if got := words[key]; got.FR != want.FR || got.EN != want.EN {
			t.Errorf("%s is %q and %q in the theme, %q and %q in package record", key, got.FR, got.EN, want.FR, want.EN)
		}
	}
	for _, r := range record.Reasons() {
		same("reason."+string(r), r.Name())
	}
	for _, s := range record.MigrationStatuses() {
		same("status."+string(s), s.Name())
	}
}

// Words of the world that is followed stand in its vocabularies: the theme has none of
// its own for them.
func TestTheThemeHasNoWordsOfVocabularies(t *testing.T) {
	families := []string{"kind.", "kinds.", "event.", "source-kind.", "quality.", "quality-meaning.", "provenance.", "provenance-meaning.",
		"model.", "sensitivity.", "subject.", "recommendation.", "text."}
	for key := range ownTheme(t).Words {
		for _, family := range families {
			if strings.HasPrefix(key, family) {
				t.Errorf("%s is a word of data/vocabulary", key)
			}
		}
	}
}

// The words of the interface are shown whatever the reason: only those of the
// reason that names a place that was read may say that nobody publishes something.
func TestOnlyTheWordsOfNotPublishedSayThatNobodyPublishes(t *testing.T) {
	found := 0
	for key, w := range ownTheme(t).Words {
		if lang.NobodyPublishes(w.FR) == nil && lang.NobodyPublishes(w.EN) == nil {
			continue
		}
		if found++; !strings.HasSuffix(key, "."+string(record.NotPublished)) {
			t.Errorf("%s says %q, whatever the reason", key, w.FR)
		}
	}
	if found == 0 {
		t.Error("no words say it: the test looks at nothing")
	}
}

// plainSpace is a space that French typography wants unbreakable.
var plainSpace = regexp.MustCompile(` [:;?!»%€]|« |[a-zà-ÿ]'[a-zà-ÿ]`)

func TestFrenchWordsKeepTheirSpaces(t *testing.T) {
	for _, folder := range []string{"themes/vigie", "themes/etat"} {
		for key, w := range loaded(t, folder).Words {
			if key == "accessibility.none" {
				continue // the law's own words, as tools look for them
			}
			if strings.HasPrefix(key, "table.") || strings.HasPrefix(key, "column.") {
				continue // plain in the files that machines read; pages set their spaces
			}
			if at := plainSpace.FindString(w.FR); at != "" {
				t.Errorf("%s, %s: %q wants a no-break space or a typographic apostrophe in %q", folder, key, at, w.FR)
			}
		}
	}
}

func TestTheAccessibilityMentionIsThatOfTheLaw(t *testing.T) {
	if got := ownTheme(t).Words["accessibility.none"].FR; got != "Accessibilité : non conforme" {
		t.Errorf("it says %q", got)
	}
}

// A colon has a space before it in French alone.
func TestTitlesInEnglishAreSetInEnglish(t *testing.T) {
	titles := 0
	for p := range siteOf(t, oneOfEach(t)).Pages() {
		if p.Lang != lang.EN {
			continue
		}
		titles++
		for _, french := range []string{" :", "\u00a0:", "\u202f;", "« "} {
			if strings.Contains(p.Title, french) {
				t.Errorf("%s has the title %q", p.Address, p.Title)
			}
		}
	}
	if titles == 0 {
		t.Error("there is no page in English: the test holds nothing")
	}
}
