package fetch_test

import (
	"context"
	"io"
	"log"
	"net"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"golang.org/x/net/dns/dnsmessage"

	"vigie/internal/fetch"
)

func TestOnlyPublicAddressesAreVisited(t *testing.T) {
	closed := func(o *fetch.Options) { o.Loopback = false }
	s := play(t, nil, closed, retries(2))
	for _, host := range []string{
		"127.0.0.1", "127.1.2.3", "[::1]", "localhost", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[64:ff9b::127.0.0.1]",
		"10.0.0.1", "172.16.0.1", "172.31.255.255", "192.168.1.1", "[::ffff:192.168.1.1]", "[fd00::1]", "[64:ff9b::10.0.0.1]",
		"169.254.169.254", "[fe80::1]", "[fec0::1]", "100.64.0.1", "0.0.0.0", "[::]", "224.0.0.1", "255.255.255.255", "240.0.0.1",
		"192.0.2.1", "198.18.0.1", "[2001:db8::1]", "[2002:7f00:1::]", "[2001::1]", "[ff02::1]", "[5f00::1]",
	} {
		_, err := s.Get(t.Context(), fetch.Request{URL: "http://" + host + "/"})
		if fetch.FaultOf(err) != fetch.Private {
			t.Errorf("%s: %v, want the fault private", host, err)
		}
	}
	if s.waited() > 0 {
		t.Error("a private address was tried again")
	}
}

func TestTheTestSettingOpensThisMachineAlone(t *testing.T) {
	s := play(t, pages{"/liste": says("text/plain", "liste")})
	s.brings("/liste")
	for _, host := range []string{"10.0.0.1", "169.254.169.254", "[fe80::1]", "[fd00::1]"} {
		if _, err := s.Get(t.Context(), fetch.Request{URL: "http://" + host + "/"}); fetch.FaultOf(err) != fetch.Private {
			t.Errorf("%s: %v, want the fault private", host, err)
		}
	}
}

func TestThisMachineIsVisitedOverIPv6(t *testing.T) {
	listener, err := net.Listen("tcp", "[::1]:0")
	if err != nil {
		t.Skip("no IPv6 on this machine")
	}
	s := play(t, nil)
	six := httptest.NewUnstartedServer(s.serve(pages{"/liste": says("text/plain", "liste")}))
	six.Listener.Close()
	six.Listener = listener
	six.Start()
	defer six.Close()
	s.URL = six.URL
	if v, _ := s.brings("/liste"); v.Final != six.URL+"/liste" {
		t.Errorf("it ends at %s", v.Final)
	}
}

// names plays a DNS server that gives one IPv4 address for every name.
func names(t *testing.T, address [4]byte) *net.Resolver {
	t.Helper()
	conn, err := net.ListenPacket("udp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	go func() {
		buf := make([]byte, 1500)
		for {
			n, from, err := conn.ReadFrom(buf)
			if err != nil {
				return
			}
			var m dnsmessage.Message
			if m.Unpack(buf[:n]) != nil || len(m.Questions) != 1 {
				continue
			}
			m.Response, m.RCode, m.Additionals = true, dnsmessage.RCodeSuccess, nil
			if q := m.Questions[0]; q.Type == dnsmessage.TypeA {
				m.Answers = []dnsmessage.Resource{{Header: dnsmessage.ResourceHeader{Name: q.Name, Class: q.Class, TTL: 1}, Body: &dnsmessage.AResource{A: address}}}
			}
			if answer, err := m.Pack(); err == nil {
				conn.WriteTo(answer, from)
			}
		}
	}()
	return &net.Resolver{PreferGo: true, Dial: func(ctx context.Context, _, _ string) (net.Conn, error) {
		return (&net.Dialer{}).DialContext(ctx, "udp", conn.LocalAddr().String())
	}}
}

func TestANameThatLeadsInsideIsRefused(t *testing.T) {
	for _, c := range []struct {
		name     string
		address  [4]byte
		loopback bool
	}{
		{"to a private network", [4]byte{10, 0, 0, 1}, true},
		{"to the metadata of a cloud", [4]byte{169, 254, 169, 254}, true},
		{"to this machine", [4]byte{127, 0, 0, 1}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			s := play(t, nil, func(o *fetch.Options) { o.Resolver, o.Loopback = names(t, c.address), c.loopback })
			v, err := s.Get(t.Context(), fetch.Request{URL: "http://catalogue.example/liste", Timeout: 5 * time.Second})
			if fetch.FaultOf(err) != fetch.Private || v.Requests > 1 {
				t.Fatalf("%v, want the fault private", err)
			}
			if !strings.HasPrefix(err.Error(), "http://catalogue.example/") {
				t.Errorf("the error does not say which address: %v", err)
			}
		})
	}
	t.Run("a name that leads to this machine is visited under the test setting", func(t *testing.T) {
		s := play(t, pages{"/liste": says("text/plain", "liste")}, func(o *fetch.Options) { o.Resolver = names(t, [4]byte{127, 0, 0, 1}) })
		s.URL = "http://catalogue.example" + s.host[strings.Index(s.host, ":"):]
		s.brings("/liste")
	})
}

func TestACertificateThatNobodyKnowsIsRefusedOnce(t *testing.T) {
	s := play(t, nil, retries(3))
	secure := httptest.NewTLSServer(s.serve(nil))
	defer secure.Close()
	secure.Config.ErrorLog = log.New(io.Discard, "", 0)
	_, err := s.Get(t.Context(), fetch.Request{URL: secure.URL + "/liste"})
	if fetch.FaultOf(err) != fetch.Unreachable || s.waited() > 0 {
		t.Errorf("%v after a wait of %s, want the fault unreachable at once", err, s.waited())
	}
}
