package cli_test

import (
	"bytes"
	"compress/gzip"
	"io"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/andybalholm/brotli"

	"vigie/internal/publish"
	"vigie/internal/site/hosting"
)

// webServer starts a program that serves the folder under the settings that the site has
// for it, and says where.
type webServer struct {
	name     string
	start    func(t *testing.T, folder, address string) *exec.Cmd
	noBrotli bool // it was started without a module that sends brotli
}

// program finds a web server; without it the test is skipped, and says how to get it.
func program(t *testing.T, name, of string) string {
	t.Helper()
	for _, where := range []string{name, "/usr/sbin/" + name} {
		if path, err := exec.LookPath(where); err == nil {
			return path
		}
	}
	t.Skipf("there is no %s to try the settings on: sudo apt-get install %s", name, of)
	return ""
}

func startNginx(t *testing.T, folder, address string, brotliModule string) *exec.Cmd {
	t.Helper()
	nginx, at := program(t, "nginx", "nginx-light"), t.TempDir()
	server, load := filepath.Join(folder, hosting.NginxServer), ""
	if brotliModule != "" {
		load = "load_module " + brotliModule + ";\n"
		text, err := os.ReadFile(server)
		if err != nil {
			t.Fatal(err)
		}
		server = filepath.Join(at, "server.conf")
		write(t, server, strings.Replace(string(text), "#brotli_static on;", "brotli_static on;", 1))
	}
	temporary := ""
	for _, of := range []string{"client_body", "proxy", "fastcgi", "uwsgi", "scgi"} {
		temporary += of + "_temp_path " + at + "/" + of + ";\n"
	}
	settings := filepath.Join(at, "nginx.conf")
	write(t, settings, load+"daemon off;\nmaster_process off;\npid "+at+"/pid;\nerror_log stderr error;\nevents { }\nhttp {\n"+
		temporary+"access_log off;\ninclude "+filepath.Join(folder, hosting.NginxMaps)+";\nserver {\nlisten "+address+
		";\nroot "+folder+";\ninclude "+server+";\n}\n}\n")
	return exec.CommandContext(t.Context(), nginx, "-e", "stderr", "-p", at, "-c", settings)
}

func startCaddy(t *testing.T, folder, address string) *exec.Cmd {
	t.Helper()
	caddy, at := program(t, "caddy", "caddy"), t.TempDir()
	text, err := os.ReadFile(filepath.Join(folder, hosting.Caddy))
	if err != nil {
		t.Fatal(err)
	}
	settings, imported := filepath.Join(at, "Caddyfile"), filepath.Join(at, "site")
	write(t, imported, string(text)) // Caddy gives out no file that it imports
	write(t, settings, "{\n\tadmin off\n\tauto_https off\n}\nhttp://"+address+" {\n\troot * "+folder+"\n\timport "+imported+
		"\n}\n")
	c := exec.CommandContext(t.Context(), caddy, "run", "--config", settings, "--adapter", "caddyfile")
	c.Env = append(os.Environ(), "HOME="+at, "XDG_DATA_HOME="+at, "XDG_CONFIG_HOME="+at)
	return c
}

// started runs a server until the test ends, and waits until it answers.
func started(t *testing.T, s webServer, folder string) string {
	t.Helper()
	free, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	address := free.Addr().String()
	free.Close()
	c := s.start(t, folder, address)
	var said bytes.Buffer
	c.Stdout, c.Stderr = &said, &said
	if err := c.Start(); err != nil {
		t.Fatal(err)
	}
	ended := make(chan struct{})
	go func() { c.Wait(); close(ended) }()
	t.Cleanup(func() { c.Process.Kill(); <-ended })
	for {
		if line, err := net.DialTimeout("tcp", address, time.Second); err == nil {
			line.Close()
			return "http://" + address
		}
		select {
		case <-ended:
			t.Fatalf("%s ended: %s", s.name, &said)
		case <-time.After(20 * time.Millisecond):
		}
	}
}

// answer is what a server sent.
type answer struct {
	*http.Response
	body []byte
}

