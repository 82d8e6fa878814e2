package cli_test

import (
	"bufio"
	"context"
	"encoding/json"
	"io"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"vigie/internal/test/smallproject"
)

// copyOfTheProject is a small project in a folder where a test may break it.
func copyOfTheProject(t *testing.T) string {
	t.Helper()
	drawings, err := filepath.Abs("../../.cache") // drawn once, for all tests
	if err != nil {
		t.Fatal(err)
	}
	t.Setenv("VIGIE_CACHE", drawings)
	return smallproject.Folder(t, "../..")
}

func write(t *testing.T, path, content string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func TestServeShowsEachChangeAndWhatIsWrong(t *testing.T) {
	project := copyOfTheProject(t)
	address, interrupt := startServing(t, project)
	tab := listen(t, address)

	first := tab.hear(func(n news) bool { return n.Number > 0 })
	if first.Problems != "" {
		t.Fatalf("the project itself cannot be built: %s", first.Problems)
	}
	if page := get(t, address); !strings.Contains(page, "/.vigie/live.js") {
		t.Error("the home page does not load the script of live reload")
	}

	if status := statusUnder(t, address, "somebody.example"); status != http.StatusForbidden {
		t.Errorf("the name of another site is answered with %d, want %d", status, http.StatusForbidden)
	}

	t.Log("a setting changes")
	settings, err := os.ReadFile(filepath.Join(project, "config.yaml"))
	if err != nil {
		t.Fatal(err)
	}
	title := regexp.MustCompile(`(?m)^  title: .*$`)
	write(t, filepath.Join(project, "config.yaml"), title.ReplaceAllString(string(settings), "  title: Autre titre d'essai"))
	second := tab.hear(func(n news) bool { return n.Site > first.Site })
	if page := get(t, address); !strings.Contains(page, "Autre titre d") {
		t.Error("the home page does not show the new title")
	}

	t.Log("a record breaks")
	broken := filepath.Join(project, "data", "offers", "cassee.yaml")
	write(t, broken, "nmae: Offre d'essai\n")
	wrong := tab.hear(func(n news) bool { return n.Problems != "" })
	if wrong.Site != second.Site || !strings.Contains(wrong.Problems, "data/offers/cassee.yaml:1:1: error") {
		t.Errorf("the browser receives %+v", wrong)
	}
	if page := get(t, address); !strings.Contains(page, "Autre titre d") {
		t.Error("the last good site is gone")
	}

	t.Log("the record is mended")
	if err := os.Remove(broken); err != nil {
		t.Fatal(err)
	}
	tab.hear(func(n news) bool { return n.Problems == "" && n.Site > second.Site })

	if code := interrupt(); code != 0 {
		t.Errorf("an interrupt exits %d, want 0", code)
	}
}

func TestServeGivesABuiltFolderAsItIsToAnybody(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "secret"), "outside")
	site := filepath.Join(folder, "site")
	if err := os.Mkdir(site, 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, filepath.Join(site, "index.html"), "<h1>essai</h1>")
	if err := os.Symlink("../secret", filepath.Join(site, "out.txt")); err != nil {
		t.Skip(err)
	}
	address, interrupt := startServing(t, folder, "--site", "site")
	if page := get(t, address); page != "<h1>essai</h1>" {
		t.Errorf("the home page is %q", page)
	}
	if status := statusUnder(t, address, "site.example"); status != http.StatusOK {
		t.Errorf("under a public name it answers %d, want 200", status)
	}
	if status := statusUnder(t, address+"out.txt", "site.example"); status != http.StatusNotFound {
		t.Errorf("a link that leads out is answered with %d, want 404", status)
	}
	if code := interrupt(); code != 0 {
		t.Errorf("an interrupt exits %d, want 0", code)
	}
	if err := os.Mkdir(filepath.Join(folder, "nothing"), 0o755); err != nil {
		t.Fatal(err)
	}
	said(t, folder, 3, "nothing: there is no index.html: no site was built there", "serve", "--site", folder+"/nothing", "--address", "127.0.0.1:0")
}

// statusUnder is the answer to a request under another name.
func statusUnder(t *testing.T, address, host string) int {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Host = host
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	return answer.StatusCode
}

// startServing runs vigie serve, waits until it says where it listens, and gives
// that address and a way to interrupt it.
func startServing(t *testing.T, project string, more ...string) (address string, interrupt func() int) {
	t.Helper()
	vigie := exec.Command("vigie", append([]string{"serve", "--address", "127.0.0.1:0", "--as-of", "2026-11-23"}, more...)...)
	vigie.Dir = project
	log, err := vigie.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := vigie.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { vigie.Process.Kill() })
	said := bufio.NewScanner(log)
	serving := regexp.MustCompile(`address=(http://\S+)`)
	for address == "" && said.Scan() {
		if m := serving.FindStringSubmatch(said.Text()); m != nil {
			address = m[1]
		}
	}
	if address == "" {
		t.Fatalf("vigie serve said nothing of where it listens: %v", said.Err())
	}
	rest := make(chan bool)
	go func() {
		io.Copy(io.Discard, log)
		close(rest)
	}()
	return address, func() int {
		if err := vigie.Process.Signal(os.Interrupt); err != nil {
			t.Fatal(err)
		}
		<-rest
		vigie.Wait()
		return vigie.ProcessState.ExitCode()
	}
}

// patience is how long the whole conversation may last on a busy machine.
const patience = 3 * time.Minute

// news is what an open tab receives.
type news struct {
	Number, Site int
	Problems     string
}

// tab listens to the news as a browser does.
type tab struct {
	t     *testing.T
	lines *bufio.Reader
}

func listen(t *testing.T, address string) tab {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address+".vigie/news", nil)
	if err != nil {
		t.Fatal(err)
	}
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { answer.Body.Close() })
	return tab{t, bufio.NewReader(answer.Body)}
}

// hear waits for the first news that is wanted.
func (tab tab) hear(wanted func(news) bool) news {
	tab.t.Helper()
	for {
		line, err := tab.lines.ReadString('\n')
		if err != nil {
			tab.t.Fatal(err)
		}
		text, ok := strings.CutPrefix(line, "data: ")
		if !ok {
			continue
		}
		var n news
		if err := json.Unmarshal([]byte(text), &n); err != nil {
			tab.t.Fatal(err)
		}
		tab.t.Logf("heard %.300s", text)
		if wanted(n) {
			return n
		}
	}
}

func get(t *testing.T, address string) string {
	t.Helper()
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	page, err := io.ReadAll(answer.Body)
	if err != nil {
		t.Fatal(err)
	}
	return string(page)
}
