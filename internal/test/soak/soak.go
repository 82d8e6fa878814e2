// Package soak tries for hours what a test tries for a second: it kills builds,
// collects and editions at random moments and compares what the next run makes with
// what an undisturbed one makes, byte by byte; and it feeds every reader made-up bytes,
// with Go's own fuzzing. It holds tests alone, which run when they are asked to:
//
//	make soak minutes=20
//
// A run goes on where the last one ended: .cache/soak/notebook.json counts what was
// done, and the dice go on from there. The inputs that fuzzing found worth keeping stand
// in the cache of Go, and one that breaks something in testdata/fuzz of its package. The
// folder of a kill that lost something is kept in .cache/soak/lost. It is never for CI:
// what it finds depends on chance.
package soak
