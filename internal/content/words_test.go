package content_test

import "testing"

func TestTheFirstParagraphIsGivenAsWordsAlone(t *testing.T) {
	c, _ := load(t, front+"En 2024, {figure:orders/2024} & *plus* [au cloud](/glossaire/#cloud) :\n`code` &eacute;t\\*.\n\nAutre chose.\n")
	doc := c.InEveryLanguage(c.Pages()[0].Key)[0]
	got := doc.Words(func(id string) string { return "<" + id + ">" })
	if want := "En 2024, <orders/2024> & plus au cloud\u00a0: code ét*."; got != want {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}
