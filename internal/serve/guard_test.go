package serve_test

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"vigie/internal/serve"
)

func TestOnlyThisMachineIsAnsweredFor(t *testing.T) {
	server := serve.New()
	server.Show(site(t, "un"))
	guarded := serve.Guard(server, "preview.example.org", "0.0.0.0:8080")
	for host, want := range map[string]int{
		"localhost:8080": 200, "LOCALHOST": 200, "localhost.": 200, "site.localhost:8080": 200, "127.0.0.1:8080": 200, "127.8.8.8": 200,
		"[::1]:8080": 200, "[::ffff:127.0.0.1]:8080": 200,
		"192.0.2.7:8080":      200, // where the connection came in
		"preview.example.org": 200, "Preview.Example.org:8080": 200,
		"evil.example": 403, "localhost.evil.example": 403, "127.0.0.1.evil.example": 403, "192.0.2.8": 403, "": 403, ":8080": 403,
	} {
		for _, address := range []string{"/", "/.vigie/live.js", "/donnees/a.csv"} {
			request := httptest.NewRequest("GET", address, nil)
			request.Host = host
			local := &net.TCPAddr{IP: net.ParseIP("192.0.2.7"), Port: 8080}
			request = request.WithContext(context.WithValue(request.Context(), http.LocalAddrContextKey, local))
			answer := httptest.NewRecorder()
			guarded.ServeHTTP(answer, request)
			if answer.Code != want {
				t.Errorf("%s under %q: status %d, want %d", address, host, answer.Code, want)
			}
			if want == 403 && !strings.Contains(answer.Body.String(), "--host") {
				t.Errorf("%q is refused without a way out: %s", host, answer.Body)
			}
		}
	}
}
