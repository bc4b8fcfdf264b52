// The operators of a page's content, one method each, named in words and documented by the operator's letters. It knows the
// spelling and the nesting rules, not what is drawn or why. Coordinates are PDF's: points, y up.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "base/color.h"
#include "base/geometry.h"

namespace drawplate::pdf {

enum class LineCap : std::uint8_t { butt, round, square };
enum class LineJoin : std::uint8_t { miter, round, bevel };

/// One code of a font and how far back to step before it, in thousandths of the size (positive moves left).
struct ShownCode {
  std::uint16_t code = 0;
  int step_back = 0;
};

class ContentStream {
 public:
  /// `q` and `Q`.
  ContentStream& save();
  ContentStream& restore();

  /// `cm`.
  ContentStream& transform(const Affine& matrix);
  /// `W n`: what follows is painted within the path only.
  ContentStream& clip();
  /// `Do`.
  ContentStream& draw_object(std::string_view resource);
  /// `w`.
  ContentStream& line_width(Pt width);
  /// `J`.
  ContentStream& line_cap(LineCap cap);
  /// `j`.
  ContentStream& line_join(LineJoin join);
  /// `d`: lengths of dashes and gaps; none is a solid line.
  ContentStream& dashes(std::span<const Pt> lengths);
  /// `rg`.
  ContentStream& fill_color(Rgb color);
  /// `RG`.
  ContentStream& stroke_color(Rgb color);

  /// `m`.
  ContentStream& move_to(Point p);
  /// `l`.
  ContentStream& line_to(Point p);
  /// `c`.
  ContentStream& cubic_to(Point c1, Point c2, Point p);
  /// `h`.
  ContentStream& close_path();
  /// `re`: by its lower left corner.
  ContentStream& rectangle(Point corner, Size size);

  /// `f`.
  ContentStream& fill();
  /// `f*`.
  ContentStream& fill_even_odd();
  /// `S`.
  ContentStream& stroke();
  /// `B`.
  ContentStream& fill_and_stroke();
  /// `B*`.
  ContentStream& fill_even_odd_and_stroke();

  /// `BT`, `ET`.
  ContentStream& begin_text();
  ContentStream& end_text();
  /// `Tf`.
  ContentStream& font(std::string_view resource, Pt size);
  /// `Tm` without turning or scaling: where the next code is drawn.
  ContentStream& text_at(Point p);
  /// `Ts`.
  ContentStream& text_rise(Pt rise);
  /// `Tr` 3: text that is there for readers of the content and paints nothing, up to the next restore.
  ContentStream& text_unseen();
  /// `Tz`: the width of glyphs, 1 as designed, up to the next restore.
  ContentStream& text_scale(double scale);
  /// `TJ`.
  ContentStream& show(std::span<const ShownCode> codes);

  /// `BDC` with an MCID; `actual_text` where it is not empty.
  ContentStream& begin_marked(std::string_view tag, int mcid, std::string_view actual_text = {});
  /// `BMC` of an artifact.
  ContentStream& begin_artifact();
  /// `EMC`.
  ContentStream& end_marked();
  /// `BDC` and `EMC` of a Span without MCID inside an artifact: what readers of the content find in place of its glyphs.
  ContentStream& begin_replaced(std::string_view actual_text);
  ContentStream& end_replaced();

  const std::string& bytes() const { return bytes_; }

 private:
  ContentStream& number(double value);
  ContentStream& point(Point p);
  ContentStream& color(Rgb color);
  ContentStream& op(std::string_view letters);

  std::string bytes_;
  int saved_ = 0;
  bool in_text_ = false, in_marked_ = false;
};

/// `q` now, `Q` at the end of the scope.
class SavedState {
 public:
  explicit SavedState(ContentStream& content) : content_(content) { content_.save(); }
  ~SavedState() { content_.restore(); }
  SavedState(const SavedState&) = delete;
  SavedState& operator=(const SavedState&) = delete;

 private:
  ContentStream& content_;
};

}  // namespace drawplate::pdf
