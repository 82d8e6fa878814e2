package config_test

import (
	"os"
	"strings"
	"testing"
	"testing/fstest"

	"vigie/internal/config"
)

func FuzzSettingsAreReadOrRefused(f *testing.F) {
	real, err := os.ReadFile("../../config.yaml")
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(real))
	f.Add("site: {title: a, base_url: 'https://example.org/x'}\nsite: 1\n")
	f.Add("&a [*a]\n")
	f.Fuzz(func(t *testing.T, content string) {
		_, found, err := config.Load(fstest.MapFS{config.File: {Data: []byte(content)}}, nil)
		if err != nil {
			return
		}
		lines := strings.Count(content, "\n") + 1
		for _, p := range found {
			if p.File == config.File && (p.Line < 0 || p.Line > lines) {
				t.Errorf("placed at %s of a file of %d lines: %s", p.Place, lines, p.Message)
			}
		}
	})
}
