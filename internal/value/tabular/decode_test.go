package tabular_test

import (
	"io"
	"strings"
	"testing"
	"testing/iotest"

	"vigie/internal/value/tabular"
)

func TestATextIsReadInItsEncodingWhateverWasAnnounced(t *testing.T) {
	long := strings.Repeat("plain letters, ", 1000)
	for name, one := range map[string]struct{ text, charset, want string }{
		"UTF-8":                                   {"démarche", "utf-8", "démarche"},
		"UTF-8 that was taken for another":        {"démarche", "windows-1252", "démarche"},
		"UTF-8 after many plain letters":          {long + "démarche", "windows-1252", long + "démarche"},
		"Latin-1 as announced":                    {"d\xe9marche", "iso-8859-1", "démarche"},
		"Latin-1 after many plain letters":        {long + "d\xe9marche", "", long + "démarche"},
		"Windows-1252 when nothing was announced": {"l\x92\xc9tat \x80", "", "l’État €"},
		"a byte-order mark":                       {"\xef\xbb\xbfdémarche", "windows-1252", "démarche"},
		"UTF-16":                                  {"\xff\xfed\x00\xe9\x00", "", "dé"},
		"UTF-16 without its mark":                 {"d\x00\xe9\x00m\x00a\x00r\x00c\x00h\x00e\x00", "", "démarche"},
		"what a Mac wrote":                        {"N\xa1 ; entr\x8ee ; for\x90t", "windows-1252", "N° ; entrée ; forêt"},
		"what MS-DOS wrote":                       {"N\xf8 ; entr\x82e ; for\x88t", "", "N° ; entrée ; forêt"},
		"what a Mac wrote, with more signs":       {"for\x90t ; C\xcfur \xd0 L\xd5h\x99te", "", "forêt ; Cœur – L’hôte"},
		"what MS-DOS wrote, with a word à":        {"H\x82berg\x82 \x85 Orl\x82ans", "", "Hébergé à Orléans"},
		"a name of another language":              {"entr\xe9e ; \x8ei\x9eka", "", "entrée ; Žižka"},
		"broken UTF-8":                            {"d\xe9marche", "utf-8", "d\ufffemarche"},
		"UTF-8 that breaks far on":                {"é" + long + "\xe9", "", "é" + long + "\ufffe"},
		"a letter that the source has lost":       {"d\ufffdmarche", "", "d\ufffdmarche"},
		"nothing":                                 {"", "", ""},
	} {
		for way, wrap := range map[string]func(io.Reader) io.Reader{
			"at once":      func(r io.Reader) io.Reader { return r },
			"byte by byte": iotest.OneByteReader,
		} {
			r, err := tabular.Decoded(wrap(strings.NewReader(one.text)), one.charset)
			if err != nil {
				t.Fatal(err)
			}
			got, err := io.ReadAll(r)
			if err != nil || string(got) != one.want {
				t.Errorf("%s, %s: %.60q (%v), want %.60q", name, way, got, err, one.want)
			}
		}
	}
	if _, err := tabular.Decoded(strings.NewReader(""), "klingon"); err == nil {
		t.Error("a charset that does not exist is taken")
	}
}

// A character that is cut by the sample does not make it another encoding.
func TestASampleMayCutACharacter(t *testing.T) {
	for before := range 4 {
		text := "é" + strings.Repeat("a", before) + strings.Repeat("€", 3000)
		r, err := tabular.Decoded(strings.NewReader(text), "windows-1252")
		if err != nil {
			t.Fatal(err)
		}
		if got, err := io.ReadAll(r); err != nil || string(got) != text {
			t.Errorf("after %d letters: %v", before, err)
		}
	}
}
