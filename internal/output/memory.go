package output

import (
	"io"
	"maps"
	"slices"
	"sync"
)

// Memory is a sink that keeps the files: what `vigie serve` serves and what
// tests look at.
type Memory struct {
	names *register
	mu    sync.RWMutex
	files map[string][]byte
}

// NewMemory makes an empty sink.
func NewMemory() *Memory {
	return &Memory{names: newRegister(), files: map[string][]byte{}}
}

// Write keeps a file.
func (m *Memory) Write(path string, content []byte) error {
	if err := m.names.take(path, len(content)); err != nil {
		return err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	m.files[path] = content
	return nil
}

// Copy keeps all that it reads.
func (m *Memory) Copy(path string, from io.Reader) error {
	content, err := io.ReadAll(from)
	if err != nil {
		return err
	}
	return m.Write(path, content)
}

// Get gives the bytes of a file, and whether it was written.
func (m *Memory) Get(path string) ([]byte, bool) {
	m.mu.RLock()
	defer m.mu.RUnlock()
	content, ok := m.files[path]
	return content, ok
}

// Paths lists the files in order.
func (m *Memory) Paths() []string {
	m.mu.RLock()
	defer m.mu.RUnlock()
	return slices.Sorted(maps.Keys(m.files))
}

// Written counts the files so far.
func (m *Memory) Written() Written { return m.names.count() }

// Nowhere is a sink that keeps nothing but the names: for a rehearsal, which
// only wants to know what would go wrong.
type Nowhere struct{ names *register }

// NewNowhere makes an empty sink.
func NewNowhere() Nowhere { return Nowhere{newRegister()} }

// Write looks at the path and forgets the content.
func (n Nowhere) Write(path string, content []byte) error { return n.names.take(path, len(content)) }

// Copy looks at the path, reads the content to its end and forgets it.
func (n Nowhere) Copy(path string, from io.Reader) error {
	if err := n.names.take(path, 0); err != nil {
		return err
	}
	size, err := io.Copy(io.Discard, from)
	n.names.grow(size)
	return err
}
