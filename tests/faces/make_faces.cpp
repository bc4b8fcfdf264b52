// Makes the faces that goldens are set in: the families of the usual theme, drawn from DejaVu, whose files have been the same for
// ten years. Packages of the real families change their metrics and names; what a golden holds must not change with them.
//   make_faces FOLDER    writes the faces and a fonts.conf that knows them instead of the system's of the same names.
#include <cstddef>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>

#include "fonts/sfnt.h"
#include "tests/faces/name_table.h"

namespace {

using namespace drawplate;
namespace fs = std::filesystem;

struct FaceToMake {
  std::string_view source, family, style;
  unsigned weight;
  bool italic = false;
  unsigned units = 2048;  ///< of the em: more than DejaVu's 2048 make its letters as narrow as those of the family it stands for
};
constexpr FaceToMake faces[] = {
    {"DejaVuSans", "Inter", "Regular", 400, false, 2304},       {"DejaVuSans", "Inter", "Medium", 500, false, 2276},
    {"DejaVuSans-Bold", "Inter", "SemiBold", 600, false, 2520}, {"DejaVuSans-Bold", "Inter", "Bold", 700, false, 2460},
    {"DejaVuSans", "Inter", "Italic", 400, true, 2304},         {"DejaVuSans-Bold", "Inter", "Bold Italic", 700, true, 2460},
    {"DejaVuSansMono", "JetBrains Mono", "Regular", 400},       {"DejaVuSansMono-Bold", "JetBrains Mono", "Bold", 700}};

std::string without_spaces(std::string_view text) {
  std::string out;
  for (const char c : text)
    if (c != ' ') out += c;
  return out;
}

/// Weights that Office's b cannot reach are families of their own.
std::string names_of(const FaceToMake& face) {
  const std::string family(face.family), style(face.style);
  const bool linked = face.weight == 400 || face.weight == 700;
  const std::pair<unsigned, std::string> names[] = {{1, linked ? family : family + " " + style},
                                                    {2, linked ? style : "Regular"},
                                                    {4, family + " " + style},
                                                    {6, without_spaces(family) + "-" + without_spaces(style)},
                                                    {16, family},
                                                    {17, style}};
  return test::name_table(names);
}

void write_face(const FaceToMake& face, const fs::path& folder) {
  std::ifstream file("/usr/share/fonts/truetype/dejavu/" + std::string(face.source) + ".ttf", std::ios::binary);
  SfntTables tables = read_sfnt(std::string(std::istreambuf_iterator<char>(file), {}));
  const unsigned bold = face.weight == 700 ? 1 : 0, italic = face.italic ? 1 : 0;
  put_u16(tables["head"], 18, face.units);
  put_u16(tables["head"], 44, bold | italic << 1);                                        // macStyle
  put_u16(tables["OS/2"], 4, face.weight);                                                // usWeightClass
  put_u16(tables["OS/2"], 62, italic | bold << 5 | (bold + italic == 0 ? 1u << 6 : 0u));  // fsSelection
  tables["name"] = names_of(face);
  for (const char* hints : {"fpgm", "prep", "cvt ", "gasp"}) tables.erase(hints);
  const std::string name = without_spaces(face.family) + "-" + without_spaces(face.style) + ".ttf";
  std::ofstream(folder / name, std::ios::binary) << write_sfnt(std::move(tables));
}

void write_configuration(const fs::path& folder) {
  std::ofstream(folder / "fonts.conf") << "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"fonts.dtd\"><fontconfig>"
                                          "<include>/etc/fonts/fonts.conf</include><selectfont><rejectfont>"
                                          "<glob>/usr/*/Inter*</glob><glob>/usr/*/JetBrainsMono*</glob>"
                                          "</rejectfont></selectfont><dir>"
                                       << (folder / "faces").string() << "</dir><cachedir>" << (folder / "cache").string()
                                       << "</cachedir></fontconfig>\n";
}

}  // namespace

int main(int count, char** words) {
  if (count != 2) {
    std::fputs("usage: make_faces FOLDER\n", stderr);
    return 2;
  }
  const fs::path folder = words[1];
  fs::create_directories(folder / "faces");
  for (const FaceToMake& face : faces) write_face(face, folder / "faces");
  write_configuration(folder);
  return 0;
}
