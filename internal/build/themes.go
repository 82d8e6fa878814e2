package build

import (
	"errors"
	"fmt"
	"io/fs"
	"path"

	"vigie/internal/record"
	"vigie/internal/theme"
	"vigie/internal/value/lang"
	"vigie/themes"
)

// loadTheme lays the themes of a site over each other: the one that the program
// holds, the project's folder of the same name if it has one, and the theme that
// its settings name.
func loadTheme(o Options, words record.Words) (*theme.Theme, error) {
	layers, err := layersOf(o)
	if err != nil {
		return nil, err
	}
	return theme.Load(o.Config.Languages, made(words), layers...)
}

// Sentences are what the program says itself, with its words in a language.
func Sentences(o Options, l lang.Lang) (theme.Composed, error) {
	layers, err := layersOf(o)
	if err != nil {
		return theme.Composed{}, err
	}
	return theme.LoadComposed(lang.Languages{l}, layers...)
}

func layersOf(o Options) ([]theme.Layer, error) {
	layers := []theme.Layer{{Folder: theme.InProgram + "themes/" + themes.Base, Files: themes.Files()}}
	for _, name := range []string{themes.Base, o.Config.Theme} {
		if name == "" || name == themes.Base && len(layers) > 1 {
			continue
		}
		folder := path.Join("themes", name)
		_, err := fs.Stat(o.Project, folder)
		switch {
		case errors.Is(err, fs.ErrNotExist) && name == themes.Base:
			continue
		case errors.Is(err, fs.ErrNotExist):
			return nil, fmt.Errorf("theme %q: there is no folder %s", name, folder)
		case err != nil:
			return nil, fmt.Errorf("theme %q: %w", name, err)
		}
		files, err := fs.Sub(o.Project, folder)
		if err != nil {
			return nil, fmt.Errorf("theme %q: %w", name, err)
		}
		layers = append(layers, theme.Layer{Folder: folder, Files: files})
	}
	return layers, nil
}
