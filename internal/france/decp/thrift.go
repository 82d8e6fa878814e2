package decp

import "encoding/binary"

// compact walks through a record of Thrift's compact protocol, in which Parquet
// says of itself, and keeps nothing but the whole numbers of the record itself.
type compact struct {
	text  []byte
	at    int
	items int
	inner map[int64]int64 // of the records within it, by their number: their first number
}

// The types of the protocol.
const (
	isTrueType   = 1
	isFalseType  = 2
	isByte       = 3
	isInt16      = 4
	isInt64      = 6
	isDouble     = 7
	isText       = 8
	isList       = 9
	isSet        = 10
	isMap        = 11
	isRecordType = 12
)

func (c *compact) record(depth int) (numbers map[int64]int64, err error) {
	if depth > depthAtMost {
		return nil, errParquet
	}
	numbers = map[int64]int64{}
	for id := int64(0); ; {
		b, err := c.next()
		if err != nil || b == 0 {
			return numbers, err
		}
		if id += int64(b >> 4); b>>4 == 0 {
			if id, err = c.number(); err != nil {
				return nil, err
			}
		}
		switch kind := b & 15; {
		case kind == isTrueType || kind == isFalseType:
		case kind >= isInt16 && kind <= isInt64:
			if numbers[id], err = c.number(); err != nil {
				return nil, err
			}
		case kind == isRecordType:
			within, err := c.record(depth + 1)
			if err != nil {
				return nil, err
			}
			if depth == 0 {
				if c.inner == nil {
					c.inner = map[int64]int64{}
				}
				c.inner[id] = within[1]
			}
		default:
			if err := c.skip(kind, depth); err != nil {
				return nil, err
			}
		}
	}
}

// skip goes over a value.
func (c *compact) skip(kind byte, depth int) error {
	switch kind {
	case isTrueType, isFalseType, isByte:
		return c.over(1)
	case isInt16, isInt16 + 1, isInt64:
		_, err := c.number()
		return err
	case isDouble:
		return c.over(8)
	case isText:
		n, err := c.length()
		if err != nil {
			return err
		}
		return c.over(n)
	case isList, isSet:
		return c.list(depth)
	case isMap:
		return c.table(depth)
	case isRecordType:
		_, err := c.record(depth + 1)
		return err
	}
	return errParquet
}

func (c *compact) list(depth int) error {
	b, err := c.next()
	if err != nil {
		return err
	}
	n := int(b >> 4)
	if n == 15 {
		if n, err = c.length(); err != nil {
			return err
		}
	}
	return c.each(n, depth, b&15)
}

func (c *compact) table(depth int) error {
	n, err := c.length()
	if err != nil || n == 0 {
		return err
	}
	kinds, err := c.next()
	if err != nil {
		return err
	}
	return c.each(n, depth, kinds>>4, kinds&15)
}

// each goes over the elements of a list. Each takes a byte at least, or the list is
// not what it says that it is.
func (c *compact) each(n, depth int, kinds ...byte) error {
	if c.items += n; n > len(c.text)-c.at || c.items > itemsAtMost || depth > depthAtMost {
		return errParquet
	}
	for range n {
		for _, kind := range kinds {
			if err := c.skip(kind, depth+1); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *compact) next() (byte, error) {
	if c.at >= len(c.text) {
		return 0, errParquet
	}
	c.at++
	return c.text[c.at-1], nil
}

func (c *compact) over(n int) error {
	if n < 0 || n > len(c.text)-c.at {
		return errParquet
	}
	c.at += n
	return nil
}

// number reads a whole number, whose sign is in its last bit.
func (c *compact) number() (int64, error) {
	n, size := binary.Varint(c.text[c.at:])
	if size <= 0 {
		return 0, errParquet
	}
	c.at += size
	return n, nil
}

func (c *compact) length() (int, error) {
	n, size := binary.Uvarint(c.text[c.at:])
	if size <= 0 || n > uint64(len(c.text)) {
		return 0, errParquet
	}
	c.at += size
	return int(n), nil
}
