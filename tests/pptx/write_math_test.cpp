// Formulas as Office Math.
#include "pptx/write_math.h"

#include <gtest/gtest.h>

#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <string_view>
#include <utility>

#include "deck/math/math.h"
#include "tests/support/golden.h"

namespace drawplate {
namespace {

std::string written(std::string_view tex) {
  XmlWriter xml;
  {
    const auto root = xml.element("root", {{"xmlns:d14", drawing_2010_namespace}});
    write_math(xml, parse_math(tex), {20, {}, false}, {});
  }
  const std::string text = std::move(xml).take();
  pugi::xml_document document;
  EXPECT_TRUE(document.load_buffer(text.data(), text.size())) << tex;
  std::ostringstream out;
  document.child("root").first_child().print(out, "  ");
  return out.str();
}

TEST(WriteMath, EveryKindOfNode) {
  std::string all;
  for (const char* tex :
       {R"(\frac{a}{b})", R"(\binom{n}{k})", R"(\sqrt[3]{x})", R"(x_i^2)", R"(\sum_{i=1}^{n} a_i + 1)", R"(\left( x \right])",
        R"(\begin{pmatrix} a & b \\ c & d \end{pmatrix})", R"(\hat{x})", R"(\lim_{x \to 0} f)", R"(\mathbb{R} \text{ words})"})
    all += std::string("== ") + tex + "\n" + written(tex);
  test::expect_golden("pptx/math.xml", all);
}

TEST(WriteMath, WhatIsNotUnderstoodIsStillWellFormed) {
  for (const char* tex : {"", "{", "}", "\\frac", "\\unknown{x}", "a & b", "\\left(", "^", "x_"}) EXPECT_FALSE(written(tex).empty()) << tex;
}

}  // namespace
}  // namespace drawplate
