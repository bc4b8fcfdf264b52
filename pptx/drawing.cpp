// See drawing.h.
#include "pptx/drawing.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "pptx/preset_shapes.h"
#include "pptx/tint.h"

namespace drawplate {
namespace {

constexpr std::array<std::string_view, 6> accent_colors = {"accent1", "accent2", "accent3", "accent4", "accent5", "accent6"};

/// A path's points relative to the frame's corner; lines that do not begin with a move get one.
class PathXml {
 public:
  PathXml(XmlWriter& xml, EmuPoint origin) : xml_(xml), origin_(origin) {}

  void write(const Path& path) {
    for (const PathElement& element : path.elements) write(element);
  }

 private:
  void write(const PathElement& element) {
    const bool begins = !begun_ && element.kind != PathElement::Kind::close;
    begun_ = begun_ || begins;
    switch (begins ? PathElement::Kind::move : element.kind) {
      case PathElement::Kind::move:
        points("a:moveTo", {element.to});
        break;
      case PathElement::Kind::line:
        points("a:lnTo", {element.to});
        break;
      case PathElement::Kind::cubic:
        points("a:cubicBezTo", {element.c1, element.c2, element.to});
        break;
      case PathElement::Kind::close:
        if (begun_) xml_.leaf("a:close");
        break;
    }
  }
  void points(std::string_view name, std::initializer_list<Point> list) {
    const auto element = xml_.element(name);
    for (const Point& point : list) {
      const EmuPoint p = to_emu(point);
      xml_.leaf("a:pt", {{"x", p.x - origin_.x}, {"y", p.y - origin_.y}});
    }
  }

