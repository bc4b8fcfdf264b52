# Writes OUTPUT, a C++ header with the text of each of FILES. Run by drawplate_embed.
get_filename_component(stem ${OUTPUT} NAME_WE)
set(text "#pragma once\n#include <string_view>\nnamespace drawplate::${stem} {\nstruct EmbeddedFile { std::string_view name, text; };\ninline constexpr EmbeddedFile embedded_files[] = {\n")
foreach(file IN LISTS FILES)
  get_filename_component(name ${file} NAME_WE)
  file(READ ${file} content)
  # A string literal may hold 64 KB in some compilers: data files stay far below.
  string(APPEND text "{\"${name}\", R\"drawplate(${content})drawplate\"},\n")
endforeach()
string(APPEND text "};\n}\n")
file(WRITE ${OUTPUT} "${text}")
