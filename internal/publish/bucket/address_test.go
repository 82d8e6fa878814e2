package bucket_test

import (
	"strings"
	"testing"

	"vigie/internal/publish/bucket"
)

func TestAnAddressNamesAPlaceInAStore(t *testing.T) {
	keys := map[string]string{"AWS_ACCESS_KEY_ID": "id", "AWS_SECRET_ACCESS_KEY": "word"}
	with := func(more ...string) func(string) string {
		return func(name string) string {
			for i := 0; i+1 < len(more); i += 2 {
				if more[i] == name {
					return more[i+1]
				}
			}
			return keys[name]
		}
	}
	for address, want := range map[string]bucket.Place{
		"s3://vigie": {Bucket: "vigie", Endpoint: "s3.amazonaws.com"},
		"s3://vigie/?endpoint=https://s3.gra.io.cloud.ovh.net&region=gra": {Bucket: "vigie",
			Endpoint: "s3.gra.io.cloud.ovh.net", Region: "gra"},
		"s3://vigie/a/b/?endpoint=s3.fr-par.scw.cloud&acl=public-read": {Bucket: "vigie", Prefix: "a/b/",
			Endpoint: "s3.fr-par.scw.cloud", ACL: "public-read"},
		"s3://vigie?endpoint=http://127.0.0.1:9000": {Bucket: "vigie", Endpoint: "127.0.0.1:9000", Plain: true},
	} {
		if got, _, err := bucket.Parse(address, with()); err != nil || got != want {
			t.Errorf("%s: %+v, %v", address, got, err)
		}
	}
	got, _, err := bucket.Parse("s3://vigie", with("AWS_REGION", "eu-west-3", "AWS_ENDPOINT_URL", "https://s3.example.org"))
	if want := (bucket.Place{Bucket: "vigie", Endpoint: "s3.example.org", Region: "eu-west-3"}); err != nil || got != want {
		t.Errorf("with the environment: %+v, %v", got, err)
	}
	for address, want := range map[string]string{
		"s3://id:word@vigie": "keys do not stand in an address",
		"s3:///a":            "names no bucket",
		"s3://vigie/../a":    "leaves its own folder",
		"s3://vigie?endpiont=https://s3.example.org": `no setting "endpiont"`,
		"s3://vigie?endpoint=https://a/b":            "without a path",
		"s3://vigie?endpoint=https://id:word@a":      "not the address of a store",
		"s3://vigie?endpoint=ftp://a":                "not the address of a store",
	} {
		if _, _, err := bucket.Parse(address, with()); err == nil || !strings.Contains(err.Error(), want) ||
			strings.Contains(err.Error(), "word") {
			t.Errorf("%s: %v, want %s", address, err, want)
		}
	}
	if _, _, err := bucket.Parse("s3://vigie", func(string) string { return "" }); err == nil ||
		!strings.Contains(err.Error(), "AWS_SECRET_ACCESS_KEY") {
		t.Errorf("without keys: %v", err)
	}
}