// asked asks for an address once, follows nothing, and undoes no coding.
func asked(t *testing.T, address string, codings string) answer {
	t.Helper()
	request, err := http.NewRequestWithContext(t.Context(), http.MethodGet, address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("Accept-Encoding", codings)
	response, err := plainly.RoundTrip(request)
	if err != nil {
		t.Fatal(err)
	}
	defer response.Body.Close()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		t.Fatal(err)
	}
	return answer{response, body}
}

var plainly = &http.Transport{DisableCompression: true}

// published is a small site with its compressed files, as a folder of a web server.
func published(t *testing.T) string {
	t.Helper()
	project := copyOfTheProject(t)
	folder := filepath.Join(t.TempDir(), "www")
	for _, args := range [][]string{{"build", "--quiet", "--as-of", "2026-11-23"},
		{"publish", "--quiet", "--compressed", "yes", folder}} {
		run := exec.CommandContext(t.Context(), "vigie", args...)
		run.Dir = project
		if out, err := run.CombinedOutput(); err != nil {
			t.Fatalf("%q: %v\n%s", args, err, out)
		}
	}
	return folder
}

func TestWebServersAnswerAsTheTableSays(t *testing.T) {
	folder := published(t)
	modules, _ := filepath.Glob("/usr/lib/nginx/modules/ngx_http_brotli_static_module.so")
	servers := []webServer{
		{"nginx", func(t *testing.T, f, a string) *exec.Cmd { return startNginx(t, f, a, "") }, true},
		{"Caddy", startCaddy, false},
		{"nginx with brotli", func(t *testing.T, f, a string) *exec.Cmd {
			if len(modules) == 0 {
				t.Skip("nginx has no brotli here: sudo apt-get install libnginx-mod-http-brotli-static")
			}
			return startNginx(t, f, a, modules[0])
		}, false},
	}
	text, err := os.ReadFile(filepath.Join(folder, hosting.File))
	if err != nil {
		t.Fatal(err)
	}
	rules, err := hosting.Parse(string(text))
	if err != nil {
		t.Fatal(err)
	}
	for _, s := range servers {
		t.Run(s.name, func(t *testing.T) {
			host := hostAsked{t, started(t, s, folder), folder, rules, s}
			host.everyFile()
			host.missing()
			host.redirects()
		})
	}
}

// hostAsked is a server that is held against the table.
type hostAsked struct {
	*testing.T
	at, folder string
	rules      hosting.Rules
	server     webServer
}

// everyFile asks for each file of the site: plain, in gzip and in brotli.
func (h hostAsked) everyFile() {
	pages, framed, inGzip, inBrotli := 0, 0, 0, 0
	err := fs.WalkDir(os.DirFS(h.folder), ".", func(name string, e fs.DirEntry, err error) error {
		if err != nil || e.IsDir() || name == publish.Manifest || slices.Contains([]string{".gz", ".br"}, filepath.Ext(name)) {
			return err
		}
		content, err := os.ReadFile(filepath.Join(h.folder, name))
		if err != nil {
			return err
		}
		address, isPage := strings.CutSuffix("/"+name, "index.html")
		if isPage {
			pages++
		}
		got := asked(h.T, h.at+address, "identity")
		if got.StatusCode != http.StatusOK || !bytes.Equal(got.body, content) || got.Header.Get("Content-Encoding") != "" {
			h.Errorf("%s: %s, %d bytes of %d", address, got.Status, len(got.body), len(content))
		}
		h.headers(got, "/"+name)
		if strings.Contains(got.Header.Get("Content-Security-Policy"), "frame-ancestors *") {
			framed++
		}
		if _, err := os.Stat(filepath.Join(h.folder, name+".gz")); err != nil {
			return nil // too small, or no text
		}
		h.compressed(address, "/"+name, "gzip", "gzip", content)
		inGzip++
		if h.server.noBrotli {
			h.compressed(address, "/"+name, "br, gzip", "gzip", content)
		} else {
			h.compressed(address, "/"+name, "br, gzip", "br", content)
			inBrotli++
		}
		return nil
	})
	if err != nil || pages < 50 || framed < 2 || inGzip < 50 || inBrotli < 50 && !h.server.noBrotli {
		h.Errorf("%d pages, %d may be framed, %d in gzip, %d in brotli: %v", pages, framed, inGzip, inBrotli, err)
	}
}

