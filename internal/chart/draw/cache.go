package draw

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"os"
	"path/filepath"
)

// cache is a folder of drawings as ECharts made them, one file per key. A file
// opens with the hash of what follows, so that a damaged one is drawn again. It
// may be deleted at any time.
type cache struct{ folder string }

func (c *cache) path(key string) string {
	return filepath.Join(c.folder, key[:2], key+".chart")
}

// get gives a drawing that is there and sound.
func (c *cache) get(key string) ([]byte, bool) {
	content, err := os.ReadFile(c.path(key))
	if err != nil {
		return nil, false
	}
	sum, drawing, found := bytes.Cut(content, []byte("\n"))
	if !found || string(sum) != digest(drawing) {
		return nil, false
	}
	return drawing, true
}

// put writes a drawing whole or not at all: another process may be reading or
// writing the same one.
func (c *cache) put(key string, drawing []byte) error {
	path := c.path(key)
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	f, err := os.CreateTemp(filepath.Dir(path), ".new-*")
	if err != nil {
		return err
	}
	defer os.Remove(f.Name())
	_, err = f.Write(append([]byte(digest(drawing)+"\n"), drawing...))
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return os.Rename(f.Name(), path)
}

func digest(b []byte) string {
	sum := sha256.Sum256(b)
	return hex.EncodeToString(sum[:])
}
