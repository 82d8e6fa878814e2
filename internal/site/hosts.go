package site

import "vigie/internal/site/hosting"

// host is what web servers need to know of the site, of which each kind has its form.
func (s *Site) host() hosting.Host {
	rules, err := hosting.Parse(s.headers())
	if err != nil {
		panic(err) // we wrote it
	}
	h := hosting.Host{Rules: rules}
	for _, l := range s.Config.Languages {
		h.NotFound = append(h.NotFound, s.root(l)+notFoundFile)
	}
	// each other language stands under its tag: whoever looks for the first one there finds it
	h.Redirects = hosting.Redirects{{From: "/" + string(s.Config.Languages.First()) + "/*", To: "/"}}
	return h
}

// notFoundFile is the page of a language for addresses where nothing stands.
const notFoundFile = "404.html"

// hostFiles are the redirects, and the settings of nginx and Caddy.
func (s *Site) hostFiles() []Extra {
	h := s.host()
	maps, server, err := h.Nginx()
	if err != nil {
		panic(err) // of headers and folders that are ours
	}
	caddy, err := h.Caddy()
	if err != nil {
		panic(err)
	}
	return []Extra{{hosting.RedirectsFile, []byte(h.Redirects.String())}, {hosting.NginxMaps, []byte(maps)},
		{hosting.NginxServer, []byte(server)}, {hosting.Caddy, []byte(caddy)}}
}
