package cli_test

import (
	"bufio"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
)

// vigie runs a command in a project and gives its exit code, output and errors.
func vigie(t *testing.T, project string, args ...string) (code int, stdout, stderr string) {
	t.Helper()
	var out, errs strings.Builder
	run := exec.Command("vigie", args...)
	run.Dir, run.Stdout, run.Stderr = project, &out, &errs
	if err := run.Run(); run.ProcessState == nil {
		t.Fatal(err)
	}
	return run.ProcessState.ExitCode(), out.String(), errs.String()
}

func TestBuildMakesTheSiteOrLeavesTheFormerOne(t *testing.T) {
	project := copyOfTheProject(t)
	home := filepath.Join(project, "public", "index.html")

	t.Log("all is well")
	code, stdout, stderr := vigie(t, project, "build", "--as-of", "2026-11-23")
	if code != 0 {
		t.Fatalf("exits %d: %s", code, stderr)
	}
	for _, wanted := range []string{"checked:  ", " pages, ", " bytes in public/, as of 2026-11-23", "to look:  vigie serve"} {
		if !strings.Contains(stdout, wanted) {
			t.Errorf("it does not say %q:\n%s", wanted, stdout)
		}
	}
	former, err := os.ReadFile(home)
	if err != nil {
		t.Fatal(err)
	}
	still := func() {
		t.Helper()
		if now, err := os.ReadFile(home); err != nil || string(now) != string(former) {
			t.Errorf("the former site is not as it was: %v", err)
		}
		if beside, err := filepath.Glob(filepath.Join(project, ".public*")); err != nil || len(beside) > 0 {
			t.Errorf("left beside the site: %v", beside)
		}
	}

	t.Log("--quiet says nothing")
	if code, stdout, stderr := vigie(t, project, "build", "--quiet", "--as-of", "2026-11-23"); code != 0 || stdout+stderr != "" {
		t.Errorf("exits %d and says %q", code, stdout+stderr)
	}
	still()

	t.Log("a project that has a command of its own to look at the site")
	write(t, filepath.Join(project, "Makefile"), "site:\n\tvigie build\nserve: site\n\tvigie serve\n")
	if code, stdout, stderr := vigie(t, project, "build", "--as-of", "2026-11-23"); code != 0 || !strings.Contains(stdout, "make serve, or open") {
		t.Errorf("exits %d and says %q", code, stdout+stderr)
	}
	still()

	t.Log("an interrupt")
	code, stderr = interrupted(t, project)
	if code != 3 || !strings.Contains(stderr, "interrupted; public is as it was") {
		t.Errorf("exits %d and says %q", code, stderr)
	}
	still()

	t.Log("a broken record")
	write(t, filepath.Join(project, "data", "offers", "cassee.yaml"), "nmae: Offre d'essai\n")
	code, _, stderr = vigie(t, project, "build", "--as-of", "2027-11-23")
	if code != 1 || !strings.Contains(stderr, "data/offers/cassee.yaml:1:1: error") || !strings.Contains(stderr, "nothing was built") {
		t.Errorf("exits %d and says %q", code, stderr)
	}
	still()
}

func TestWhatWasBuiltIsNotBuiltAgain(t *testing.T) {
	project := copyOfTheProject(t)
	home := filepath.Join(project, "public", "index.html")
	build := func(what, want string, args ...string) {
		t.Helper()
		code, stdout, stderr := vigie(t, project, append([]string{"build", "--as-of", "2026-11-23"}, args...)...)
		if code != 0 || !strings.Contains("\n"+stdout, "\n"+want) {
			t.Fatalf("%s: exits %d, want %q:\n%s%s", what, code, want, stdout, stderr)
		}
	}
	build("the first", "built: ")
	first, err := os.ReadFile(home)
	if err != nil {
		t.Fatal(err)
	}
	build("nothing has changed", "unchanged: ")
	build("the folder is named otherwise", "unchanged: ", "--out", filepath.Join(project, "public"))
	build("somebody asks for it", "built: ", "--force")
	build("another address", "built: ", "--base-url", "https://example.org/")
	build("and its own again", "built: ")
	write(t, home, "altered")
	build("a page that somebody altered", "built: ")
	if now, err := os.ReadFile(home); err != nil || string(now) != string(first) {
		t.Errorf("the altered page is not mended: %v", err)
	}
	offers, err := filepath.Glob(filepath.Join(project, "data", "offers", "*.yaml"))
	if err != nil || len(offers) == 0 {
		t.Fatal("there is no offer to change", err)
	}
	offer, err := os.ReadFile(offers[0])
	if err != nil {
		t.Fatal(err)
	}
	write(t, offers[0], string(offer)+"nmae: a fault\n")
	if code, _, _ := vigie(t, project, "build", "--as-of", "2026-11-23"); code != 1 {
		t.Errorf("a broken record: exits %d", code)
	}
	write(t, offers[0], string(offer))
	build("the record is mended, and the former site stood all the while", "unchanged: ")
	write(t, offers[0], string(offer)+"# a remark\n")
	build("another byte in the data", "built: ")
}

