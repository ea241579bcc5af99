# Stages an installation, builds the consumer from it twice (CMake package, pkg-config), runs both and
# the installed program. Arguments: -DBUILD= -DWORK= -DLIBDIR= -DSOURCE= -DCOMPILER=
# -DGENERATOR=
cmake_policy(VERSION 3.25)

function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE code OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT code EQUAL 0)
    string(REPLACE ";" " " command "${ARGN}")
    message(NOTICE "${command}\nended with ${code}:\n${output}")
    message(FATAL_ERROR "a step of the installation failed")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

function(expect file)
  file(GLOB found ${WORK}/stage/${file})
  if(NOT found)
    message(FATAL_ERROR "not installed: ${file}")
  endif()
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/stage)

expect(bin/frise)
expect(include/frise/core/date.hpp)
expect(${LIBDIR}/libfrise.a)
expect(${LIBDIR}/cmake/frise/friseConfig.cmake)
expect(share/frise/lang/fr/pack.toml)
expect(share/frise/subject)
expect(share/frise/lexicon/fr.lex)
expect(share/man/man1/frise.1)

run(${CMAKE_COMMAND} -S ${SOURCE} -B ${WORK}/consumer -G ${GENERATOR} -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_PREFIX_PATH=${WORK}/stage)
run(${CMAKE_COMMAND} --build ${WORK}/consumer)
run(${WORK}/consumer/consumer ${WORK}/stage/share/frise)
if(NOT output STREQUAL "2019-05-02\n")
  message(FATAL_ERROR "the consumer printed ${output}")
endif()

file(GLOB_RECURSE pc ${WORK}/stage/*/frise.pc)
get_filename_component(pc_dir ${pc} DIRECTORY)
run(${CMAKE_COMMAND} -E env PKG_CONFIG_PATH=${pc_dir} pkg-config --cflags --libs frise)
separate_arguments(flags UNIX_COMMAND "${output}")
run(${COMPILER} -std=c++20 ${SOURCE}/main.cpp -o ${WORK}/by-pkg-config ${flags})
run(${WORK}/by-pkg-config ${WORK}/stage/share/frise)

run(${WORK}/stage/bin/frise --version)
