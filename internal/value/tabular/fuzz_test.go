package tabular_test

import (
	"encoding/json"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"vigie/internal/value/tabular"
)

func FuzzACellIsReadOneWay(f *testing.F) {
	for _, seed := range []string{"1 234,56", "12.500", "15,4 %", "31/07/2026", "31 juillet 2026", "1er août 2026", "juin 2026", "2026-07-31", "1,5E+06", "-0", "T1 2026", "=1+1"} {
		f.Add(seed, "d mmmm yyyy")
	}
	f.Fuzz(func(t *testing.T, text, format string) {
		if n, ok := tabular.Decimal(text); ok {
			if again, ok := tabular.Decimal(n); !ok || again != n {
				t.Errorf("%q is the number %q, which is the number %q, %v", text, n, again, ok)
			}
		}
		if p, ok := tabular.Percent(text); ok && p == "" {
			t.Errorf("%q is a share of nothing", text)
		}
		if d, ok := tabular.Date(text); ok {
			if again, ok := tabular.Date(d.String()); !ok || again.Compare(d) != 0 {
				t.Errorf("%q is the date %s, which is %s, %v", text, d, again, ok)
			}
		}
		if dates, err := tabular.ParseDateFormat(format); err == nil {
			if d, ok := dates.Date(text); ok && d.IsZero() {
				t.Errorf("%q written %q is a date of nothing", text, format)
			}
		}
		if folded := tabular.Fold(text); tabular.Fold(folded) != folded {
			t.Errorf("%q is folded %q, then %q", text, folded, tabular.Fold(folded))
		}
		if once := tabular.Inert(text); tabular.Inert(once) != once {
			t.Errorf("%q becomes %q, then %q", text, once, tabular.Inert(once))
		}
	})
}

func FuzzATextIsDecoded(f *testing.F) {
	f.Add([]byte("été"), "")
	f.Add([]byte("\xe9t\xe9"), "windows-1252")
	f.Add([]byte("\xef\xbb\xbf[{\"a\":1}]"), "utf-8")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Add([]byte("\x1b$B$"), "iso-2022-jp")
	f.Fuzz(func(t *testing.T, raw []byte, charset string) {
		text, err := tabular.Decoded(strings.NewReader(string(raw)), charset)
		if err != nil {
			return
		}
		decoded, err := io.ReadAll(text)
		if err == nil && !utf8.Valid(decoded) {
			t.Errorf("%q in %q gives %q", raw, charset, decoded)
		}
		_ = tabular.Each(strings.NewReader(string(raw)), func(_ int, object map[string]json.RawMessage) error {
			for _, value := range object {
				tabular.Text(value)
			}
			return nil
		})
	})
}
