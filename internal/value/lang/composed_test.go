package lang_test

import (
	"slices"
	"testing"

	"vigie/internal/value/lang"
)

// of are sentences in a made-up language.
var of = lang.Sentences{"tlh": {"Read on {day}.": "{day}: vIlaD.", "{day} {month}": "{month} {day}", "May": "jar vagh",
	"unknown": "Sovbe'", "found in {where}": "{where} tu'lu'"}}

func read(month lang.Text) lang.Text {
	day := lang.Say("{day} {month}", "{day} {month}").With(lang.In("day", lang.Name("4")), lang.In("month", month))
	return lang.Say("Lu le {day}.", "Read on {day}.").With(lang.In("day", day))
}

func TestASentenceIsComposedInEachLanguageThatHasItsPattern(t *testing.T) {
	may := lang.Say("mai", "May")
	for name, test := range map[string]struct {
		text   lang.Text
		l      lang.Lang
		want   string
		spoken lang.Lang
	}{
		"French":               {read(may), lang.FR, "Lu le 4 mai.", lang.FR},
		"English":              {read(may), lang.EN, "Read on 4 May.", lang.EN},
		"another language":     {read(may), "tlh", "jar vagh 4: vIlaD.", "tlh"},
		"a slot lacks words":   {read(lang.Say("juin", "June")), "tlh", "Read on 4 June.", lang.EN},
		"no pattern":           {lang.Say("Lu.", "Read."), "tlh", "Read.", lang.EN},
		"a name":               {lang.Name("Cumulus"), "tlh", "Cumulus", "tlh"},
		"a capital":            {lang.Say("Inconnu", "Unknown"), "tlh", "Sovbe'", "tlh"},
		"slots alone":          {lang.Join(", ", may, lang.Name("Cumulus")), "tlh", "jar vagh, Cumulus", "tlh"},
		"slots alone, lacking": {lang.Join(", ", may, lang.Say("juin", "June")), "tlh", "May, June", lang.EN},
	} {
		if got, spoken := of.In(test.l, test.text); got != test.want || spoken != test.spoken {
			t.Errorf("%s: %q in %s, want %q in %s", name, got, spoken, test.want, test.spoken)
		}
	}
}

func TestWordsOfTheDataStandInASentenceInTheirLanguage(t *testing.T) {
	place := lang.Say("port", "harbour")
	place.Set("tlh", "vergh")
	text := lang.Say("trouvé au {where}", "found in {where}").With(lang.In("where", place))
	if got, spoken := of.In("tlh", text); got != "vergh tu'lu'" || spoken != "tlh" {
		t.Errorf("%q in %s", got, spoken)
	}
}

func TestSentencesThatReadTheSameAreEqual(t *testing.T) {
	if once, again := read(lang.Say("mai", "May")), read(lang.Say("mai", "May")); once != again {
		t.Error("one sentence composed twice is two")
	}
}

func TestWhatABraceHoldsIsASlot(t *testing.T) {
	if got := lang.Slots("{a}, then {b}{a}"); !slices.Equal(got, []string{"a", "b", "a"}) {
		t.Errorf("got %q", got)
	}
	if lang.Wordy("{a}, {b} (2)") || !lang.Wordy("{a} to {b}") {
		t.Error("words are what is a letter outside of braces")
	}
}
