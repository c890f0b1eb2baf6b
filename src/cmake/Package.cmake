# Installs the program, its manual page, the library with its headers, and what find_package(digestkg) needs.
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/digestkg)
install(TARGETS digestkg EXPORT digestkg ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
install(TARGETS digestkg_cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
install(DIRECTORY src/digestkg DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN "*.hpp")
install(FILES src/cli/digestkg.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES README.md LICENSE CHANGELOG.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(EXPORT digestkg NAMESPACE digestkg:: DESTINATION ${package_folder})
configure_package_config_file(src/cmake/digestkg-config.cmake.in digestkg-config.cmake INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(digestkg-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/digestkg-config.cmake ${PROJECT_BINARY_DIR}/digestkg-config-version.cmake
              src/cmake/Dependencies.cmake DESTINATION ${package_folder})
