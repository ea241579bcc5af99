# Warnings and instrumentation, all on one INTERFACE target that is linked PRIVATE and only at build
# time: none of it reaches who installs or embeds the library.

set(FRISE_SANITIZE "" CACHE STRING "Sanitizers to build with, comma separated: address, undefined")
option(FRISE_COVERAGE "Instrument for gcov" OFF)

add_library(frise_build_flags INTERFACE)

if(FRISE_DEVELOPER_MODE)
  # Designated initialisers leave members to their defaults on purpose.
  target_compile_options(
    frise_build_flags INTERFACE -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror
                                -Wno-missing-field-initializers)
  # With optimisation GCC 12 sees ghosts in inlined strings and optionals (GCC bugs 105651, 105562), and
  # sanitizers optimise too; Clang and the debug build keep watch.
  set(ghosts -Wno-restrict -Wno-maybe-uninitialized)
  if(FRISE_SANITIZE)
    set(optimised 1)
  else()
    set(optimised "$<NOT:$<CONFIG:Debug>>")
  endif()
  target_compile_options(
    frise_build_flags INTERFACE "$<$<AND:$<CXX_COMPILER_ID:GNU>,${optimised}>:${ghosts}>")
endif()

if(FRISE_SANITIZE)
  # No recovery: a find ends the program, so that a test cannot pass over it.
  set(flags -fsanitize=${FRISE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(frise_build_flags INTERFACE ${flags})
  target_link_options(frise_build_flags INTERFACE ${flags})
endif()

if(FRISE_COVERAGE)
  target_compile_options(frise_build_flags INTERFACE --coverage)
  target_link_options(frise_build_flags INTERFACE --coverage)
endif()
