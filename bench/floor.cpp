// The least a program can do that has the same work: find and open the fonts, shape the words once, and write an empty PDF
// and an empty zip with the same libraries. What drawplate takes beyond this is its own.
//
// usage: drawplate_floor WORDS.txt OUT.pdf OUT.zip FAMILY:WEIGHT…   a family through fontconfig, or a font file's path
#include <fontconfig/fontconfig.h>
#include <hb.h>
#include <podofo/podofo.h>
#include <zip.h>

#include <cstddef>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

namespace {

std::string find_font(const std::string& family, int weight) {
  FcPattern* pattern = FcPatternCreate();
  FcPatternAddString(pattern, FC_FAMILY, reinterpret_cast<const FcChar8*>(family.c_str()));
  FcPatternAddInteger(pattern, FC_WEIGHT, FcWeightFromOpenType(weight));
  FcConfigSubstitute(nullptr, pattern, FcMatchPattern);
  FcDefaultSubstitute(pattern);
  FcResult result = FcResultMatch;
  FcPattern* match = FcFontMatch(nullptr, pattern, &result);
  FcChar8* file = nullptr;
  const bool found = match && FcPatternGetString(match, FC_FILE, 0, &file) == FcResultMatch;
  std::string path = found ? reinterpret_cast<const char*>(file) : "";
  if (match) FcPatternDestroy(match);
  FcPatternDestroy(pattern);
  return path;
}

/// Total advance of every `step`th word from `first`, so that nothing is left out by the compiler.
long shape(const std::string& path, const std::vector<std::string>& words, std::size_t first, std::size_t step) {
  hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
  hb_face_t* face = hb_face_create(blob, 0);
  hb_font_t* font = hb_font_create(face);
  long total = 0;
  for (std::size_t at = first; at < words.size(); at += step) {
    const std::string& word = words[at];
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, word.data(), static_cast<int>(word.size()), 0, -1);
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, nullptr, 0);
    unsigned count = 0;
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    for (unsigned i = 0; i < count; ++i) total += places[i].x_advance;
    hb_buffer_destroy(buffer);
  }
  hb_font_destroy(font);
  hb_face_destroy(face);
  hb_blob_destroy(blob);
  return total;
}

void write_empty_pdf(const char* path) {
  PoDoFo::PdfMemDocument document;
  document.CreatePage(PoDoFo::PdfRect(0, 0, 900, 1125));
  document.Write(path);
}

bool write_empty_zip(const char* path) {
  int error = 0;
  zip_t* archive = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, &error);
  if (!archive) return false;
  zip_source_t* part = zip_source_buffer(archive, "x", 1, 0);
  return zip_file_add(archive, "part.xml", part, ZIP_FL_ENC_UTF_8) >= 0 && zip_close(archive) == 0;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc < 5) return 2;
  std::vector<std::string> words;
  std::ifstream in(argv[1]);
  for (std::string line; std::getline(in, line);) words.push_back(line);
  long total = 0;
  const std::vector<std::string> fonts(argv + 4, argv + argc);
  for (std::size_t i = 0; i < fonts.size(); ++i) {
    const std::string& font = fonts[i];
    const std::size_t colon = font.find(':');
    const std::string path = colon == std::string::npos ? font : find_font(font.substr(0, colon), std::stoi(font.substr(colon + 1)));
    total += shape(path, words, i, fonts.size());
  }
  write_empty_pdf(argv[2]);
  if (!write_empty_zip(argv[3])) return 1;
  std::printf("%zu words, %ld\n", words.size(), total);
  return total > 0 ? 0 : 1;
}
