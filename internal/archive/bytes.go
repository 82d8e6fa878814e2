package archive

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"path/filepath"
)

// Copy is the bytes of a snapshot, open.
type Copy interface {
	io.ReadSeekCloser
	io.ReaderAt
}

// ErrNoBytes says that the bytes of a snapshot are not on this machine: the
// source may not be republished, and only the digest is.
var ErrNoBytes = errors.New("the bytes are not on this machine")

// Published bytes are kept in gzip when they are more than a block of a disk and it
// makes them smaller, but for those that are too large to be unpacked in memory.
const (
	packedEnd   = ".gz"
	leastToPack = 4 << 10
	mostToPack  = 64 << 20
)

// path is where the bytes of a snapshot stand, as they came.
func (s *Store) path(snap Snapshot) string {
	root := s.private
	if snap.Published {
		root = s.public
	}
	return filepath.Join(root, snap.Source, snap.SHA256)
}

// Bytes opens the bytes of a snapshot, as they came.
func (s *Store) Bytes(snap Snapshot) (Copy, error) {
	if err := snap.sound(); err != nil {
		return nil, fmt.Errorf("snapshot: %w", err)
	}
	folder, name := s.apart, path.Join(snap.Source, snap.SHA256)
	if snap.Published {
		folder = s.shown
	}
	f, err := folder.Open(name)
	if whole, ok := f.(Copy); ok && err == nil {
		return whole, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return nil, err
	}
	packed, err := folder.Open(name + packedEnd)
	if errors.Is(err, fs.ErrNotExist) || err == nil && !snap.Published {
		return nil, fmt.Errorf("%s %s: %w", snap.Source, snap.SHA256[:12], ErrNoBytes)
	}
	if err != nil {
		return nil, err
	}
	defer packed.Close()
	return snap.unpack(packed)
}

// unpacked is the bytes of a snapshot, in memory.
type unpacked struct{ *bytes.Reader }

func (unpacked) Close() error { return nil }

// unpack reads what is kept in gzip: never more than the snapshot says that there is.
func (snap Snapshot) unpack(r io.Reader) (Copy, error) {
	if snap.Size > mostToPack {
		return nil, fmt.Errorf("%s: %d bytes are too many to be kept in gzip", snap.SHA256, snap.Size)
	}
	z, err := gzip.NewReader(r)
	if err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", snap.SHA256, err)
	}
	var content bytes.Buffer
	content.Grow(int(snap.Size) + bytes.MinRead + 1) // room for all of it at once
	if _, err := content.ReadFrom(io.LimitReader(z, snap.Size+1)); err != nil {
		return nil, fmt.Errorf("unpacking %s: %w", snap.SHA256, err)
	}
	return unpacked{bytes.NewReader(content.Bytes())}, nil
}

// putBytes keeps bytes that are not kept yet.
func (s *Store) putBytes(snap Snapshot, open func() (io.ReadCloser, error)) error {
	if _, err := s.digest(snap); !errors.Is(err, ErrNoBytes) {
		return err
	}
	if packed, err := snap.pack(open); err != nil {
		return err
	} else if packed != nil {
		return writeWhole(s.path(snap)+packedEnd, func(w io.Writer) error {
			_, err := w.Write(packed)
			return err
		})
	}
	in, err := open()
	if err != nil {
		return err
	}
	defer in.Close()
	return writeWhole(s.path(snap), func(w io.Writer) error { return snap.copy(w, in) })
}

// pack gives bytes in gzip, always the same for the same bytes: no name, no day.
// Nothing when they are better kept as they came.
func (snap Snapshot) pack(open func() (io.ReadCloser, error)) ([]byte, error) {
	if !snap.Published || snap.Size <= leastToPack || snap.Size > mostToPack {
		return nil, nil
	}
	in, err := open()
	if err != nil {
		return nil, err
	}
	defer in.Close()
	var out bytes.Buffer
	z, err := gzip.NewWriterLevel(&out, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if err := errors.Join(snap.copy(z, in), z.Close()); err != nil {
		return nil, err
	}
	if int64(out.Len()) >= snap.Size {
		return nil, nil
	}
	return out.Bytes(), nil
}

// copy hands bytes on, and says in the end whether they are those of the snapshot.
func (snap Snapshot) copy(w io.Writer, in io.Reader) error {
	sum := sha256.New()
	n, err := io.Copy(io.MultiWriter(w, sum), in)
	if err != nil {
		return err
	}
	return snap.is(hex.EncodeToString(sum.Sum(nil)), n)
}

// is says why bytes are not those of the snapshot.
func (snap Snapshot) is(digest string, size int64) error {
	if digest != snap.SHA256 {
		return fmt.Errorf("its bytes have the digest %s, the sidecar says %s", digest, snap.SHA256)
	}
	if size != snap.Size {
		return fmt.Errorf("it has %d bytes, the sidecar says %d", size, snap.Size)
	}
	return nil
}

// digest computes that of the bytes again.
func (s *Store) digest(snap Snapshot) (int64, error) {
	c, err := s.Bytes(snap)
	if err != nil {
		return 0, err
	}
	defer c.Close()
	sum := sha256.New()
	n, err := io.Copy(sum, c)
	if err != nil {
		return n, err
	}
	return n, snap.is(hex.EncodeToString(sum.Sum(nil)), n)
}
