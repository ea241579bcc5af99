# Writes the report's scripts, one after the other, and its style as C++ strings:
# cmake -DOUT=... -DFOLDER=... -DSCRIPTS=a.js,b.js -P embed.cmake
string(REPLACE "," ";" scripts "${SCRIPTS}")
set(script "")
foreach(name IN LISTS scripts)
  file(READ ${FOLDER}/${name} part)
  string(APPEND script "${part}")
endforeach()
file(READ ${FOLDER}/report.css style)
file(WRITE ${OUT} "// Made of src/render/html by embed.cmake.\n#include \"render/report_parts.hpp\"\n\n"
                  "namespace frise::render {\n"
                  "const std::string_view report_script = R\"frise(${script})frise\";\n"
                  "const std::string_view report_style = R\"frise(${style})frise\";\n}  // namespace frise::render\n")
