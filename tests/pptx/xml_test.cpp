// Escaping, and what is kept out of XML.
#include "pptx/xml.h"

#include <string>
#include <string_view>
#include <utility>

#include <gtest/gtest.h>

namespace drawplate {
namespace {

constexpr std::string_view prolog = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

TEST(Xml, NestsEscapesAndClosesItself) {
  XmlWriter xml;
  {
    const auto a = xml.element("a", {{"name", "\"<&>'\n"}, {"n", -3}, {"e", to_emu(1)}});
    { const auto b = xml.element("b"); }
    xml.leaf("c");
    xml.text_leaf("t", {}, "1 < 2 & 3");
  }
  EXPECT_EQ(std::move(xml).take(),
            std::string(prolog) + "<a name=\"&quot;&lt;&amp;&gt;'&#10;\" n=\"-3\" e=\"12700\"><b/><c/><t>1 &lt; 2 &amp; 3</t></a>");
}

TEST(Xml, LeavesOutWhatXmlCannotHold) {
  EXPECT_EQ(to_xml_text(std::string_view("a\0b\x07"
                                         "c\td",
                                         7)),
            "abc\td");
  EXPECT_EQ(to_xml_text("\xEF\xBF\xBE\xEF\xBF\xBF"
                        "x"),
            "x");  // U+FFFE, U+FFFF
  EXPECT_EQ(to_xml_text("\xED\xA0\x80"
                        "x\xC0\xAF\xFF"),
            "x");  // a surrogate, an overlong slash, no UTF-8 at all
  EXPECT_EQ(to_xml_text("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80"), "\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
  EXPECT_EQ(to_xml_text("cut \xE2\x82"), "cut ");
}

}  // namespace
}  // namespace drawplate
