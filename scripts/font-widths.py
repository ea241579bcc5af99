#!/usr/bin/env python3
"""Prints src/render/noto_sans_widths.cpp: advance widths of Noto Sans, read from the installed font files.

Run once per version of the font: scripts/font-widths.py > src/render/noto_sans_widths.cpp
Needs libfreetype (a dependency of Pango). Widths are in thousandths of an em; 0 = no such glyph.
"""
import ctypes
import sys

FOLDER = "/usr/share/fonts/truetype/noto/NotoSans-"
STYLES = [("regular", "Regular"), ("bold", "Bold"), ("italic", "Italic")]
RANGES = [(0x20, 0x17F), (0x180, 0x24F), (0x370, 0x3FF), (0x400, 0x45F), (0x1E00, 0x1EFF),
          (0x2000, 0x206F), (0x2070, 0x209F), (0x20A0, 0x20BF), (0x2100, 0x214F)]
NO_SCALE = 1

ft = ctypes.CDLL("libfreetype.so.6")
library = ctypes.c_void_p()
assert ft.FT_Init_FreeType(ctypes.byref(library)) == 0


def widths(path):
    face = ctypes.c_void_p()
    assert ft.FT_New_Face(library, path.encode(), 0, ctypes.byref(face)) == 0, path
    ft.FT_Get_Char_Index.argtypes = [ctypes.c_void_p, ctypes.c_ulong]
    ft.FT_Get_Advance.argtypes = [ctypes.c_void_p, ctypes.c_uint, ctypes.c_int32,
                                  ctypes.POINTER(ctypes.c_long)]
    out = []
    for first, last in RANGES:
        row = []
        for code in range(first, last + 1):
            glyph = ft.FT_Get_Char_Index(face, code)
            advance = ctypes.c_long(0)
            if glyph:
                assert ft.FT_Get_Advance(face, glyph, NO_SCALE, ctypes.byref(advance)) == 0
            row.append(advance.value)  # Noto Sans has 1000 units per em
        out.append(row)
    return out


def main():
    tables = [widths(FOLDER + name + ".ttf") for _, name in STYLES]
    print("// Made by scripts/font-widths.py from Noto Sans (SIL Open Font License 1.1). Do not edit.")
    print("\n#include \"render/noto_sans_widths.hpp\"\n\n#include <array>\n")
    print("namespace frise::render {\nnamespace {\n\n// clang-format off")
    for (style, _), table in zip(STYLES, tables):
        for (first, _), row in zip(RANGES, table):
            print(f"constexpr std::array<std::uint16_t, {len(row)}> {style}_{first:04x}{{")
            for at in range(0, len(row), 24):
                print("    " + ", ".join(str(w) for w in row[at:at + 24]) + ",")
            print("};")
    print("// clang-format on\n\n}  // namespace\n")
    for style, _ in STYLES:
        print(f"const std::array<WidthRange, {len(RANGES)}> noto_sans_{style}{{{{")
        for first, last in RANGES:
            print(f"    {{0x{first:04x}, 0x{last:04x}, {style}_{first:04x}.data()}},")
        print("}};\n")
    print("}  // namespace frise::render")


sys.exit(main())
