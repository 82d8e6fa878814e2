package tree_test

import (
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"vigie/internal/value/tree"
)

// project is a made-up project beside a file that is none of its business.
func project(t *testing.T) string {
	t.Helper()
	beside := t.TempDir()
	for name, content := range map[string]string{
		"elsewhere/secret.txt": "TOKEN=made-up", "elsewhere/offers/b.yaml": "name: B",
		"site/config.yaml": "site: {}", "site/data/offers/a.yaml": "name: A", "site/content/fr/index.md": "Bonjour",
		"site/themes/vigie/words.yaml": "{}", "site/themes/vigie/assets/style.css": "p {}",
	} {
		write(t, filepath.Join(beside, name), content)
	}
	return filepath.Join(beside, "site")
}

func write(t *testing.T, whole, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(whole), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(whole, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func link(t *testing.T, to, whole string) {
	t.Helper()
	if err := os.Symlink(to, whole); err != nil {
		t.Fatal(err)
	}
}

func TestAProjectIsAFileSystem(t *testing.T) {
	if err := fstest.TestFS(tree.Project(project(t)), "config.yaml", "data/offers/a.yaml", "themes/vigie/assets/style.css"); err != nil {
		t.Fatal(err)
	}
}

func TestWhatLeadsOutOrIsNoFileIsNeverRead(t *testing.T) {
	for name, c := range map[string]struct {
		put  func(t *testing.T, site string)
		file string
		want string // of the fault; nothing when the file is read
	}{
		"a relative link out": {func(t *testing.T, site string) {
			link(t, "../../../../elsewhere/secret.txt", site+"/themes/vigie/assets/leak.txt")
		}, "themes/vigie/assets/leak.txt", "themes/vigie/assets/leak.txt: it is a link that leads out of the project"},
		"an absolute link out": {func(t *testing.T, site string) {
			link(t, filepath.Join(site, "../elsewhere/secret.txt"), site+"/data/offers/b.yaml")
		}, "data/offers/b.yaml", "data/offers/b.yaml: it is a link that leads out of the project"},
		"the system's own files": {func(t *testing.T, site string) { link(t, "/proc/self/environ", site+"/themes/vigie/assets/leak.txt") },
			"themes/vigie/assets/leak.txt", "leads out of the project"},
		"the settings": {func(t *testing.T, site string) {
			os.Remove(site + "/config.yaml")
			link(t, "../elsewhere/secret.txt", site+"/config.yaml")
		}, "config.yaml", "config.yaml: it is a link that leads out"},
		"a folder that leads out": {func(t *testing.T, site string) { link(t, "../../elsewhere/offers", site+"/data/more") },
			"data/more/b.yaml", "data/more: it is a link that leads out of the project"},
		"a link through a link": {func(t *testing.T, site string) {
			link(t, "../../../elsewhere", site+"/data/offers/out")
			link(t, "out/secret.txt", site+"/data/offers/b.yaml")
		}, "data/offers/b.yaml", "leads out of the project"},
		"a link to nothing": {func(t *testing.T, site string) { link(t, "gone.yaml", site+"/data/offers/b.yaml") },
			"data/offers/b.yaml", "a link that leads to nothing"},
		"a link to itself": {func(t *testing.T, site string) { link(t, "b.yaml", site+"/data/offers/b.yaml") },
			"data/offers/b.yaml", "data/offers/b.yaml: it is a link"},
		"a named pipe": {func(t *testing.T, site string) {
			if err := syscall.Mkfifo(site+"/data/offers/b.yaml", 0o644); err != nil {
				t.Skip(err)
			}
		}, "data/offers/b.yaml", "it is a named pipe, not a file"},
		"a text above its limit": {func(t *testing.T, site string) {
			write(t, site+"/data/offers/b.yaml", strings.Repeat("#", tree.MaxText+1))
		}, "data/offers/b.yaml", "the file holds 1048577 bytes, more than 1048576"},
		"a text at its limit": {func(t *testing.T, site string) {
			write(t, site+"/data/offers/b.yaml", strings.Repeat("#", tree.MaxText))
		}, "data/offers/b.yaml", ""},
		"a table that is larger than a text": {func(t *testing.T, site string) {
			write(t, site+"/data/collected/b.csv", strings.Repeat("1", tree.MaxText+1))
		}, "data/collected/b.csv", ""},
		"a link that stays inside": {func(t *testing.T, site string) { link(t, "a.yaml", site+"/data/offers/b.yaml") }, "data/offers/b.yaml", ""},
		"from one folder to another": {func(t *testing.T, site string) { link(t, "../../data/offers/a.yaml", site+"/content/fr/a.yaml") },
			"content/fr/a.yaml", ""},
		"an absolute link that stays inside": {func(t *testing.T, site string) { link(t, site+"/data/offers", site+"/content/more") },
			"content/more/a.yaml", ""},
	} {
		t.Run(name, func(t *testing.T) {
			site := project(t)
			c.put(t, site)
			p := tree.Project(site)
			content, err := fs.ReadFile(p, c.file)
			fault, faulty := tree.Faulty(err)
			if c.want == "" {
				if err != nil || len(content) == 0 {
					t.Fatalf("read %d bytes, %v; want them all", len(content), err)
				}
			} else if !faulty || !strings.Contains(fault.Error(), c.want) || fault.Mend == "" || len(content) > 0 {
				t.Fatalf("read %q, %v; want the fault %q", content, err, c.want)
			}
			found, err := tree.Survey(p, "data", "content", "themes")
			if err != nil {
				t.Fatal(err)
			}
			wanted := 0
			if c.want != "" && c.file != "config.yaml" {
				wanted = 1
			}
			if name == "a link through a link" {
				wanted = 2
			}
			if len(found) != wanted {
				t.Errorf("the survey found %v, want %d", found, wanted)
			}
		})
	}
}

func TestTheFoldersOfAProjectMayBeLinksThemselves(t *testing.T) {
	site := project(t)
	for _, folder := range []string{"data", "content", "themes"} {
		if err := os.Rename(filepath.Join(site, folder), filepath.Join(site, "../elsewhere", folder)); err != nil {
			t.Fatal(err)
		}
		link(t, "../elsewhere/"+folder, filepath.Join(site, folder))
	}
	p := tree.Project(site)
	if content, err := fs.ReadFile(p, "data/offers/a.yaml"); err != nil || string(content) != "name: A" {
		t.Errorf("read %q, %v", content, err)
	}
	var walked []string
	if err := fs.WalkDir(p, ".", func(name string, e fs.DirEntry, err error) error {
		if err == nil && !e.IsDir() {
			walked = append(walked, name)
		}
		return err
	}); err != nil {
		t.Fatal(err)
	}
	want := []string{"config.yaml", "content/fr/index.md", "data/offers/a.yaml", "themes/vigie/assets/style.css", "themes/vigie/words.yaml"}
	if diff := cmp.Diff(want, walked); diff != "" {
		t.Error(diff)
	}
	link(t, "../secret.txt", site+"/data/leak.yaml") // out of the folder that was chosen
	if content, err := fs.ReadFile(p, "data/leak.yaml"); err == nil {
		t.Errorf("read %q through a link that leads out of data/", content)
	} else if _, ok := tree.Faulty(err); !ok || !strings.HasPrefix(err.Error(), "data/leak.yaml: ") {
		t.Error(err)
	}
}

func TestAFolderThatStandsForItselfNamesItsFilesWhole(t *testing.T) {
	site := project(t)
	link(t, "../../../elsewhere/secret.txt", site+"/data/offers/leak")
	_, err := fs.ReadFile(tree.Folder(site+"/data/offers"), "leak")
	if want := site + "/data/offers/leak: it is a link"; err == nil || !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%v, want %s…", err, want)
	}
}

func TestAFolderIsReadOnceItIsThere(t *testing.T) {
	folder := filepath.Join(t.TempDir(), "later")
	f := tree.Folder(folder)
	if _, err := fs.ReadDir(f, "."); err == nil {
		t.Fatal("a folder that is not there was read")
	}
	write(t, folder+"/a", "a")
	if got, err := fs.ReadFile(f, "a"); err != nil || string(got) != "a" {
		t.Errorf("%q, %v", got, err)
	}
}

func TestWhatEditorsAndSystemsLeaveIsNotListed(t *testing.T) {
	site := project(t)
	for _, name := range []string{".#a.yaml", "#a.yaml#", "a.yaml~", "4913", ".a.yaml.swp", "._a.yaml", ".DS_Store", "a.yaml.orig",
		"a.yaml.rej", "a.yaml.bak", "Thumbs.db", "a.yaml.~1~", "a.yaml___jb_tmp___"} {
		write(t, site+"/data/offers/"+name, "left")
	}
	write(t, site+"/data/lost+found/x.yaml", "left")
	entries, err := fs.ReadDir(tree.Project(site), "data/offers")
	if err != nil || len(entries) != 1 || entries[0].Name() != "a.yaml" {
		t.Errorf("listed %v, %v; want a.yaml alone", entries, err)
	}
	if found, err := tree.Survey(tree.Project(site), "data"); err != nil || len(found) > 0 {
		t.Errorf("the survey found %v, %v", found, err)
	}
}

func TestLeftover(t *testing.T) {
	for name, want := range map[string]bool{
		"a.yaml": false, "style.css": false, "#": false, "4913.yaml": false, "tmp": false, "a#b": false, "index.md": false, ".": false,
		"data/a.yaml": false, "data/.a.yaml": true, "#a#": true, "a~": true, "~$a.xlsx": true, ".gitignore": true, "__MACOSX": true,
	} {
		if got := tree.Leftover(name); got != want {
			t.Errorf("%q: %v, want %v", name, got, want)
		}
	}
}