// headers wants an answer to have what the table gives a file, and nothing else of it.
func (h hostAsked) headers(got answer, file string) {
	h.Helper()
	want := h.rules.For(file)
	wanted := map[string]string{hosting.ContentType: hosting.Media(file), hosting.CacheControl: hosting.PageCache}
	for _, header := range want {
		wanted[header.Name] = header.Value
	}
	for _, name := range []string{"Content-Security-Policy", "Access-Control-Allow-Origin", "Cross-Origin-Opener-Policy",
		"Cross-Origin-Resource-Policy", "X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy",
		hosting.ContentType, hosting.CacheControl} {
		if all := strings.Join(got.Header.Values(name), " and "); all != wanted[name] {
			h.Errorf("%s: %s is %q, want %q", file, name, all, wanted[name])
		}
	}
}

// compressed asks in a coding, and wants the same file under the same headers.
func (h hostAsked) compressed(address, file, codings, want string, content []byte) {
	h.Helper()
	got := asked(h.T, h.at+address, codings)
	if coding := got.Header.Get("Content-Encoding"); coding != want || !strings.Contains(got.Header.Get("Vary"), "Accept-Encoding") {
		h.Errorf("%s asked in %s is in %q, and varies by %q", address, codings, coding, got.Header.Get("Vary"))
		return
	}
	var undone io.Reader = brotli.NewReader(bytes.NewReader(got.body))
	if want == "gzip" {
		var err error
		if undone, err = gzip.NewReader(bytes.NewReader(got.body)); err != nil {
			h.Fatal(err)
		}
	}
	if back, err := io.ReadAll(undone); err != nil || !bytes.Equal(back, content) || len(got.body) >= len(content) {
		h.Errorf("%s in %s: %d bytes that are not the file: %v", address, want, len(got.body), err)
	}
	h.headers(got, file)
}

// missing wants the nearest page that says so, under its own headers.
func (h hostAsked) missing() {
	for address, page := range map[string]string{"/nothing": "/404.html", "/assets/gone.css": "/404.html",
		"/embed/gone/": "/404.html", "/en/nothing/": "/en/404.html", "/en/embed/gone/": "/en/404.html"} {
		got := asked(h.T, h.at+address, "identity")
		content, err := os.ReadFile(filepath.Join(h.folder, page))
		if err != nil {
			h.Fatal(err)
		}
		if got.StatusCode != http.StatusNotFound || !bytes.Equal(got.body, content) {
			h.Errorf("%s: %s, %d bytes", address, got.Status, len(got.body))
		}
		h.headers(got, page)
	}
}

// redirects wants each address that moved to lead where _redirects says.
func (h hostAsked) redirects() {
	text, err := os.ReadFile(filepath.Join(h.folder, hosting.RedirectsFile))
	if err != nil {
		h.Fatal(err)
	}
	moved := regexp.MustCompile(`(?m)^(\S+) (\S+) 301$`).FindAllStringSubmatch(string(text), -1)
	for _, m := range moved {
		for _, rest := range []string{"", "methode/"} {
			from := strings.Replace(m[1], "*", rest, 1)
			to := strings.Replace(m[2], ":splat", rest, 1)
			got := asked(h.T, h.at+from, "identity")
			if got.StatusCode != http.StatusMovedPermanently || strings.TrimPrefix(got.Header.Get("Location"), h.at) != to {
				h.Errorf("%s: %s to %q, want %s", from, got.Status, got.Header.Get("Location"), to)
			}
		}
	}
	if len(moved) == 0 {
		h.Error("nothing moved")
	}
	for _, folder := range []string{"/en", "/methode"} { // a folder without its slash
		if got := asked(h.T, h.at+folder, "identity"); got.StatusCode/100 != 3 || !strings.HasSuffix(got.Header.Get("Location"), folder+"/") {
			h.Errorf("%s: %s to %q", folder, got.Status, got.Header.Get("Location"))
		}
	}
}
