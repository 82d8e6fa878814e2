package archive

import (
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strings"
)

// record is one record of a WARC file. Its block is the head, then the body.
type record struct {
	kind    string
	seed    string // what its identifier is made from, with the kind
	date    string
	target  string
	info    string // the warcinfo record that it belongs to
	more    [][2]string
	media   string
	payload string // digest of the body
	head    string
	body    io.ReadSeeker // nothing when there is none
	size    int64         // of the body
}

func (r record) revisits() bool { return r.kind == "revisit" }

// id is a UUID of version 8 (RFC 9562 § 5.8): made from what the record says, not
// drawn by lot, so that an export made twice is the same.
func (r record) id() string {
	sum := sha256.Sum256([]byte("vigie " + r.kind + "\n" + r.seed))
	sum[6], sum[8] = sum[6]&0x0f|0x80, sum[8]&0x3f|0x80
	return fmt.Sprintf("urn:uuid:%x-%x-%x-%x-%x", sum[:4], sum[4:6], sum[6:8], sum[8:10], sum[10:16])
}

// write writes the record as a gzip member of its own.
func (r record) write(w io.Writer) error {
	block, err := r.blockDigest()
	if err != nil {
		return err
	}
	z := gzip.NewWriter(w)
	if _, err := io.WriteString(z, r.header(block)+r.head); err != nil {
		return err
	}
	if r.body != nil {
		n, err := io.Copy(z, r.body)
		if err != nil {
			return err
		}
		if n != r.size {
			return fmt.Errorf("%d bytes were there, %d now", r.size, n)
		}
	}
	if _, err := io.WriteString(z, "\r\n\r\n"); err != nil {
		return err
	}
	return z.Close()
}

// header are the fields of the record.
func (r record) header(block string) string {
	var out strings.Builder
	field := func(name, value string) {
		if value != "" {
			out.WriteString(name + ": " + value + "\r\n")
		}
	}
	out.WriteString("WARC/1.1\r\n")
	field("WARC-Type", r.kind)
	field("WARC-Record-ID", "<"+r.id()+">")
	field("WARC-Date", r.date)
	field("WARC-Target-URI", r.target)
	if r.info != "" {
		field("WARC-Warcinfo-ID", "<"+r.info+">")
	}
	for _, f := range r.more {
		field(f[0], f[1])
	}
	field("WARC-Payload-Digest", r.payload)
	field("WARC-Block-Digest", "sha256:"+block)
	field("Content-Type", r.media)
	field("Content-Length", fmt.Sprint(int64(len(r.head))+r.size))
	out.WriteString("\r\n")
	return out.String()
}

// blockDigest reads the body once more, before it is written.
func (r record) blockDigest() (string, error) {
	sum := sha256.New()
	io.WriteString(sum, r.head)
	if r.body != nil {
		if _, err := io.Copy(sum, r.body); err != nil {
			return "", err
		}
		if _, err := r.body.Seek(0, io.SeekStart); err != nil {
			return "", err
		}
	}
	return hex.EncodeToString(sum.Sum(nil)), nil
}
