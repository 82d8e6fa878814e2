package output_test

import (
	"slices"
	"strings"
	"testing"

	"vigie/internal/output"
)

func TestPaths(t *testing.T) {
	for name, c := range map[string]struct{ path, wrong string }{
		"a page":                          {"offres/nubo/index.html", ""},
		"a hidden folder":                 {".well-known/security.txt", ""},
		"a file in capitals":              {"SHA256SUMS", ""},
		"no path":                         {"", "without a path"},
		"an absolute path":                {"/etc/passwd", "starts with a slash"},
		"a way out":                       {"a/../../b", "leaves its own folder"},
		"a part that is a dot":            {"a/./b", "leaves its own folder"},
		"two slashes":                     {"a//b", "empty part"},
		"a folder in place of a file":     {"a/", "empty part"},
		"an accent":                       {"départements/index.html", "odd name"},
		"a space":                         {"a b.html", "odd name"},
		"a backslash":                     {`a\b.html`, "odd name"},
		"an option of some command":       {"-rf/index.html", "odd name"},
		"a dot at the end":                {"a./index.html", "odd name"},
		"a name longer than a disk takes": {strings.Repeat("a", 256), "at most 255"},
	} {
		t.Run(name, func(t *testing.T) {
			err := output.CheckPath(c.path)
			if c.wrong == "" && err != nil {
				t.Errorf("refused: %v", err)
			}
			if c.wrong != "" && (err == nil || !strings.Contains(err.Error(), c.wrong)) {
				t.Errorf("err = %v, want %q", err, c.wrong)
			}
		})
	}
}

func TestTwoPagesNeverShareAnAddress(t *testing.T) {
	for name, c := range map[string]struct {
		paths []string
		wrong string
	}{
		"one path twice":              {[]string{"a/b", "a/b"}, "written twice"},
		"paths that differ by case":   {[]string{"a/b", "a/B"}, "differ only by case"},
		"folders that differ by case": {[]string{"a/b", "A/c"}, "differ only by case"},
		"a file, then a folder":       {[]string{"a", "a/b"}, "a file and a folder"},
		"a folder, then a file":       {[]string{"a/b/c", "a/b"}, "a file and a folder"},
	} {
		t.Run(name, func(t *testing.T) {
			memory := output.NewMemory()
			var err error
			for _, p := range c.paths {
				if err != nil {
					t.Fatalf("refused too early: %v", err)
				}
				err = memory.Write(p, nil)
			}
			if err == nil || !strings.Contains(err.Error(), c.wrong) {
				t.Errorf("err = %v, want %q", err, c.wrong)
			}
		})
	}
}

func TestMemoryGivesBackWhatWasWritten(t *testing.T) {
	memory := output.NewMemory()
	for _, path := range []string{"b/index.html", "a.css"} {
		if err := memory.Write(path, []byte(path)); err != nil {
			t.Fatal(err)
		}
	}
	if got := memory.Paths(); !slices.Equal(got, []string{"a.css", "b/index.html"}) {
		t.Errorf("paths = %q", got)
	}
	if content, ok := memory.Get("a.css"); !ok || string(content) != "a.css" {
		t.Errorf("a.css = %q, %v", content, ok)
	}
	if _, ok := memory.Get("c"); ok {
		t.Error("a file that nobody wrote")
	}
	if got, want := memory.Written(), (output.Written{Files: 2, Bytes: 17}); got != want {
		t.Errorf("written = %+v, want %+v", got, want)
	}
}

func TestARehearsalKeepsNothingButTheNames(t *testing.T) {
	nowhere := output.NewNowhere()
	if err := nowhere.Write("index.html", []byte("page")); err != nil {
		t.Fatal(err)
	}
	if err := nowhere.Write("index.html", []byte("page")); err == nil {
		t.Error("two pages share an address")
	}
}
