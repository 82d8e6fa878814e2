package bucket

import (
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"vigie/internal/output"
)

// Scheme begins the address of a store.
const Scheme = "s3://"

// Example is such an address.
const Example = "s3://BUCKET/PREFIX?endpoint=https://s3.example.org&region=REGION"

// amazon is the endpoint of an address that gives none.
const amazon = "https://s3.amazonaws.com"

// The variables of the environment are those of the AWS command line.
const (
	keyID     = "AWS_ACCESS_KEY_ID"
	secretKey = "AWS_SECRET_ACCESS_KEY"
	session   = "AWS_SESSION_TOKEN"
)

// Parse reads an address, with what the environment adds to it.
func Parse(address string, env func(string) string) (Place, Keys, error) {
	u, err := url.Parse(address)
	if err != nil {
		return Place{}, Keys{}, fmt.Errorf("it is no address of a store: want %s", Example) // err may quote a password
	}
	asked := u.Query()
	for name := range asked {
		if !slices.Contains([]string{"endpoint", "region", "acl"}, name) {
			return Place{}, Keys{}, fmt.Errorf("a store has no setting %q: there are endpoint, region and acl", name)
		}
	}
	p := Place{Bucket: u.Host, Prefix: strings.Trim(u.Path, "/"), ACL: asked.Get("acl"),
		Region: cmp.Or(asked.Get("region"), env("AWS_REGION"), env("AWS_DEFAULT_REGION"))}
	switch {
	case u.User != nil || strings.Contains(u.Host, "@"):
		return p, Keys{}, fmt.Errorf("keys do not stand in an address: set %s and %s", keyID, secretKey)
	case p.Bucket == "":
		return p, Keys{}, fmt.Errorf("the address names no bucket: want %s", Example)
	case p.Prefix != "":
		if err := output.CheckPath(p.Prefix); err != nil {
			return p, Keys{}, fmt.Errorf("the prefix: %w", err)
		}
		p.Prefix += "/"
	}
	endpoint := cmp.Or(asked.Get("endpoint"), env("AWS_ENDPOINT_URL_S3"), env("AWS_ENDPOINT_URL"), amazon)
	if !strings.Contains(endpoint, "://") {
		endpoint = "https://" + endpoint
	}
	e, err := url.Parse(endpoint)
	if err != nil || e.Host == "" || e.User != nil || strings.Trim(e.Path, "/") != "" ||
		e.Scheme != "https" && e.Scheme != "http" {
		return p, Keys{}, errors.New("the endpoint is not the address of a store: want https://s3.example.org, " +
			"without a path")
	}
	p.Endpoint, p.Plain = e.Host, e.Scheme == "http"
	k := Keys{env(keyID), env(secretKey), env(session)}
	if k.ID == "" || k.Secret == "" {
		return p, k, fmt.Errorf("the store needs to know who publishes: set %s and %s in the environment", keyID, secretKey)
	}
	return p, k, nil
}
