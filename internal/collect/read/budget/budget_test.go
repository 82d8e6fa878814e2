package budget_test

import (
	"context"
	"errors"
	"io"
	"strings"
	"testing"

	"vigie/internal/collect/read/budget"
)

func TestABudgetIsSpentAtItsLimitAndNotBefore(t *testing.T) {
	b := budget.New(t.Context(), budget.Limits{Cells: 10, Bytes: 10})
	if err := errors.Join(b.Cells(4), b.Cells(6), b.Bytes(10), b.Cells(-5)); err != nil {
		t.Fatal(err)
	}
	var spent *budget.Spent
	if err := b.Cells(1); !errors.As(err, &spent) || spent.Of != budget.Cells || spent.Most != 10 {
		t.Errorf("cells: %v", err)
	}
	if err := b.Bytes(1); !errors.As(err, &spent) || spent.Of != budget.Bytes {
		t.Errorf("bytes: %v", err)
	}
	if err := b.Again().Cells(10); err != nil {
		t.Errorf("gone through again: %v", err)
	}
}

func TestTheErrorGivesTheLimitAndWhatToDo(t *testing.T) {
	for want, err := range map[string]error{
		"the document unfolds to more than 5,000,000 cells (this limit is the same for every document: have it in parts, " +
			"or in a smaller form such as CSV)": &budget.Spent{Of: budget.Cells, Most: 5_000_000},
		"the document takes more than 64 MB of memory to read (raise max_bytes)": &budget.Spent{Of: budget.Bytes, Most: 64 << 20,
			Raise: "raise max_bytes"},
		"the document takes more than 1,001 bytes of memory to read (x)": &budget.Spent{Of: budget.Bytes, Most: 1001, Raise: "x"},
	} {
		if err.Error() != want {
			t.Errorf("%q, want %q", err, want)
		}
	}
}

func TestALoopThatCountsEndsWithItsRun(t *testing.T) {
	why := errors.New("enough")
	ctx, cancel := context.WithCancelCause(t.Context())
	b := budget.New(ctx, budget.Document())
	cancel(why)
	n := 0
	for b.Cells(1) == nil {
		if n++; n > 1000 {
			t.Fatal("it goes on")
		}
	}
	if err := b.Err(); !errors.Is(err, why) {
		t.Error(err)
	}
	if _, err := b.Reader(strings.NewReader("x")).Read(make([]byte, 1)); !errors.Is(err, why) {
		t.Error(err)
	}
}

func TestBytesAreCountedAsTheyAreRead(t *testing.T) {
	b := budget.New(t.Context(), budget.Limits{Cells: 1, Bytes: 100})
	got, err := io.ReadAll(b.Reader(strings.NewReader(strings.Repeat("x", 100))))
	if err != nil || len(got) != 100 {
		t.Fatalf("%d bytes, %v", len(got), err)
	}
	var spent *budget.Spent
	if _, err := io.ReadAll(b.Reader(strings.NewReader("x"))); !errors.As(err, &spent) {
		t.Errorf("one more: %v", err)
	}
}
