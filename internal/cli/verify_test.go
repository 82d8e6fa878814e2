package cli_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestVerifyProvesTheSiteThatWasBuilt(t *testing.T) {
	project := copyOfTheProject(t)
	says := func(wantCode int, want string, args ...string) {
		t.Helper()
		code, stdout, stderr := vigie(t, project, args...)
		if code != wantCode || !strings.Contains(stdout+stderr, want) {
			t.Errorf("vigie %s exits %d, want %d and %q:\n%s%s", strings.Join(args, " "), code, wantCode, want, stdout, stderr)
		}
	}
	says(3, "there is no built site here", "verify")
	says(0, "", "build", "--quiet", "--as-of", "2026-11-23")
	says(0, "(100.0 %); no fault", "verify")
	says(0, `"faults": []`, "verify", "--format", "json", "--without-copies")
	says(2, "--format is text or json", "verify", "--format", "xml")

	t.Log("one digit of one page")
	page := filepath.Join(project, "public", "donnees", "series", "index.html")
	whole, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	write(t, page, strings.Replace(string(whole), `value="51600000"`, `value="51600001"`, 1))
	says(1, "donnees/series/index.html: the value of a figure is not that of the data [example-orders/2024]\n    found: 51600001\n    data:  51600000", "verify", "--without-copies", "--quiet")

	says(1, "what now:   vigie build", "verify", "--without-copies")

	t.Log("what is behind a number")
	says(0, "claim example-orders-2024-b", "explain", "example-orders/2024")
	says(0, "figures: ", "explain", "/donnees/series/")
	says(0, `"formula": "(b - a) / a * 100"`, "explain", "calculation/example-growth", "--format", "json", "--lang", "en")
	says(2, "did you mean example-orders/2024?", "explain", "example-order/2024")
	says(2, "did you mean /commandes/?", "explain", "/commande/")
	says(2, "explain takes one name, page or address", "explain")
	says(2, "--lang is fr or en", "explain", "51.6", "--lang", "de")
}
