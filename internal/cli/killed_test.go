package cli_test

import (
	"fmt"
	"io/fs"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"
)

// held is a made-up source of two pages, the second of which stops in its middle as
// long as it is asked to.
type held struct {
	stop    chan struct{} // closed once the second page need not stop
	stopped chan struct{} // what is sent when it stops
}

func (h held) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Type", "application/json")
	switch r.URL.RequestURI() {
	case "/robots.txt":
		http.NotFound(w, r)
	case "/liste.json":
		fmt.Fprint(w, `{"lignes":[{"code":"a","nom":"Un"},{"code":"b","nom":"Deux"}],"suite":"/liste.json?page=2"}`)
	default:
		fmt.Fprint(w, `{"lignes":[{"code":"c",`)
		w.(http.Flusher).Flush()
		select {
		case <-h.stop:
		case h.stopped <- struct{}{}:
			select {
			case <-h.stop:
			case <-r.Context().Done():
			}
		}
		fmt.Fprint(w, `"nom":"Trois"}],"suite":null}`)
	}
}

// TestWhatAKilledCollectLeavesIsSweptByTheNext kills a real process while it fetches,
// and leaves in data/ what one that is killed while it writes leaves there.
func TestWhatAKilledCollectLeavesIsSweptByTheNext(t *testing.T) {
	source := held{make(chan struct{}), make(chan struct{})}
	server := httptest.NewServer(source)
	t.Cleanup(server.Close)
	folder := t.TempDir()
	if err := unpack(txtar.Parse(fmt.Appendf(nil, madeUpSource, server.URL)), folder); err != nil {
		t.Fatal(err)
	}
	collect := func(flags ...string) *exec.Cmd {
		run := exec.Command("vigie", append([]string{"collect", "--loopback", "--quiet"}, flags...)...)
		run.Dir = folder
		return run
	}

	killed := collect()
	if err := killed.Start(); err != nil {
		t.Fatal(err)
	}
	<-source.stopped
	if out, err := collect().CombinedOutput(); err == nil || !strings.Contains(string(out), "another vigie collect") {
		t.Errorf("a second one beside it: %v, %s", err, out)
	}
	if err := killed.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = killed.Wait()
	left := below(t, folder, ".cache")
	if len(left) < 3 { // the first page, half of the second, the lock
		t.Fatalf("it had fetched nothing: %q", left)
	}
	for _, name := range []string{"data/snapshots/liste-essai/.writing-1", ".cache/snapshots/liste-essai/.writing-2",
		"data/collected/.liste-essai.csv123", "data/collected/.liste-essai.state.yaml9"} {
		if err := unpack(&txtar.Archive{Files: []txtar.File{{Name: name, Data: []byte("half")}}}, folder); err != nil {
			t.Fatal(err)
		}
	}

	close(source.stop)
	if out, err := collect().CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := []string{".cache/collect.lock"}
	if diff := cmp.Diff(want, below(t, folder, ".cache")); diff != "" {
		t.Error(diff)
	}
	for _, name := range below(t, folder, "data") {
		if strings.HasPrefix(filepath.Base(name), ".") {
			t.Errorf("%s is left", name)
		}
	}
	if content, err := os.ReadFile(filepath.Join(folder, "data/collected/liste-essai.csv")); err != nil || !strings.Contains(string(content), "Trois") {
		t.Errorf("%v, %s", err, content)
	}
}

// TestACollectThatIsAskedToEndLeavesNothing asks while it fetches.
func TestACollectThatIsAskedToEndLeavesNothing(t *testing.T) {
	source := held{make(chan struct{}), make(chan struct{})}
	server := httptest.NewServer(source)
	t.Cleanup(server.Close)
	folder := t.TempDir()
	if err := unpack(txtar.Parse(fmt.Appendf(nil, madeUpSource, server.URL)), folder); err != nil {
		t.Fatal(err)
	}
	before := below(t, folder, "data")
	run := exec.Command("vigie", "collect", "--loopback")
	run.Dir = folder
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	<-source.stopped
	if err := run.Process.Signal(syscall.SIGTERM); err != nil {
		t.Fatal(err)
	}
	if _ = run.Wait(); run.ProcessState.ExitCode() != 3 {
		t.Errorf("it ended with %v", run.ProcessState)
	}
	if diff := cmp.Diff(before, below(t, folder, "data")); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]string{".cache/collect.lock"}, below(t, folder, ".cache")); diff != "" {
		t.Error(diff)
	}
}

// below are the files below a folder of a project, by name.
func below(t *testing.T, project, folder string) (out []string) {
	t.Helper()
	err := fs.WalkDir(os.DirFS(project), folder, func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			out = append(out, name)
		}
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}