  XmlWriter& xml_;
  EmuPoint origin_;
  bool begun_ = false;
};

void write_site(XmlWriter& xml, std::string_view angle, std::string_view x, std::string_view y) {
  const auto site = xml.element("a:cxn", {{"ang", angle}});
  xml.leaf("a:pos", {{"x", x}, {"y", y}});
}

void write_sites(XmlWriter& xml, const EmuFrame& frame, std::span<const ShapeSite> more) {
  constexpr std::array<std::string_view, 4> angles = {"3cd4", "0", "cd4", "cd2"};  // by Side: the way out
  const auto list = xml.element("a:cxnLst");
  write_site(xml, "3cd4", "hc", "t");
  write_site(xml, "cd2", "l", "vc");
  write_site(xml, "cd4", "hc", "b");
  write_site(xml, "0", "r", "vc");
  for (const ShapeSite& site : more) {
    const EmuPoint place = to_emu(site.place);
    write_site(xml, angles[static_cast<std::size_t>(site.side)], std::to_string(place.x - frame.offset.x),
               std::to_string(place.y - frame.offset.y));
  }
}

void write_head(XmlWriter& xml, std::string_view name, const Arrow& arrow) {
  if (arrow.kind == HeadKind::none) return;
  xml.leaf(name, {{"type", head_type(arrow.kind)}, {"w", head_size(arrow.size)}, {"len", head_size(arrow.size)}});
}

/// The name of the theme colour that a token stands for, through the master's colour map: "bg1", "tx1", "accent3". Empty where
/// the theme has no such colour or another value for it.
std::string_view theme_color_name(const Color& color, const DocumentTheme& theme) {
  const auto if_equal = [&](Rgb value, std::string_view name) { return color.rgb == value ? name : std::string_view{}; };
  switch (color.token.role) {
    case ColorRole::card:
      return if_equal(theme.card, "bg1");
    case ColorRole::ink:
      return if_equal(theme.ink, "tx1");
    case ColorRole::background:
      return if_equal(theme.background, "bg2");
    case ColorRole::connector:
      return if_equal(theme.connector, "tx2");
    case ColorRole::loop:
      return if_equal(theme.ink, "tx1");
    case ColorRole::accent: {
      const auto index = static_cast<std::size_t>(color.token.accent);
      return index < accent_colors.size() ? if_equal(theme.accents[index], accent_colors[index]) : std::string_view{};
    }
    case ColorRole::muted:
    case ColorRole::none:
      return {};
  }
  return {};
}

}  // namespace

std::string hex_color(Rgb color) { return to_hex(color).substr(1); }

void write_color(XmlWriter& xml, const Color& color, const DocumentTheme& theme) {
  if (const std::string_view name = theme_color_name(color, theme); !name.empty()) return xml.leaf("a:schemeClr", {{"val", name}});
  const auto accent = static_cast<std::size_t>(color.token.accent);
  const bool has_accent = color.token.role == ColorRole::accent && accent < accent_colors.size();
  const auto tint = has_accent ? find_tint(theme.accents[accent], color.rgb) : std::nullopt;
  if (!tint) return xml.leaf("a:srgbClr", {{"val", hex_color(color.rgb)}});
  const auto element = xml.element("a:schemeClr", {{"val", accent_colors[accent]}});
  xml.leaf("a:lumMod", {{"val", tint->lum_mod}});
  if (tint->lum_off != 0) xml.leaf("a:lumOff", {{"val", tint->lum_off}});
}

void write_fill(XmlWriter& xml, const std::optional<Fill>& fill, const DocumentTheme& theme) {
  if (!fill) return xml.leaf("a:noFill");
  const auto solid = xml.element("a:solidFill");
  write_color(xml, fill->color, theme);
}

void write_line(XmlWriter& xml, const std::optional<Stroke>& stroke, const DocumentTheme& theme, const LineEnds& ends) {
  if (!stroke) {
    const auto line = xml.element("a:ln");
    return xml.leaf("a:noFill");
  }
  constexpr std::int64_t widest = 20116800;  // ST_LineWidth
  const auto line = xml.element(
      "a:ln", {{"w", std::clamp<std::int64_t>(to_emu(stroke->width).value, 0, widest)}, {"cap", stroke->round_caps ? "rnd" : "flat"}});
  write_fill(xml, Fill{stroke->color}, theme);
  xml.leaf("a:prstDash", {{"val", preset_dash(stroke->dash)}});
  xml.leaf("a:round");
  write_head(xml, "a:headEnd", ends.tail);  // DrawingML's head is where the line starts
  write_head(xml, "a:tailEnd", ends.head);
}

void write_frame(XmlWriter& xml, const EmuFrame& frame) {
  XmlAttributes turn;
  if (frame.rotation != 0) turn.push_back({"rot", frame.rotation});
  if (frame.flip_h) turn.push_back({"flipH", 1});
  if (frame.flip_v) turn.push_back({"flipV", 1});
  const auto xfrm = xml.element("a:xfrm", turn);
  xml.leaf("a:off", {{"x", frame.offset.x}, {"y", frame.offset.y}});
  xml.leaf("a:ext", {{"cx", frame.width}, {"cy", frame.height}});
}

void write_preset_geometry(XmlWriter& xml, std::string_view preset, std::span<const std::int64_t> adjust) {
  const auto geometry = xml.element("a:prstGeom", {{"prst", preset}});
  const auto values = xml.element("a:avLst");
  const bool numbered = preset.find("Connector") != std::string_view::npos;  // their only value is called adj1, not adj
  for (std::size_t i = 0; i < adjust.size(); ++i) {
    const std::string name = numbered ? "adj" + std::to_string(i + 1) : "adj";
    xml.leaf("a:gd", {{"name", name}, {"fmla", "val " + std::to_string(adjust[i])}});
  }
}

void write_custom_geometry(XmlWriter& xml, const EmuFrame& frame, std::span<const DrawnPath> paths, std::span<const ShapeSite> more_sites) {
  const auto geometry = xml.element("a:custGeom");
  for (const std::string_view list : {"a:avLst", "a:gdLst", "a:ahLst"}) xml.leaf(list);
  write_sites(xml, frame, more_sites);
  xml.leaf("a:rect", {{"l", "l"}, {"t", "t"}, {"r", "r"}, {"b", "b"}});
  const auto list = xml.element("a:pathLst");
  for (const DrawnPath& drawn : paths) {
    XmlAttributes attributes;
    if (frame.width > 0 && frame.height > 0) attributes = {{"w", frame.width}, {"h", frame.height}};  // else EMU of the shape
    if (!drawn.filled) attributes.push_back({"fill", "none"});
    if (!drawn.stroked) attributes.push_back({"stroke", 0});
    const auto element = xml.element("a:path", attributes);
    PathXml(xml, frame.offset).write(drawn.path);
  }
}

}  // namespace drawplate
