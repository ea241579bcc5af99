# Writes the report's scripts, one after the other, and its style as C++ strings:
# cmake -DOUT=... -DFOLDER=... -P embed.cmake
file(READ ${FOLDER}/live_timeline.js live_timeline)
file(READ ${FOLDER}/report.js script)
file(READ ${FOLDER}/report.css style)
file(WRITE ${OUT} "// Made of src/render/html by embed.cmake.\n#include \"render/report_parts.hpp\"\n\n"
                  "namespace frise::render {\n"
                  "const std::string_view report_script = R\"frise(${live_timeline}${script})frise\";\n"
                  "const std::string_view report_style = R\"frise(${style})frise\";\n}  // namespace frise::render\n")
