// One opened font face: its names, metrics and outlines. It knows nothing of documents, texts or where fonts are found.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/color.h"
#include "base/geometry.h"
#include "base/result.h"

using hb_blob_t = struct hb_blob_t;
using hb_face_t = struct hb_face_t;
using hb_font_t = struct hb_font_t;

namespace drawplate {

/// All in multiples of the font size, y up; descent is positive.
struct FaceMetrics {
  Em ascent = 0, descent = 0, line_gap = 0;  ///< what LibreOffice takes for line heights: hhea, or typo where the face says so
  Em win_ascent = 0, win_descent = 0;
  Em cap_height = 0, x_height = 0;
  Em underline_position = 0, underline_thickness = 0;  ///< position: centre of the line, negative below the baseline
  Em strike_position = 0, strike_thickness = 0;
  double italic_angle = 0;  ///< degrees, negative where letters lean to the right
};

/// A glyph whose outline is filled with one colour.
struct ColorLayer {
  std::uint32_t glyph = 0;
  std::optional<Rgb> color;  ///< nothing: the text's own
  double alpha = 1;
};

/// Values are for one instance: a variable face is pinned to one place on its axes when it is opened.
class Face {
 public:
  struct Place {
    std::string file{};
    unsigned index = 0;             ///< in a collection
    std::string variations{};       ///< "wght=600", or empty for static faces
    std::string family{}, style{};  ///< as fontconfig names them; empty: taken from the face
    std::string office_family{};    ///< what Office calls the face with the same metrics; empty: it goes by its own name
    int weight = 400;
    bool italic = false;
    friend bool operator==(const Place&, const Place&) = default;
  };

  static Result<std::shared_ptr<const Face>> open(const Place& place);
  ~Face();
  Face(const Face&) = delete;
  Face& operator=(const Face&) = delete;

  const std::string& family() const { return family_; }         ///< typographic family: "Inter"
  const std::string& legacy_family() const { return legacy_; }  ///< name id 1, what Office asks for: "Inter SemiBold"
  const std::string& style() const { return style_; }
  const std::string& postscript_name() const { return postscript_; }
  const std::string& file() const { return file_; }
  int weight() const { return weight_; }
  bool italic() const { return italic_; }
  /// True where legacy_family needs PowerPoint's b="1" to reach this face (style-linked bold).
  bool legacy_bold() const { return legacy_bold_; }
  bool legacy_italic() const { return legacy_italic_; }
  const FaceMetrics& metrics() const { return metrics_; }
  unsigned units_per_em() const { return upem_; }
  unsigned glyph_count() const { return glyph_count_; }
  bool is_cff() const { return is_cff_; }
  bool may_be_embedded() const { return may_be_embedded_; }  ///< OS/2 fsType

  bool has_glyph(char32_t character) const;
  std::optional<std::uint32_t> nominal_glyph(char32_t character) const;
  /// Advance in em, without kerning.
  Em advance(std::uint32_t glyph) const;
  /// Outline with y down, 1 unit = 1 em, origin on the baseline.
  Path outline(std::uint32_t glyph) const;
  /// A glyph drawn in colours, from the bottom up (COLR, version 0); empty for all others.
  std::vector<ColorLayer> color_layers(std::uint32_t glyph) const;
  bool has_color_layers() const;

  hb_font_t* hb_font() const { return font_; }  ///< scaled to units_per_em; immutable
  hb_face_t* hb_face() const { return face_; }
  const Place& place() const { return place_; }

 private:
  Face() = default;

  Place place_;
  std::string family_, legacy_, style_, postscript_, file_;
  int weight_ = 400;
  bool italic_ = false, legacy_bold_ = false, legacy_italic_ = false, is_cff_ = false, may_be_embedded_ = true;
  unsigned upem_ = 1000, glyph_count_ = 0;
  FaceMetrics metrics_;
  hb_face_t* face_ = nullptr;
  hb_font_t* font_ = nullptr;
};

}  // namespace drawplate
