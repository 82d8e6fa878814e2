package picture_test

import (
	"bytes"
	"encoding/xml"
	"image/png"
	"strings"
	"testing"

	"vigie/internal/chart/picture"
)

// laid is a card as its SVG sets it.
type laid struct {
	Texts []struct {
		X     float64 `xml:"x,attr"`
		Y     float64 `xml:"y,attr"`
		Size  float64 `xml:"font-size,attr"`
		Wide  float64 `xml:"textLength,attr"`
		Words string  `xml:",chardata"`
	} `xml:"text"`
}

func layOut(t *testing.T, c picture.Card) (laid, string) {
	t.Helper()
	var l laid
	if err := xml.Unmarshal(c.SVG(), &l); err != nil {
		t.Fatal(err)
	}
	var words []string
	for _, text := range l.Texts {
		words = append(words, text.Words)
	}
	return l, strings.Join(words, " ")
}

const others = "La suite est ailleurs."

func TestNoWordOfACardLeavesItOrStandsOnAnother(t *testing.T) {
	long := strings.Repeat("Direction interministérielle d'un très long nom, ", 12)
	for name, c := range map[string]picture.Card{
		"short":              {Over: "Essai", Title: "ADEME", Lines: []string{"Oui."}, Foot: []string{"30 novembre 2026", "example.org"}},
		"nothing but a name": {Title: "ADEME"},
		"a long name":        {Over: "Essai", Kind: "Ministère", Title: long, Lines: []string{"Oui."}, Foot: []string{"a", "b"}},
		"a word without end": {Title: strings.Repeat("W", 300), Lines: []string{strings.Repeat("W", 900)}, Foot: []string{strings.Repeat("w/", 300)}},
		"long lines":         {Title: long, Lines: []string{long + long + long, long}, More: others, Foot: []string{long}},
		"many lines":         {Title: "ADEME", Kind: long, Over: long, Lines: strings.Split(strings.Repeat("Cloud externe : un, deux|", 30), "|"), More: others, Foot: []string{"a", "b"}},
	} {
		l, _ := layOut(t, c)
		below := 0.0
		for _, text := range l.Texts {
			if top := text.Y - text.Size*0.9; top < below-1 || text.X < 20 || text.X+text.Wide > picture.CardWidth-20 ||
				text.Y > picture.CardHeight-20 {
				t.Errorf("%s: %.40q stands at %v, %v, %v wide, below %v", name, text.Words, text.X, text.Y, text.Wide, below)
			}
			below = text.Y
		}
	}
}

func TestACardSaysThatItLeavesWordsOut(t *testing.T) {
	lines := []string{"Cloud interne : un", "Cloud externe : deux", "Moyens propres : trois"}
	if _, words := layOut(t, picture.Card{Title: "ADEME", Lines: lines, More: others}); !strings.Contains(words, strings.Join(lines, " ")) {
		t.Errorf("there is room for three lines, and it says %q", words)
	}
	_, words := layOut(t, picture.Card{Title: "ADEME", Lines: append(lines, strings.Repeat("Sans réponse : autre chose. ", 60)), More: others})
	if !strings.Contains(words, others) || strings.Contains(words, "Sans réponse") {
		t.Errorf("the last line has no room, and it says %q", words)
	}
	if _, words = layOut(t, picture.Card{Title: strings.Repeat("mot ", 90)}); !strings.HasSuffix(words, "…") {
		t.Errorf("a title that was cut does not say so: %q", words)
	}
}

func TestACardIsDrawnInTheSizeThatOthersAskFor(t *testing.T) {
	var out bytes.Buffer
	if err := picture.PNG(&out, picture.Card{Title: "L'État <&>", Lines: []string{"Oui."}}.SVG(), picture.CardWidth); err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(&out)
	if err != nil {
		t.Fatal(err)
	}
	if b := img.Bounds(); b.Dx() != 1200 || b.Dy() != 630 {
		t.Errorf("it is %v", b)
	}
}

func TestLettersWithoutAFormAreNamed(t *testing.T) {
	if got := picture.Lacking("Œuvre à l’État, 84 M€ – « oui »…"); len(got) > 0 {
		t.Errorf("the fonts lack %q", got)
	}
	if got := picture.Lacking("un ☃"); string(got) != "☃" {
		t.Errorf("the fonts lack %q, want the snowman", got)
	}
}
