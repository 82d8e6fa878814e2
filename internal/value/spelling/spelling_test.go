package spelling_test

import (
	"testing"

	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/unicode/norm"

	"vigie/internal/value/spelling"
)

func TestDoubleEncodingIsUndoneWhereItIsCertain(t *testing.T) {
	for in, want := range map[string]string{
		"HÃ©bergement du site":      "Hébergement du site",
		"HÃƒÂ©bergement":            "Hébergement", // twice
		"Ã‰tat":                     "État",
		"Ã\u0089tat":                "État", // as Latin-1
		"lâ€™infogÃ©rance":          "l’infogérance",
		"l\u0092h\u00e9bergement":   "l’hébergement", // Windows-1252 as Latin-1
		"nÂ° 3 Â« essai Â»":         "n° 3 « essai »",
		"voilÃ\u00a0 tout":          "voilà tout",
		"cÅ“ur, 5 â‚¬, essai â€“ 2": "cœur, 5 €, essai – 2",
		"ï»¿Objet":                  "Objet",
		"HeÌ\u0081bergement":        "Hébergement",
		"HA\u0303©bergement":        "Hébergement", // and then saved in another form
	} {
		if got := spelling.Of(in); got != (spelling.Text{Text: want, Repaired: true}) {
			t.Errorf("%q gives %+v", in, got)
		}
	}
}

func TestWhatIsWrittenWellIsLeftAlone(t *testing.T) {
	for _, text := range []string{"", "plain", "Hébergement", "« MARCHÉ»", "THÉÂTRE", "SÃO PAULO", "Ångström", "l’État – 5 €", "où ? là", "¿Qué?", "voilà »",
		"https://essai.example/page?objet=x", "CÔTÉ«", "ÂGE", "雲", "Ÿ“", "naïve»", "fenêtre™"} {
		if got := spelling.Of(text); got != (spelling.Text{Text: text}) {
			t.Errorf("%q gives %+v", text, got)
		}
	}
}

func TestALostLetterIsNoticed(t *testing.T) {
	for _, text := range []string{"infog\ufffdrance", "\ufffd", "H?bergement", "l¿hébergement", "voilÃ tout", "a\x1ab", "â€ essai", "x/y \ufffd"} {
		if got := spelling.Of(text); !got.Lost || got.Repaired || got.Text != text {
			t.Errorf("%q gives %+v", text, got)
		}
	}
	if got := spelling.Of("HÃ©bergement, infogï¿½rance"); got != (spelling.Text{Text: "Hébergement, infog\ufffdrance", Repaired: true, Lost: true}) {
		t.Errorf("a text of both kinds gives %+v", got)
	}
}

func TestTextsHaveOneUnicodeForm(t *testing.T) {
	for _, text := range []string{"Hébergement", "œuvre à l’État", "Ç"} {
		if got := spelling.Of(norm.NFD.String(text)); got != (spelling.Text{Text: text}) {
			t.Errorf("%q gives %+v", norm.NFD.String(text), got)
		}
	}
}

func TestPlainTextsCostNothing(t *testing.T) {
	if n := testing.AllocsPerRun(100, func() { spelling.Of("Hébergement – « œuvre » de l’État, 5 €") }); n > 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzAnyTextIsSpeltOnce(f *testing.F) {
	f.Add("HÃ©bergement \xff ? â€™ Ìˆ")
	f.Fuzz(func(t *testing.T, text string) {
		once := spelling.Of(text)
		if spelling.Sound(text) && once != (spelling.Text{Text: norm.NFC.String(text)}) {
			t.Errorf("%q is sound, and becomes %+v", text, once)
		}
		if len(text) < 200 && !once.Repaired && once.Text != norm.NFC.String(text) {
			t.Errorf("%q gives %q, and notes nothing", text, once.Text)
		}
		if twice := spelling.Of(once.Text); twice.Text != once.Text || twice.Repaired || twice.Lost != once.Lost {
			t.Errorf("%q gives %+v, then %+v", text, once, twice)
		}
	})
}

// Every accent of French goes through any wrong encoding and back.
func TestEveryFrenchAccentComesBack(t *testing.T) {
	const letters = "àâäæçéèêëîïôöœùûüÿÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸ«»’“”–—…€°"
	for _, r := range letters {
		text := "x" + string(r) + "y"
		for name, m := range map[string]*charmap.Charmap{"Latin-1": charmap.ISO8859_1, "Windows-1252": charmap.Windows1252} {
			wrong := ""
			for _, b := range []byte(text) {
				d := m.DecodeByte(b)
				if d == '\ufffd' {
					d = rune(b) // as browsers and Python's latin-1 do
				}
				wrong += string(d)
			}
			if got := spelling.Of(wrong); got.Text != text || !got.Repaired {
				t.Errorf("%s: %q gives %+v, want %q", name, wrong, got, text)
			}
		}
	}
}
