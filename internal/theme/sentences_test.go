package theme_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/theme"
	"vigie/internal/value/lang"
)

const patterns = `"Kept: {list}.": "Tenu : {list}."
"From {a} to {b}": "De {a} à {b}"
" (up)": " (en hausse)"
"{a}, {b}": "{a}, {b}"
`

func composed(german string) (theme.Composed, error) {
	layers := []theme.Layer{{Folder: "(in the program) themes/vigie",
		Files: fstest.MapFS{"patterns.yaml": {Data: []byte(patterns)}}},
		{Folder: "themes/mine", Files: fstest.MapFS{}}}
	if german != "" {
		layers[1].Files = fstest.MapFS{"sentences.de.yaml": {Data: []byte(german)}}
	}
	return theme.LoadComposed(lang.Languages{"en", "de"}, layers...)
}

func TestAWrongSentenceOfAnotherLanguageIsReportedAtItsLine(t *testing.T) {
	for name, test := range map[string]struct{ german, want string }{
		"another slot": {"\"Kept: {list}.\": \"Gehalten: {liste}.\"\n",
			`themes/mine/sentences.de.yaml:1:1: "Gehalten: {liste}." has the slots {liste}; "Kept: {list}." has {list}`},
		"a slot too few": {"\n\"From {a} to {b}\": \"Von {a}\"\n",
			`themes/mine/sentences.de.yaml:2:1: "Von {a}" has the slots {a}; "From {a} to {b}" has {a}, {b}`},
		"no slot":      {"\"Kept: {list}.\": \"Gehalten.\"\n", `has the slots none`},
		"a brace left": {"\"Kept: {list}.\": \"Gehalten: {list.\"\n", `has a brace without its other one`},
		"no such sentence": {"\"Kept: {lists}.\": \"Gehalten: {list}.\"\n",
			`the program has no sentence "Kept: {lists}."; did you mean "Kept: {list}."?`},
		"a space lost":  {"\" (up)\": \"(mehr)\"\n", `do not open and end with the same spaces`},
		"no mapping":    {"- a\n", `themes/mine/sentences.de.yaml:1:1: wants a mapping`},
		"a hidden sign": {"\" (up)\": \" (me\\u200bhr)\"\n", `holds the character U+200B`},
	} {
		if _, err := composed(test.german); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%s: got %v, want %s", name, err, test.want)
		}
	}
}

func TestOneWarningCountsTheSentencesThatStandInEnglish(t *testing.T) {
	for german, want := range map[string]string{
		"": "3 of the 3 sentences of the program",
		"\"Kept: {list}.\": \"Gehalten: {list}.\"\n\" (up)\": \"\"\n":                                                "2 of the 3 sentences of the program",
		"\"Kept: {list}.\": \"Gehalten: {list}.\"\n\" (up)\": \" (mehr)\"\n\"From {a} to {b}\": \"{b} (von {a})\"\n": "",
	} {
		c, err := composed(german)
		if err != nil {
			t.Fatal(err)
		}
		found := c.InEnglish(lang.Languages{"en", "de"})
		switch {
		case want == "" && len(found) > 0:
			t.Errorf("all is translated, and still: %v", found)
		case want != "" &&
			(len(found) != 1 || !strings.HasPrefix(found[0].Message, want) || found[0].File != "themes/mine/sentences.de.yaml"):
			t.Errorf("got %v, want %s", found, want)
		}
	}
}

func TestTheFileToFillInReadsBack(t *testing.T) {
	half, err := composed("\"Kept: {list}.\": \"Gehalten: „{list}“.\"\n")
	if err != nil {
		t.Fatal(err)
	}
	var file strings.Builder
	if err := half.WriteSentences(&file, "de"); err != nil {
		t.Fatal(err)
	}
	if !strings.Contains(file.String(), "\n# De {a} à {b}\n\"From {a} to {b}\": \"\"\n") ||
		strings.Contains(file.String(), "{a}, {b}") {
		t.Errorf("the file is\n%s", file.String())
	}
	again, err := composed(file.String())
	if err != nil {
		t.Fatal(err)
	}
	if got := again.Sentences["de"]; len(got) != 1 || got["Kept: {list}."] != "Gehalten: „{list}“." {
		t.Errorf("got %q", got)
	}
}
