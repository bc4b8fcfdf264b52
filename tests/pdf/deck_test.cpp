// Slides: tags of lists, tables, figures and notes; images; outline, labels, links within the file; builds.
#include <gmock/gmock.h>

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>

#include "deck/syntax/image_header.h"
#include "layout/page/image_turn.h"
#include "pdf/jpeg_header.h"
#include "pdf/page_objects.h"
#include "pdf/png_image.h"
#include "pdf/write_pdf.h"
#include "tests/pdf/dump_objects.h"
#include "tests/pdf/hand_made_deck.h"
#include "tests/support/golden.h"

namespace drawplate::test {
namespace {

using testing::HasSubstr;
using testing::Not;

const PdfOptions readable{.compression = PdfOptions::Compression::off};

/// The file; kept in the folder that DRAWPLATE_KEEP names, for outside checkers and for eyes.
std::string written(const Document& document, PdfOptions options = readable) {
  const Result<std::string> pdf = write_pdf(document, system_fonts(), options);
  EXPECT_TRUE(pdf) << (pdf ? "" : pdf.error().message);
  if (const char* folder = std::getenv("DRAWPLATE_KEEP")) {
    const std::string name = testing::UnitTest::GetInstance()->current_test_info()->name();
    std::ofstream(std::string(folder) + "/" + name + ".pdf", std::ios::binary) << pdf.value_or("");
  }
  return pdf.value_or("");
}

std::size_t count(std::string_view text, std::string_view what) {
  std::size_t n = 0;
  for (std::size_t at = text.find(what); at != std::string_view::npos; at = text.find(what, at + 1)) ++n;
  return n;
}

/// The content of every page, one after the other.
std::string contents_of(const std::string& pdf) {
  std::string all;
  for (std::size_t at = pdf.find("stream\n1 j\n"); at != std::string::npos; at = pdf.find("stream\n1 j\n", at + 1))
    all += "== page\n" + pdf.substr(at + 7, pdf.find("endstream", at) - at - 7);
  return all;
}

TEST(DeckPdf, content_of_slides) { expect_golden("pdf/deck.content", contents_of(written(hand_deck()))); }

TEST(DeckPdf, every_part_has_its_tag) {
  const std::string pdf = written(hand_deck());
  const std::pair<const char*, std::size_t> tags[] = {{"H1", 3},         {"L", 3},    {"LI", 5},     {"Lbl", 5},     {"LBody", 5},
                                                      {"Table", 1},      {"TR", 3},   {"TH", 3},     {"TD", 5},      {"Note", 1},
                                                      {"BlockQuote", 1}, {"Code", 1}, {"Figure", 3}, {"Formula", 1}, {"Link", 1}};
  for (const auto& [tag, wanted] : tags) EXPECT_EQ(count(pdf, std::string("/S /") + tag + "\n"), wanted) << tag;
  EXPECT_THAT(pdf, HasSubstr("/ColSpan 2"));
  EXPECT_THAT(pdf, HasSubstr("/Scope /Column"));
}

TEST(DeckPdf, images_are_there_once_with_their_mask) {
  const std::string pdf = written(hand_deck());
  EXPECT_EQ(count(pdf, "/Subtype /Image"), 2u) << "one, and its mask";
  EXPECT_EQ(count(contents_of(pdf), "/Im1 Do"), 3u);
  EXPECT_EQ(count(contents_of(pdf), "W n"), 2u) << "two are cropped, one of them to fill a page";
}

TEST(DeckPdf, pages_have_labels_and_bookmarks_by_section) {
  const std::string pdf = written(hand_deck());
  EXPECT_THAT(pdf, HasSubstr("/PageLabels"));
  EXPECT_EQ(count(pdf, "/Title (First part)"), 1u);
  EXPECT_EQ(count(pdf, "/Title (A list)"), 1u);
  EXPECT_THAT(pdf, HasSubstr("/Title (A list)"));
}

TEST(DeckPdf, links_within_the_file_lead_to_pages) {
  EXPECT_EQ(count(written(hand_deck()), "/Subtype /Link"), 1u);
  Document document = hand_deck();
  document.pages[1].id.clear();
  EXPECT_EQ(count(written(document), "/Subtype /Link"), 0u);
}

TEST(DeckPdf, steps_are_pages_of_their_own) {
  PdfOptions options = readable;
  EXPECT_EQ(count(written(hand_deck(), options), "/Type /Page\n"), 4u);
  options.steps = true;
  const std::string pdf = written(hand_deck(), options);
  EXPECT_EQ(count(pdf, "/Type /Page\n"), 6u);
  EXPECT_THAT(pdf, HasSubstr("/P (1.)"));
}

TEST(DeckPdf, labels_count_slides) {
  const std::size_t slides[] = {0, 1, 1, 2, 3};
  EXPECT_EQ(dump(pdf::page_labels(slides)), "<<Nums [0 <<S /D St 1>> 1 <<S /D St 1 P (2.)>> 3 <<S /D St 3>>]>>");
}

TEST(DeckPdf, broken_images_are_told) {
  Document document = hand_deck();
  document.images[0].bytes.resize(50);
  const Result<std::string> pdf = write_pdf(document, system_fonts(), readable);
  ASSERT_FALSE(pdf);
  EXPECT_THAT(pdf.error().message, HasSubstr("the PNG is broken"));
}

TEST(DeckPdf, png_alpha_is_a_plane_of_its_own) {
  const auto image = pdf::decode_png(small_png());
  ASSERT_TRUE(image);
  EXPECT_EQ(image->width, 2);
  EXPECT_EQ(image->components, 3);
  EXPECT_FALSE(image->alpha.empty());
}

/// The head of a JPEG: EXIF with an orientation, Adobe's segment, and a frame of CMYK.
std::string jpeg_head() {
  const auto bytes = [](std::initializer_list<int> list) {
    std::string out;
    for (const int byte : list) out += static_cast<char>(byte);
    return out;
  };
  std::string exif =
      std::string("Exif\0\0", 6) + "MM" + bytes({0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0});
  std::string head = bytes({0xFF, 0xD8, 0xFF, 0xE1, 0, static_cast<int>(exif.size()) + 2}) + exif;
  head += bytes({0xFF, 0xEE, 0, 14}) + "Adobe" + bytes({0, 100, 0, 0, 0, 0, 2});
  return head + bytes({0xFF, 0xC2, 0, 20, 8, 0, 30, 0, 40, 4, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0, 4, 0x11, 0, 0xFF, 0xD9});
}

TEST(DeckPdf, jpeg_files_are_passed_through) {
  const auto header = pdf::read_jpeg_header(jpeg_head());
  ASSERT_TRUE(header);
  EXPECT_EQ(header->width, 40);
  EXPECT_EQ(header->height, 30);
  EXPECT_EQ(header->components, 4);
  EXPECT_TRUE(header->inverted);
  Document document = hand_deck();
  document.images[0] = {jpeg_head(), "image/jpeg", 40, 30};
  const std::string pdf = written(document);
  EXPECT_THAT(pdf, HasSubstr(jpeg_head()));
  EXPECT_THAT(pdf, HasSubstr("/Decode [ 1 0 1 0 1 0 1 0 ]"));
  EXPECT_THAT(pdf, Not(HasSubstr("pdfaid:part"))) << "no PDF/A with colours of no profile";
}

TEST(DeckPdf, images_are_turned_as_the_camera_noted) {
  EXPECT_EQ(exif_orientation(jpeg_head()), 6);
  const ImageData image{jpeg_head(), "image/jpeg", 40, 30};
  EXPECT_EQ(upright_size(image), (Size{30, 40}));
  EXPECT_EQ(turn(6) * Point(0, 0), (Point{1, 0})) << "what is stored top left is seen top right";
  EXPECT_EQ(turn(8) * Point(0, 0), (Point{0, 1}));
  EXPECT_EQ(turn(1) * Point(0.25, 0.5), (Point{0.25, 0.5}));
  for (std::size_t size = 0; size < jpeg_head().size(); ++size) EXPECT_GE(exif_orientation(jpeg_head().substr(0, size)), 1);
}

}  // namespace
}  // namespace drawplate::test
