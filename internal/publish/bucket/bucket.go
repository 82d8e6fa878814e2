// Package bucket publishes into a store of objects that speaks S3: OVHcloud, Scaleway,
// Outscale, AWS, or one of one's own.
//
// Keys are read from the environment and stand in no address, message or file.
package bucket

import (
	"bytes"
	"context"
	"crypto/md5"
	"encoding/hex"
	"fmt"
	"io"
	"net/http"
	"strings"

	"github.com/minio/minio-go/v7"
	"github.com/minio/minio-go/v7/pkg/credentials"

	"vigie/internal/publish"
)

// Keys is who publishes, as the environment says it.
type Keys struct{ ID, Secret, Session string }

// Place is where a site goes in a store.
type Place struct {
	Bucket, Prefix string // the prefix ends with a slash, or is empty
	Endpoint       string // host, and port where it has its own
	Plain          bool   // without TLS: for a store on this machine
	Region         string
	ACL            string // a canned list of rights, such as public-read; empty for that of the bucket
}

// Bucket is a target that is a store of objects.
type Bucket struct {
	place  Place
	client *minio.Client
}

// Open prepares a store. Transport may be nil; tries is how often a request is made that
// fails in a way that may pass, 0 for the usual number.
func Open(p Place, k Keys, transport http.RoundTripper, tries int) (*Bucket, error) {
	client, err := minio.New(p.Endpoint, &minio.Options{
		Creds:  credentials.NewStaticV4(k.ID, k.Secret, k.Session),
		Secure: !p.Plain, Region: p.Region, Transport: transport, MaxRetries: tries,
	})
	if err != nil {
		return nil, err
	}
	return &Bucket{p, client}, nil
}

// String is the bucket, its prefix and its endpoint.
func (b *Bucket) String() string {
	return "s3://" + b.place.Bucket + "/" + b.place.Prefix + " at " + b.place.Endpoint
}

// Traits of a store: headers stand with each object, and names know nothing of folders.
func (b *Bucket) Traits() publish.Traits { return publish.Traits{Headers: true} }

// Mark is the MD5 of the stored bytes, by which stores name what was sent in one part.
func (b *Bucket) Mark(_ publish.Object, stored func() ([]byte, error)) (string, error) {
	content, err := stored()
	sum := md5.Sum(content)
	return hex.EncodeToString(sum[:]), err
}

// List lists the objects below the prefix.
func (b *Bucket) List(ctx context.Context, _ func(string) bool) (map[string]string, error) {
	out := map[string]string{}
	listed := b.client.ListObjects(ctx, b.place.Bucket, minio.ListObjectsOptions{Prefix: b.place.Prefix, Recursive: true})
	for o := range listed {
		if o.Err != nil {
			return nil, o.Err
		}
		out[strings.TrimPrefix(o.Key, b.place.Prefix)] = strings.Trim(o.ETag, `"`)
	}
	return out, ctx.Err()
}

// Get reads an object; nil where there is none.
func (b *Bucket) Get(ctx context.Context, path string) ([]byte, error) {
	object, err := b.client.GetObject(ctx, b.place.Bucket, b.place.Prefix+path, minio.GetObjectOptions{})
	if err != nil {
		return nil, err
	}
	defer object.Close()
	content, err := io.ReadAll(object)
	if minio.ToErrorResponse(err).Code == "NoSuchKey" {
		return nil, nil
	}
	return content, err
}

// Put sends an object in one part, with its digest: the store refuses bytes that changed on
// the way.
func (b *Bucket) Put(ctx context.Context, o publish.Object, stored []byte) error {
	// Signed in pieces, as the library does without TLS, bytes have the encoding aws-chunked, which some
	// stores keep and give out; their MD5 is signed in any case.
	options := minio.PutObjectOptions{ContentType: o.Media, CacheControl: o.Cache, SendContentMd5: true,
		DisableMultipart: true, DisableContentSha256: true}
	if o.Gzip {
		options.ContentEncoding = "gzip"
	}
	if b.place.ACL != "" {
		options.UserMetadata = map[string]string{"x-amz-acl": b.place.ACL}
	}
	sent, err := b.client.PutObject(ctx, b.place.Bucket, b.place.Prefix+o.Path, bytes.NewReader(stored),
		int64(len(stored)), options)
	if err == nil && sent.Size != 0 && sent.Size != int64(len(stored)) {
		err = fmt.Errorf("the store took %d bytes of %d", sent.Size, len(stored))
	}
	return err
}

// Delete removes an object.
func (b *Bucket) Delete(ctx context.Context, path string) error {
	return b.client.RemoveObject(ctx, b.place.Bucket, b.place.Prefix+path, minio.RemoveObjectOptions{})
}

// Finish has nothing left to do.
func (b *Bucket) Finish(context.Context, publish.Report) error { return nil }
