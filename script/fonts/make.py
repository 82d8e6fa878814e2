"""Cuts the fonts of the theme out of Adobe's: make.py MODULES THEME LETTERS PICTURES.

MODULES and THEME are folders, LETTERS is a file, PICTURES the folder of the fonts that the program itself draws
pictures with.

The letters: all of Latin-1, what French adds to it, and the signs that the site writes. The weights: from
400 to 700, on one axis. The licence (OFL 1.1) reserves the name "Source" for Adobe's own files, so a cut has a
name of its own, and keeps the copyright, the licence and the name of what it was cut from.
"""
import sys

import fontTools
from fontTools import subset
from fontTools.ttLib import TTFont
from fontTools.varLib import instancer

VERSION = "4.38.0"  # of fontTools: another may lay the same letters down in other bytes

LETTERS = (
    set(range(0x20, 0x7F))
    | set(range(0xA0, 0x100))  # Latin-1
    | {ord(c) for c in "ŒœŸ’‘‚“”„«»‹›–—…•·†‡‰€π"}
    | {ord(c) for c in "←↑→↓▲▼✓−×◊≈≠≤≥"}
    | {0x2002, 0x2003, 0x2009, 0x200A, 0x202F, 0x2060}  # spaces, the narrow one that does not break among them
)
FEATURES = ["kern"]  # figures are of one width and as tall as capitals in both families

FONTS = [
    ("vigie-sans", "Vigie Sans", "source-sans/VF/SourceSans3VF-Upright.ttf", {"wght": (400, 700)}),
    ("vigie-serif", "Vigie Serif", "source-serif/VAR/SourceSerif4Variable-Roman.ttf", {"wght": (400, 700), "opsz": 24}),
]
# What the program draws pictures with has one weight a file, and is not packed.
PICTURES = [
    ("vigie-sans-400", "Vigie Sans", "source-sans/VF/SourceSans3VF-Upright.ttf", {"wght": 400}),
    ("vigie-sans-600", "Vigie Sans", "source-sans/VF/SourceSans3VF-Upright.ttf", {"wght": 600}),
]
KEPT = [0, 5, 7, 8, 9, 11, 13, 14]  # copyright, version, trademark, makers, licence


def cut(family, path, axes, flavor):
    font = TTFont(path, recalcTimestamp=False)
    origin = font["name"].getDebugName(1)
    options = subset.Options()
    options.layout_features = FEATURES
    options.name_IDs = KEPT
    options.hinting = False
    options.notdef_outline = True
    options.glyph_names = False
    cutter = subset.Subsetter(options)
    cutter.populate(unicodes=LETTERS)
    cutter.subset(font)
    instancer.instantiateVariableFont(font, dict(axes), inplace=True)
    rename(font, family, origin)
    font.flavor = flavor
    return font


def rename(font, family, origin):
    names = font["name"]
    postscript = family.replace(" ", "")
    for number, text in {
        1: family, 2: "Regular", 3: postscript, 4: family, 6: postscript,
        10: "Letters of %s, cut out for the theme of Vigie by script/fonts.sh" % origin,
    }.items():
        names.setName(text, number, 3, 1, 0x409)


if __name__ == "__main__":
    modules, out, letters, pictures = sys.argv[1:]
    if fontTools.version != VERSION:
        sys.exit("fontTools is %s: %s makes the files that are kept (Debian 12: python3-fonttools, python3-brotli)"
                 % (fontTools.version, VERSION))
    shared = set(LETTERS)
    for name, family, path, axes in FONTS:
        font = cut(family, modules + "/" + path, axes, "woff2")
        shared &= set(font.getBestCmap())
        font.save("%s/%s.woff2" % (out, name))
    for name, family, path, axes in PICTURES:
        cut(family, modules + "/" + path, axes, None).save("%s/%s.ttf" % (pictures, name))
    with open(letters, "w", encoding="utf-8") as file:
        file.writelines("U+%04X %s\n" % (letter, chr(letter)) for letter in sorted(shared) if letter > 0x7E)
