package takeaway

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
)

// Store keeps files that take time to make, by what they are made from. Its folder may be
// deleted at any time; without one, files are kept in memory.
type Store struct{ Folder string }

// Made is a file that stands in a store.
type Made struct {
	Size   int64
	SHA256 string
	Open   func() (io.ReadCloser, error)
}

// Make gives the file that is made from what a key stands for: the one that is kept, where
// it still has the digest that its name bears, or a new one.
func (s Store) Make(key string, write func(io.Writer) error) (Made, error) {
	if s.Folder == "" {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			return Made{}, err
		}
		sum := sha256.Sum256(b.Bytes())
		return Made{int64(b.Len()), hex.EncodeToString(sum[:]),
			func() (io.ReadCloser, error) { return io.NopCloser(bytes.NewReader(b.Bytes())), nil }}, nil
	}
	s.note(key)
	made, ok := s.kept(key)
	if !ok {
		var err error
		if made, err = s.keep(key, write); err != nil {
			return Made{}, err
		}
	}
	open := made.Open
	made.Open = func() (io.ReadCloser, error) {
		f, err := open()
		if !errors.Is(err, fs.ErrNotExist) {
			return f, err
		}
		again, err := s.keep(key, write) // another build swept it
		if err != nil {
			return nil, err
		}
		return again.Open()
	}
	return made, nil
}

func (s Store) shelf(key string) string { return filepath.Join(s.Folder, key[:2]) }

// kept finds a file of a key that is sound.
func (s Store) kept(key string) (Made, bool) {
	found, err := filepath.Glob(filepath.Join(s.shelf(key), key+".*"))
	if err != nil {
		return Made{}, false
	}
	for _, file := range found {
		_, digest, _ := strings.Cut(filepath.Base(file), ".")
		if made, err := look(file); err == nil && made.SHA256 == digest {
			return made, true
		}
	}
	return Made{}, false
}

// look reads the size and the digest of a file.
func look(file string) (Made, error) {
	f, err := os.Open(file)
	if err != nil {
		return Made{}, err
	}
	defer f.Close()
	sum := sha256.New()
	size, err := io.Copy(sum, f)
	return Made{size, hex.EncodeToString(sum.Sum(nil)), func() (io.ReadCloser, error) { return os.Open(file) }}, err
}

// newFile is how a file is called while it is written.
const newFile = ".new-*"

// keep writes a file whole or not at all: another build may be writing the same one.
func (s Store) keep(key string, write func(io.Writer) error) (made Made, err error) {
	if err := os.MkdirAll(s.shelf(key), 0o755); err != nil {
		return Made{}, err
	}
	f, err := os.CreateTemp(s.shelf(key), newFile)
	if err != nil {
		return Made{}, err
	}
	defer os.Remove(f.Name())
	sum := sha256.New()
	err = write(io.MultiWriter(f, sum))
	if err := errors.Join(err, f.Close()); err != nil {
		return Made{}, err
	}
	file := filepath.Join(s.shelf(key), key+"."+hex.EncodeToString(sum.Sum(nil)))
	if err := os.Rename(f.Name(), file); err != nil {
		return Made{}, err
	}
	return look(file)
}
