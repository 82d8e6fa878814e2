package cli_test

import (
	"bytes"
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"

	"golang.org/x/tools/txtar"

	"vigie/internal/cli"
	"vigie/internal/france"
)

// A made-up source, on this machine: the address is put in by the test.
const madeUpSource = `
-- config.yaml --
site: {title: Essai, description: Rien ici n'est vrai.}
publisher: {name: Essai, kind: project}
collect: {contact: contact@example.org}
-- data/sources/liste-essai.yaml --
title: Liste d’essai
publisher: Personne
url: https://example.org/liste.json
kind: dataset
quality: primary
licence: etalab-2.0
redistributable: true
cadence: irregular
collect:
  addresses: [%s/liste.json]
  media: [application/json]
  recipe:
    format: json
    rows: /lignes/*
    key: [code]
    title: [nom]
    fields:
      - {name: code, label: {fr: Code, en: Code}, from: /code, as: code, required: true}
      - {name: nom, label: {fr: Nom, en: Name}, from: /nom, as: text}
    next: /suite
  limits: {bytes: 1 k, seconds: 10}
  bounds: {rows_min: 2, rows_max: 10, unreadable: 0, gone: 50}
`

func TestCollectVisitsAndKeepsTheLastGoodRecords(t *testing.T) {
	var answer atomic.Pointer[http.HandlerFunc]
	var unchanged atomic.Int32
	pages := func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		w.Header().Set("ETag", `"`+r.URL.RawQuery+`"`)
		if r.Header.Get("If-None-Match") == w.Header().Get("ETag") {
			unchanged.Add(1)
			w.WriteHeader(http.StatusNotModified)
			return
		}
		if r.URL.RawQuery == "" {
			fmt.Fprint(w, `{"lignes": [{"code": "001", "nom": "Un"}, {"code": "002", "nom": "Deux"}], "suite": "/liste.json?page=2"}`)
			return
		}
		fmt.Fprint(w, `{"lignes": [{"code": "003", "nom": "Trois"}], "suite": null}`)
	}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path == "/robots.txt" {
			http.NotFound(w, r)
			return
		}
		(*answer.Load())(w, r)
	}))
	defer server.Close()
	set := func(h http.HandlerFunc) { answer.Store(&h) }
	set(pages)
	folder := t.TempDir()
	if err := unpack(txtar.Parse([]byte(fmt.Sprintf(madeUpSource, server.URL))), folder); err != nil {
		t.Fatal(err)
	}
	t.Chdir(folder)
	collect := func(want int, words string) {
		t.Helper()
		var out, errs bytes.Buffer
		code := cli.Run(france.Extension(), []string{"collect", "--loopback", "--lang", "en", "--quiet", "--report", "md"}, strings.NewReader(""), &out, &errs)
		if code != want || !strings.Contains(out.String(), words) {
			t.Errorf("exits %d, want %d and %q:\n%s%s", code, want, words, out.String(), errs.String())
		}
	}

	collect(0, "3\u00a0new")
	before := files(t, folder)
	collect(0, "Nothing has changed.")
	if got := unchanged.Load(); got != 2 {
		t.Errorf("%d answers were 304, want 2", got)
	}
	for name, content := range files(t, folder) {
		if before[name] != content {
			t.Errorf("%s has changed", name)
		}
		delete(before, name)
	}
	if len(before) > 0 {
		t.Errorf("files are gone: %v", before)
	}

	table := filepath.Join("data", "collected", "liste-essai.csv")
	good := read(t, table)
	for words, fault := range map[string]http.HandlerFunc{
		"closed to robots":         func(w http.ResponseWriter, _ *http.Request) { w.WriteHeader(http.StatusForbidden) },
		"nothing any more":         http.NotFound,
		"not of the type expected": func(w http.ResponseWriter, _ *http.Request) { fmt.Fprint(w, "<!DOCTYPE html><p>Maintenance") },
		"larger than allowed":      func(w http.ResponseWriter, _ *http.Request) { endless(w) },
		"leads to a site": func(w http.ResponseWriter, r *http.Request) {
			http.Redirect(w, r, "http://127.0.0.2:1/", http.StatusFound)
		},
	} {
		set(fault)
		collect(1, words)
		collect(1, "the records kept are those read on")
		if read(t, table) != good {
			t.Errorf("%s: the last good records are not kept", words)
		}
	}
	if state := read(t, filepath.Join("data", "collected", "liste-essai.state.yaml")); !strings.Contains(state, "state: stale") {
		t.Error(state)
	}
	set(pages)
	collect(0, "unchanged, 3\u00a0records listed")
	if spooled, err := filepath.Glob(filepath.Join(".cache", "visits-*")); err != nil || len(spooled) > 0 {
		t.Error(spooled, err)
	}
}

func endless(w http.ResponseWriter) {
	w.Header().Set("Content-Type", "application/json")
	for range 100 {
		if _, err := w.Write(bytes.Repeat([]byte(" "), 100)); err != nil {
			return
		}
	}
}

func read(t *testing.T, name string) string {
	t.Helper()
	content, err := os.ReadFile(name)
	if err != nil {
		t.Fatal(err)
	}
	return string(content)
}

// files is every file below a folder.
func files(t *testing.T, folder string) map[string]string {
	t.Helper()
	all := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, e os.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			all[name] = read(t, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}
