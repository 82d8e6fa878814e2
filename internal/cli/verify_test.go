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
	says(0, "", "build", "--quiet", "--as-of", "2026-11-30")
	says(0, "(100.0 %); no fault", "verify")
	says(0, `"faults": []`, "verify", "--format", "json", "--without-copies")
	says(2, "--format is text or json", "verify", "--format", "xml")

	t.Log("one digit of one page")
	page := filepath.Join(project, "public", "commandes", "index.html")
	whole, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	write(t, page, strings.Replace(string(whole), `value="84000000"`, `value="84000001"`, 1))
	says(1, "commandes/index.html: the value of a figure is not that of the data [ugap-orders-per-year/2025]\n    found: 84000001\n    data:  84000000", "verify", "--without-copies", "--quiet")

	says(1, "what now:   vigie build", "verify", "--without-copies")

	t.Log("what is behind a number")
	says(0, "claim ugap-orders-2024-hearing", "explain", "ugap-orders-per-year/2024")
	says(0, "figures: ", "explain", "/commandes/")
	says(0, `"formula": "a / (1 + g / 100)"`, "explain", "calculation/2022-orders", "--format", "json", "--lang", "en")
	says(2, "did you mean ugap-orders-per-year/2024?", "explain", "ugap-order-per-year/2024")
	says(2, "did you mean /commandes/?", "explain", "/commande/")
	says(2, "explain takes one name, page or address", "explain")
	says(2, "--lang is fr or en", "explain", "51.6", "--lang", "de")
}
