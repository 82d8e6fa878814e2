package serve_test

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"vigie/internal/serve"
)

func write(t *testing.T, path string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte("x"), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestAFolderThatIsALinkIsWatchedWhereItLeads(t *testing.T) {
	root, elsewhere := t.TempDir(), t.TempDir()
	write(t, filepath.Join(elsewhere, "offers/a.yaml"))
	write(t, filepath.Join(elsewhere, "lost+found/a.yaml"))
	if err := os.Symlink(elsewhere, filepath.Join(root, "data")); err != nil {
		t.Fatal(err)
	}
	watcher, err := serve.Watch(root, []string{"data"}, nil)
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	changes, ended := make(chan bool, 1), make(chan error, 1)
	go func() { ended <- watcher.Run(ctx, func() { changes <- true }) }()
	for _, step := range [][]string{
		{"data/offers/a.yaml"},
		{"data/new/folder/b.yaml"},
		{"data/new/folder/b.yaml"},
		{"data/offers/#a.yaml#", "data/offers/.#a.yaml", "data/offers/4913", "data/offers/a.yaml.orig", "data/offers/a.yaml"}, // only the last one matters
	} {
		for _, path := range step {
			write(t, filepath.Join(root, path))
		}
		<-changes
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}

func TestChangesAreReportedOnceTheFilesRest(t *testing.T) {
	root := t.TempDir()
	write(t, filepath.Join(root, "data/offers/a.yaml"))
	watcher, err := serve.Watch(root, []string{"data", "content"}, []string{"config.yaml"})
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(t.Context())
	changes, ended := make(chan bool), make(chan error, 1)
	changed := func() {
		select {
		case changes <- true:
		case <-ctx.Done():
		}
	}
	go func() { ended <- watcher.Run(ctx, changed) }()

	for _, step := range [][]string{
		{"data/offers/a.yaml"},
		{"config.yaml"},
		{"data/new/folder/b.yaml"}, // folders that appear are watched too
		{"data/new/folder/b.yaml"},
		{"content/fr/accueil.md"},
		{"public/index.html", "README.md", "data/.a.yaml.swp", "data/a.yaml~", "data/a.yaml"}, // only the last one matters
	} {
		for _, path := range step {
			write(t, filepath.Join(root, path))
		}
		<-changes
	}
	stop()
	if err := <-ended; err != nil {
		t.Error(err)
	}
}