func TestABuildReportsWhyAPageWasRewritten(t *testing.T) {
	project := copyOfTheProject(t)
	t.Setenv("VIGIE_FORMATS", "none")
	build := func(what, page, day string, want ...string) {
		t.Helper()
		code, stdout, stderr := vigie(t, project, "build", "--as-of", day, "--explain", page)
		for _, line := range want {
			if code != 0 || !strings.Contains(stdout, line) {
				t.Errorf("%s: exits %d, want %q in\n%s%s", what, code, line, stdout, stderr)
			}
		}
	}
	change := func(name, before, after string) {
		t.Helper()
		file := filepath.Join(project, filepath.FromSlash(name))
		content, err := os.ReadFile(file)
		if err != nil || !strings.Contains(string(content), before) {
			t.Fatalf("%s has no %q (%v)", name, before, err)
		}
		write(t, file, strings.Replace(string(content), before, after, 1))
	}
	const region, ministry = "data/organisations/example-region.yaml", "/organismes/example-ministry/"
	build("the first", "/organismes/example-region/", "2026-11-23",
		"organismes/example-region/index.html was new", "made from before is not known")
	build("again", "/organismes/example-region/", "2026-11-23",
		"index.html was kept", "nothing that the site is made from has changed")
	change(region, "name:", "# a remark\nname:")
	build("a remark", "/organismes/example-region/", "2026-11-23", "index.html was kept",
		"1 changed file since the build before; the page may show 1 of them", region+" (changed, shown")
	build("another day", ministry, "2026-11-24", "index.html was rewritten", "the day is another: 2026-11-24, and 2026-11-23 before")
	change("themes/vigie/words.yaml", "home:", "home: ")
	build("the words", ministry, "2026-11-24", "themes/vigie/words.yaml (changed, read)")
	change("data/units/eur.yaml", "kind:", "# a remark\nkind:")
	build("a table", "donnees/offres.csv", "2026-11-24", "it is no page: which of 1 changed file it is made from is not known")
	build("nothing there", "/nowhere/", "2026-11-24", "nowhere/index.html was not a file of the site")
}

func TestCheckRehearsesTheProseOnceTheDataAreSound(t *testing.T) {
	project := copyOfTheProject(t)
	prose, err := filepath.Glob(filepath.Join(project, "content", "fr", "*.md"))
	if err != nil || len(prose) == 0 {
		t.Fatal("there is no prose to break", err)
	}
	was, err := os.ReadFile(prose[0])
	if err != nil {
		t.Fatal(err)
	}
	write(t, prose[0], string(was)+"\n<b>gras</b>\n")
	code, stdout, stderr := vigie(t, project, "check", "--as-of", "2026-11-23")
	if code != 1 || !strings.Contains(stdout, "content/fr/"+filepath.Base(prose[0])) {
		t.Errorf("exits %d and says %s%s", code, stdout, stderr)
	}
	if code, stdout, _ := vigie(t, project, "check", "--data-only", "--as-of", "2026-11-23"); code != 0 {
		t.Errorf("--data-only exits %d and says %s", code, stdout)
	}
}

func TestFaultsOfAnOwnTheme(t *testing.T) {
	project := copyOfTheProject(t)
	for name, c := range map[string]struct {
		file, text string
		code       int
		want       string
	}{
		"a template asks for what is not there": {"templates/not-found.html", "\n{{.Nothing}}", 1, "themes/mine/templates/not-found.html:2:2"},
		"a template is not well written":        {"templates/not-found.html", "\n{{if}}", 1, "themes/mine/templates/not-found.html:2"},
		"a word is missing in one language":     {"words.yaml", "tongue: {fr: Langue}\n", 1, "themes/mine/words.yaml:1:1"},
		"it is not there":                       {"", "", 3, "there is no folder themes/mine"},
	} {
		t.Log(name)
		mine := filepath.Join(project, "themes", "mine")
		if c.file != "" {
			if err := os.MkdirAll(filepath.Join(mine, "templates"), 0o755); err != nil {
				t.Fatal(err)
			}
			write(t, filepath.Join(mine, c.file), c.text)
		}
		t.Setenv("VIGIE_THEME", "mine")
		code, stdout, stderr := vigie(t, project, "check", "--as-of", "2026-11-23")
		if code != c.code || !strings.Contains(stdout+stderr, c.want) {
			t.Errorf("exits %d and says %s%s, want %q", code, stdout, stderr, c.want)
		}
		if err := os.RemoveAll(mine); err != nil {
			t.Fatal(err)
		}
	}
}

// interrupted starts a build and interrupts it once it says how far it is.
func interrupted(t *testing.T, project string) (code int, stderr string) {
	t.Helper()
	run := exec.Command("vigie", "build", "--as-of", "2027-11-23")
	run.Dir = project
	log, err := run.StderrPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := run.Start(); err != nil {
		t.Fatal(err)
	}
	var said strings.Builder
	lines := bufio.NewScanner(log)
	for lines.Scan() {
		if said.Len() == 0 {
			if err := run.Process.Signal(os.Interrupt); err != nil {
				t.Fatal(err)
			}
		}
		said.WriteString(lines.Text() + "\n")
	}
	run.Wait()
	return run.ProcessState.ExitCode(), said.String()
}
