# Vigie. Go, git and make are enough for `make site`; `make test` installs the
# rest from Debian where it may, and says what is missing where it may not.

SHELL := /bin/sh
.DEFAULT_GOAL := help
.PHONY: site serve verify test races shots bench soak collect fmt vendor clean help bin/vigie

# A machine without a home still has this folder.
ifeq ($(strip $(HOME)),)
export HOME := $(CURDIR)/.cache/home
endif

# The version comes from git, where git is willing to speak.
vcs := $(shell git rev-parse HEAD >/dev/null 2>&1 && echo true || echo false)

site: bin/vigie ## build the program, check everything, make the site in public/
	@bin/vigie check
	@bin/vigie build

serve: bin/vigie ## look at the site at http://127.0.0.1:8080/, anew at each change
	@bin/vigie serve

verify: bin/vigie ## prove every number of the site in public/
	@bin/vigie verify

test: ## everything: format, static analysis, tests, real data, two builds, a real browser
	@script/test.sh

races: ## each test of what starts goroutines under the race detector: half an hour (make test runs some)
	@script/test.sh races

shots: ## pictures of every kind of page, on a phone and a large screen, in bin/shots
	go test ./cmd/vigie -run Reader -count=1 -shots $(CURDIR)/bin/shots

bench: ## how fast the parts are (VIGIE_BENCH_BYTES=2500000000: public contracts at their real size)
	go test -run '^$$' -bench . -benchmem ./...

soak: ## kill runs and fuzz readers, minutes=20 of them (never in CI; it goes on where it ended)
	SOAK_MINUTES=$(or $(minutes),20) nice go test ./internal/test/soak -run TestSoak -v -count=1 -timeout 0

collect: bin/vigie ## visit the public sources, and propose what changed on a branch of its own
	@script/collect.sh

fmt: bin/vigie ## put code and data in their usual form
	gofmt -w cmd internal themes script
	bin/vigie fmt

vendor: ## fetch again what we keep of others: JavaScript, fonts (node, npm, fontTools and the network)
	script/vendor.sh
	script/vendor-axe.sh
	script/fonts.sh

clean: ## remove all that can be made again
	@[ ! -d .cache ] || chmod -R u+w .cache # a module cache is read-only
	rm -rf bin .cache .public.build
	find public -mindepth 1 -maxdepth 1 ! -name README.md -exec rm -rf {} +

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z]+:.*## / {printf "make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

bin/vigie:
	@[ -x bin/vigie ] || echo "compiling the program: minutes the first time, seconds from then on; the site takes seconds"
	@CGO_ENABLED=0 go build -trimpath -buildvcs=$(vcs) -o bin/vigie ./cmd/vigie
