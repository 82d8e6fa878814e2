package draw_test

import (
	"bytes"
	"io/fs"
	"os"
	"path/filepath"
	"testing"

	"vigie/internal/chart/draw"
	"vigie/internal/value/lang"
)

func TestASecondBuildDrawsNothing(t *testing.T) {
	folder := t.TempDir()
	first := drawer(t, draw.Config{Cache: folder})
	second := drawer(t, draw.Config{Cache: folder})
	for _, example := range examples(t) {
		a, b := mustDraw(t, first, example), mustDraw(t, second, example)
		if !bytes.Equal(a, b) {
			t.Errorf("%s: the cache gives other bytes", example.Name)
		}
	}
	if first.Drawn() != len(examples(t)) || second.Drawn() != 0 {
		t.Errorf("drawn %d then %d, want %d then 0", first.Drawn(), second.Drawn(), len(examples(t)))
	}
}

func TestTheCacheKnowsWhatADrawingDependsOn(t *testing.T) {
	cases := map[string]struct {
		change func(*draw.Job)
		drawn  int
	}{
		"the same job":          {func(j *draw.Job) {}, 1},
		"other words around it": {func(j *draw.Job) { j.Name, j.Prefix, j.Title, j.Desc = "b", "b", "b", "b" }, 1},
		"another option":        {func(j *draw.Job) { j.Options = append(j.Options, ' ') }, 2},
		"another width":         {func(j *draw.Job) { j.Width = 340 }, 2},
		"another height":        {func(j *draw.Job) { j.Height = 100 }, 2},
		"another language":      {func(j *draw.Job) { j.Lang = lang.EN }, 2},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			d := drawer(t, draw.Config{Cache: t.TempDir()})
			mustDraw(t, d, job(bars))
			changed := job(bars)
			c.change(&changed)
			mustDraw(t, d, changed)
			if d.Drawn() != c.drawn {
				t.Errorf("drawn %d times, want %d", d.Drawn(), c.drawn)
			}
		})
	}
}

func TestADamagedDrawingIsDrawnAgainAndMended(t *testing.T) {
	damages := map[string]func([]byte) []byte{
		"cut short":   func(b []byte) []byte { return b[:len(b)/2] },
		"emptied":     func([]byte) []byte { return nil },
		"one bit off": func(b []byte) []byte { b[len(b)-10] ^= 1; return b },
	}
	for name, damage := range damages {
		t.Run(name, func(t *testing.T) {
			folder := t.TempDir()
			want := mustDraw(t, drawer(t, draw.Config{Cache: folder}), job(bars))
			file := onlyFile(t, folder)
			content, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			if err := os.WriteFile(file, damage(content), 0o644); err != nil {
				t.Fatal(err)
			}
			for _, drawn := range []int{1, 0} { // drawn again, then found
				d := drawer(t, draw.Config{Cache: folder})
				if got := mustDraw(t, d, job(bars)); !bytes.Equal(got, want) || d.Drawn() != drawn {
					t.Errorf("drawn %d times, want %d; same bytes: %v", d.Drawn(), drawn, bytes.Equal(got, want))
				}
			}
		})
	}
}

func TestWithoutACacheNothingIsKept(t *testing.T) {
	d := drawer(t, draw.Config{})
	mustDraw(t, d, job(bars))
	mustDraw(t, d, job(bars))
	if d.Drawn() != 2 {
		t.Errorf("drawn %d times, want 2", d.Drawn())
	}
}

// onlyFile finds the one file of a folder, and so also that no other was left.
func onlyFile(t *testing.T, folder string) string {
	t.Helper()
	var files []string
	err := filepath.WalkDir(folder, func(path string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			files = append(files, path)
		}
		return err
	})
	if err != nil || len(files) != 1 {
		t.Fatalf("files %q, %v; want one", files, err)
	}
	return files[0]
}
