# drawplate_embed(TARGET HEADER FILES...): compiles data files into the program. The header gets, for each file,
# {name without suffix, text} in `inline constexpr EmbeddedFile embedded_files[]` of namespace drawplate::<header's stem>.
function(drawplate_embed target header)
  set(output ${CMAKE_BINARY_DIR}/generated/${header})
  add_custom_command(
    OUTPUT ${output}
    COMMAND ${CMAKE_COMMAND} "-DOUTPUT=${output}" "-DFILES=${ARGN}" -P ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    DEPENDS ${ARGN} ${CMAKE_SOURCE_DIR}/cmake/embed_files.cmake
    VERBATIM)
  target_sources(${target} PRIVATE ${output})
endfunction()
