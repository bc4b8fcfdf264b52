# The icon pack bootstrap-icons (Debian package of that name): its SVG files become one table of path data in the build
# folder, by a program of our own (cmake/generate_icon_pack.cpp). Without the package the table is empty and everything else
# works; with DRAWPLATE_REQUIRE_ICON_PACK, as in CI, its absence stops the configure step.
option(DRAWPLATE_REQUIRE_ICON_PACK "Fail where bootstrap-icons is not installed" OFF)
set(DRAWPLATE_BOOTSTRAP_ICONS /usr/share/bootstrap-icons/svg CACHE PATH "Folder of bootstrap-icons' SVG files")
set(DRAWPLATE_BOOTSTRAP_ICONS_LICENSE /usr/share/doc/bootstrap-icons/copyright CACHE FILEPATH "Their licence")

file(GLOB icon_files CONFIGURE_DEPENDS ${DRAWPLATE_BOOTSTRAP_ICONS}/*.svg)
list(LENGTH icon_files icon_count)
set(icon_table ${CMAKE_BINARY_DIR}/generated/bootstrap_icons.cpp)
if(icon_files AND EXISTS ${DRAWPLATE_BOOTSTRAP_ICONS_LICENSE})
  message(STATUS "Icon pack bootstrap-icons: ${icon_count} files in ${DRAWPLATE_BOOTSTRAP_ICONS}")
  add_executable(generate_icon_pack cmake/generate_icon_pack.cpp icons/svg_scan.cpp icons/svg_shapes.cpp base/geometry.cpp)
  target_include_directories(generate_icon_pack PRIVATE ${CMAKE_SOURCE_DIR})
  target_link_libraries(generate_icon_pack PRIVATE pugixml fmt::fmt)
  add_custom_command(
    OUTPUT ${icon_table}
    COMMAND generate_icon_pack ${DRAWPLATE_BOOTSTRAP_ICONS} ${DRAWPLATE_BOOTSTRAP_ICONS_LICENSE} ${icon_table}
    DEPENDS generate_icon_pack ${icon_files} ${DRAWPLATE_BOOTSTRAP_ICONS_LICENSE}
    VERBATIM)
  target_compile_definitions(drawplate_icons INTERFACE DRAWPLATE_HAS_ICON_PACK)
elseif(DRAWPLATE_REQUIRE_ICON_PACK)
  message(FATAL_ERROR "Icon pack bootstrap-icons: not found in ${DRAWPLATE_BOOTSTRAP_ICONS}")
else()
  message(STATUS "Icon pack bootstrap-icons: not installed, only drawplate's own icons are there")
  set(icon_table ${CMAKE_SOURCE_DIR}/cmake/no_icon_pack.cpp)
endif()
target_sources(drawplate_icons PRIVATE ${icon_table})
