package cli_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"testing"

	"golang.org/x/tools/txtar"

	"vigie/internal/cli"
)

// hushed is a program whose library prints, and breaks where it is asked to.
func hushed() {
	stderr, restore, err := cli.Hush()
	if err != nil {
		panic(err)
	}
	println("a library prints")
	fmt.Fprintln(stderr, "ours")
	if len(os.Args) > 1 {
		panic("it broke")
	}
	restore()
	fmt.Fprintln(os.Stderr, "then")
	os.Exit(0)
}

func TestWhatALibraryPrintsIsNotPassedOn(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("the standard error stays as it is elsewhere")
	}
	out, err := exec.Command("hushed").CombinedOutput()
	if string(out) != "ours\nthen\n" || err != nil {
		t.Errorf("%v, %q", err, out)
	}
	out, err = exec.Command("hushed", "break").CombinedOutput()
	if !strings.HasPrefix(string(out), "ours\n") || !strings.Contains(string(out), "it broke") || strings.Contains(string(out), "a library") || err == nil {
		t.Errorf("%v, %q", err, out)
	}
}

func TestAQuietCollectReportsWhatIsWrongAndNothingElse(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/liste.json" {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "application/json")
		fmt.Fprint(w, `{"lignes":[{"code":"a","nom":"Un"},{"code":"b","nom":"Deux"}]}`)
	}))
	t.Cleanup(server.Close)
	folder := t.TempDir()
	project := txtar.Parse(fmt.Appendf(nil, madeUpSource, server.URL))
	collect := func() string {
		t.Helper()
		if err := unpack(project, folder); err != nil {
			t.Fatal(err)
		}
		run := exec.Command("vigie", "collect", "--loopback", "--quiet", "--lang", "en")
		run.Dir = folder
		out, _ := run.CombinedOutput()
		return string(out)
	}
	if out := collect(); out != "" {
		t.Errorf("when all is well it prints %q", out)
	}
	for _, f := range project.Files {
		if strings.HasSuffix(f.Name, "liste-essai.yaml") {
			gone := strings.NewReplacer("/liste.json]", "/partie.json]", "Liste d’essai", "Liste partie").Replace(string(f.Data))
			project.Files = append(project.Files, txtar.File{Name: "data/sources/liste-partie.yaml", Data: []byte(gone)})
		}
	}
	if out := collect(); !strings.Contains(out, "liste-partie: failed") || strings.Contains(out, "liste-essai") {
		t.Errorf("it prints %q", out)
	}
}
