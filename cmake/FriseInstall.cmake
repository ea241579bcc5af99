# What `cmake --install` lays down: library, headers, program, manual page, and what a consumer finds the
# library by (data/ installs the packs). tests/install/ builds one from it.

include(CMakePackageConfigHelpers)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/frise)

# A static library leaves its own dependencies to be linked by the program that uses it.
get_target_property(frise_type frise TYPE)
if(frise_type STREQUAL "STATIC_LIBRARY")
  set(frise_pc_private "")
else()
  set(frise_pc_private ".private")
endif()

install(
  TARGETS frise
  EXPORT friseTargets
  FILE_SET HEADERS
  INCLUDES
  DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS frise_cli)
install(
  EXPORT friseTargets
  NAMESPACE frise::
  DESTINATION ${package_dir})

configure_package_config_file(cmake/friseConfig.cmake.in friseConfig.cmake
                              INSTALL_DESTINATION ${package_dir})
write_basic_package_version_file(friseConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/friseConfig.cmake ${PROJECT_BINARY_DIR}/friseConfigVersion.cmake
        DESTINATION ${package_dir})

# Relative to the file itself, so that a staged or moved installation still works.
file(RELATIVE_PATH frise_pc_up /${CMAKE_INSTALL_LIBDIR}/pkgconfig /)
configure_file(cmake/frise.pc.in frise.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/frise.pc DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig)

install(FILES docs/man/frise.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES LICENSE NOTICE README.md CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES docs/schema/record.schema.json docs/schema/graph.schema.json
        DESTINATION ${CMAKE_INSTALL_DATADIR}/frise/schema)
