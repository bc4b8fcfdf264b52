// The fonts of goldens: the families of the usual theme as tests/faces makes them, beside the system's other families.
#pragma once

#include <cstdlib>
#include <utility>

#include <gtest/gtest.h>

#include "fonts/catalog.h"

namespace drawplate::test {

/// A catalog whose Inter and JetBrains Mono are the same on every machine.
inline FontCatalog open_built_faces() {
  setenv("FONTCONFIG_FILE", DRAWPLATE_TEST_FACES "/fonts.conf", 1);
  Result<FontCatalog> opened = FontCatalog::open_system();
  unsetenv("FONTCONFIG_FILE");
  EXPECT_TRUE(opened) << (opened ? "" : opened.error().message);
  return std::move(*opened);
}

}  // namespace drawplate::test
