// The container: what is in the zip, in which order, and that types and relationships are complete.
#include "pptx/package.h"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>

#include "pptx/write_pptx.h"
#include "tests/pdf/hand_made.h"
#include "tests/pptx/opened_package.h"

namespace drawplate {
namespace {

std::string written(const Document& document, PptxOptions options = {.fonts = PptxFonts::named}) {
  const Result<std::string> bytes = write_pptx(document, test::system_fonts(), options);
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().message);
  return bytes.value_or("");
}

Document with_notes() {
  Document document = test::two_cards();
  document.pages[0].notes = "First line.\n\nThird <line>.";
  document.pages.push_back(document.pages[0]);
  document.pages[1].notes.clear();
  return document;
}

TEST(Package, EqualDocumentsGiveEqualBytes) { EXPECT_EQ(written(with_notes()), written(with_notes())); }

TEST(Package, ContentTypesComeFirstAndCoverEveryPart) {
  const test::OpenedPackage package = test::open_package(written(with_notes()));
  ASSERT_FALSE(package.order.empty());
  EXPECT_EQ(package.order.front(), "[Content_Types].xml");
  const pugi::xml_document types = test::parse_part(package, "[Content_Types].xml");
  std::set<std::string> named;
  for (const pugi::xml_node& type : types.child("Types").children("Override")) named.insert(type.attribute("PartName").value());
  for (const std::string& part : package.order) {
    if (part.ends_with(".rels") || part == "[Content_Types].xml") continue;
    EXPECT_EQ(named.erase("/" + part), 1U) << part;
  }
  EXPECT_TRUE(named.empty()) << *named.begin() << " has a type but is no part";
}

TEST(Package, EveryRelationshipLeadsToAPart) {
  const test::OpenedPackage package = test::open_package(written(with_notes()));
  for (const std::string& name : package.order) {
    if (!name.ends_with(".rels")) continue;
    const pugi::xml_document relationships = test::parse_part(package, name);
    std::set<std::string> ids;
    const std::size_t rels = name.find("_rels/");
    for (const pugi::xml_node& r : relationships.child("Relationships").children()) {
      EXPECT_TRUE(ids.insert(r.attribute("Id").value()).second);
      if (std::string_view(r.attribute("TargetMode").value()) == "External") continue;
      std::string folder = name.substr(0, rels), target = r.attribute("Target").value();
      while (target.starts_with("../")) {
        target.erase(0, 3);
        folder = folder.substr(0, folder.rfind('/', folder.size() - 2) + 1);
      }
      EXPECT_TRUE(package.parts.contains(folder + target)) << name << ": " << folder + target;
    }
  }
}

TEST(Package, EveryPartIsWellFormed) {
  const test::OpenedPackage package = test::open_package(written(with_notes()));
  for (const std::string& name : package.order) test::parse_part(package, name);
}

TEST(Package, EntriesAreDatedAtTheBeginningOfTime) {
  const std::string bytes = written(test::two_cards());
  // local file header: signature, version, flags, method, time, date
  EXPECT_EQ(bytes.substr(0, 4), "PK\3\4");
  EXPECT_EQ(bytes.substr(4, 1), "\x14") << "needs zip 2.0";
  EXPECT_EQ(bytes.substr(10, 4), std::string("\0\0\x21\0", 4));
}

TEST(Package, NamesAreRelativeToTheirSource) {
  EXPECT_EQ(relative_part_name("ppt/slides/slide1.xml", "ppt/slideLayouts/slideLayout2.xml"), "../slideLayouts/slideLayout2.xml");
  EXPECT_EQ(relative_part_name("ppt/presentation.xml", "ppt/slides/slide1.xml"), "slides/slide1.xml");
  EXPECT_EQ(relative_part_name("", "docProps/core.xml"), "docProps/core.xml");
}

TEST(Package, AddressesBecomeUris) {
  EXPECT_EQ(to_uri("https://example.org/a b?q=<x>&y=%20#t"), "https://example.org/a%20b?q=%3Cx%3E&y=%20#t");
  EXPECT_EQ(to_uri("100%#a#b"), "100%25#a%23b");
  EXPECT_EQ(to_uri("\xC3\xA9"), "%C3%A9");
}

TEST(Package, TheSameAddressIsOneRelationship) {
  Package package;
  const std::string first = package.relate_external("a.xml", "t", "https://example.org");
  EXPECT_EQ(package.relate_external("a.xml", "t", "https://example.org"), first);
  EXPECT_NE(package.relate_external("a.xml", "t", "https://example.org/b"), first);
}

TEST(WritePptx, PagesThatNoSlideCanBeAreRefused) {
  Document document = test::two_cards();
  document.pages[0].size = {5000, 400};
  const Result<std::string> bytes = write_pptx(document, test::system_fonts(), {});
  ASSERT_FALSE(bytes);
  EXPECT_EQ(bytes.error().message, "a page of 5000 by 400 pt cannot be a slide: each side must have 72 to 4032 pt (1 to 56 inches)");
}

}  // namespace
}  // namespace drawplate
