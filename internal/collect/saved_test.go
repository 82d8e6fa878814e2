package collect_test

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/collect"
)

func TestFilesSavedByHandGiveTheSame(t *testing.T) {
	fetched := newSite(t)
	fetched.source.Collect.Addresses = []string{page1, page2}
	fetched.web.pages[page1] = "next: linked.csv\n" + fetched.web.pages[page1]
	fetched.web.pages[page2] = rows(50, 3)
	fetched.web.pages["https://example.org/linked.csv"] = rows(60, 3)
	fetched.collect()
	for name, files := range map[string][]string{
		"under their own names":                     {"one.csv", "two.csv", "linked.csv"},
		"under their own names, in a folder":        {"essai/one.csv", "essai/two.csv", "essai/linked.csv"},
		"under other names, in a folder, in order":  {"essai/1 première", "essai/3 dernière", "essai/2 lien"},
		"some by name, the others in their order":   {"essai/b", "two.csv", "essai/linked.csv"},
		"beside files that have nothing to do here": {"one.csv", "two.csv", "essai/linked.csv", "other.pdf", "essai/.hidden"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.source = fetched.source
			dir := t.TempDir()
			for i, file := range files {
				file = filepath.Join(dir, file)
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				contents := []string{fetched.web.pages[page1], fetched.web.pages[page2], fetched.web.pages["https://example.org/linked.csv"], "%PDF-", "x"}
				if err := os.WriteFile(file, []byte(contents[i]), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			s.with = func(o *collect.Options) { o.From, o.Getter = dir, nil }
			s.want(s.collect(), collect.Read, "")
			if diff := cmp.Diff(fetched.file("collected/essai.csv"), s.file("collected/essai.csv")); diff != "" {
				t.Error(diff)
			}
			if !strings.Contains(s.file("collected/essai.state.yaml"), "by_hand: true") {
				t.Error("the state does not say that the files were saved by hand")
			}
			before := s.tree()
			s.want(s.collect(), collect.Unchanged, "")
			if diff := cmp.Diff(before, s.tree()); diff != "" {
				t.Error(diff)
			}
			if _, err := os.Stat(filepath.Join(dir, files[0])); err != nil {
				t.Error("the saved file is gone")
			}
			same(s)
		})
	}
}

func TestPagesSavedByHandEndWithTheLastFile(t *testing.T) {
	s := newSite(t)
	s.source.Collect.Addresses = []string{"https://example.org/list?page={page}", page2}
	dir := t.TempDir()
	for name, content := range map[string]string{"essai/a": header + rows(1, 5), "essai/b": rows(6, 5), "two.csv": rows(50, 1)} {
		if err := errors.Join(os.MkdirAll(filepath.Join(dir, "essai"), 0o755), os.WriteFile(filepath.Join(dir, name), []byte(content), 0o644)); err != nil {
			t.Fatal(err)
		}
	}
	s.with = func(o *collect.Options) { o.From, o.Getter = dir, nil }
	o := s.collect()
	s.want(o, collect.Read, "")
	if o.Listed != 11 {
		t.Errorf("reports %+v", o)
	}
}

func TestFilesSavedByHandThatCannotBeUsedTouchNothing(t *testing.T) {
	for name, one := range map[string]struct {
		content string
		status  collect.Status
		want    string
	}{
		"none":                    {"", collect.Skipped, "no file was saved for it (neither one.csv nor anything in a folder "},
		"a page instead":          {"<!DOCTYPE html><html>", collect.Broken, "is text/html, text/csv was wanted"},
		"a file too large":        {strings.Repeat("x", 21000), collect.Broken, "more than the 20000 bytes"},
		"a link that is not here": {"next: more.csv\n" + header + rows(1, 10), collect.Broken, "save it as"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			s.collect()
			before := s.tree()
			dir := t.TempDir()
			if one.content != "" {
				if err := os.WriteFile(filepath.Join(dir, "one.csv"), []byte(one.content), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			s.with = func(o *collect.Options) { o.From, o.Getter = dir, nil }
			o := s.collect()
			if o.Status != one.status || !strings.Contains(o.Why.Reason.EN, one.want) {
				t.Errorf("reports %s, %s", o.Status, o.Why.Reason.EN)
			}
			if diff := cmp.Diff(before, s.tree()); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestATextSavedByHandHasTheCharsetOfItsLetters(t *testing.T) {
	plain := header + rows(1, 9) + strings.Repeat("left: sans accent\n", 200)
	plain = strings.ReplaceAll(plain, "é", "e")
	for name, one := range map[string]struct{ line, want string }{
		"UTF-8, after a page of plain letters":        {"010;Hébergeur;Nuage;2026-11-30;1\n", `"charset": "utf-8"`},
		"windows-1252, after a page of plain letters": {"010;H\xe9bergeur;Nuage;2026-11-30;1\n", `"charset": "windows-1252"`},
	} {
		s := newSite(t)
		dir := t.TempDir()
		if err := os.WriteFile(filepath.Join(dir, "one.csv"), []byte(plain+one.line), 0o644); err != nil {
			t.Fatal(err)
		}
		s.with = func(o *collect.Options) { o.From, o.Getter = dir, nil }
		s.collect()
		found := false
		for file, content := range s.tree() {
			found = found || strings.HasSuffix(file, ".json") && strings.Contains(content, one.want)
		}
		if !found {
			t.Errorf("%s: no sidecar says %s", name, one.want)
		}
	}
}

func TestAFileThatIsStillBeingDownloadedIsNoDocument(t *testing.T) {
	for name, files := range map[string][]string{
		"of Firefox, beside the place that it will have": {"one.csv", "one.csv.part"},
		"of Chromium": {"essai/one.csv.crdownload"},
	} {
		t.Run(name, func(t *testing.T) {
			s := newSite(t)
			dir := t.TempDir()
			for _, file := range files {
				file = filepath.Join(dir, file)
				if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
					t.Fatal(err)
				}
				if err := os.WriteFile(file, []byte(s.web.pages[page1]), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			s.with = func(o *collect.Options) { o.From, o.Getter = dir, nil }
			if o := s.collect(); o.Status != collect.Broken || !strings.Contains(o.Why.Reason.EN, "still being downloaded") {
				t.Errorf("%+v", o.Why)
			}
		})
	}
}
