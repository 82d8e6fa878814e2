//go:build !race

package chart_test

// raced says that the race detector watches, and makes JavaScript twenty times slower.
const raced = false
