// Authors' own icons: what is read, and the whole message for what is refused.
#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "icons/icons.h"
#include "icons/svg_path.h"

namespace drawplate {
namespace {

struct Reading {
  std::optional<IconDrawing> icon;
  std::string messages;  ///< "column: text (hint)", by lines
};

Reading read(std::string text) {
  SourceSet sources;
  const SourceId id = sources.add({"my.svg", std::move(text)});
  Report report;
  Reading reading;
  reading.icon = read_svg_icon(sources, id, report);
  for (const Diagnostic& d : report.all()) {
    const LineColumn place = line_column(sources.get(id), d.span.begin);
    reading.messages +=
        fmt::format("{}{}: {}{}", reading.messages.empty() ? "" : "\n", place.column, d.message, d.hint.empty() ? "" : " (" + d.hint + ")");
  }
  EXPECT_EQ(reading.icon.has_value(), !report.has_errors());
  return reading;
}

Reading read_body(const std::string& body) { return read("<svg viewBox='0 0 24 24'>\n" + body + "</svg>"); }

double rounded(double v) { return std::round(v * 1000) / 1000 + 0.0; }

/// The parts' paint, width and box: "fill 1 2 3 4", "stroke/2 1 2 3 4".
std::string parts_of(const std::string& text) {
  const Reading reading = read(text);
  if (!reading.icon) return reading.messages;
  std::string out;
  for (const IconPart& part : reading.icon->parts) {
    const Rect box = control_box(part.path);
    const std::string width = part.width > 0 ? fmt::format("/{:.4g}", part.width) : "";
    out += fmt::format("{}{}{} {} {} {} {}", out.empty() ? "" : "; ", part.paint == IconPart::Paint::fill ? "fill" : "stroke", width,
                       rounded(box.x), rounded(box.y), rounded(box.width), rounded(box.height));
  }
  return out;
}

std::string parts_of_body(const std::string& body) { return parts_of("<svg viewBox='0 0 24 24'>" + body + "</svg>"); }

TEST(SvgIcon, reads_every_shape) {
  EXPECT_EQ(parts_of_body("<path d='M1 2h3v4z'/>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of_body("<rect x='1' y='2' width='3' height='4'/>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of_body("<rect x='1' y='2' width='3px' height='4' rx='1'/>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of_body("<circle cx='5' cy='6' r='2'/>"), "fill 3 4 4 4");
  EXPECT_EQ(parts_of_body("<ellipse cx='5' cy='6' rx='2' ry='1'/>"), "fill 3 5 4 2");
  EXPECT_EQ(parts_of_body("<line x1='1' y1='2' x2='3' y2='4' stroke='red'/>"), "stroke 1 2 2 2");
  EXPECT_EQ(parts_of_body("<polyline points='1,2 3,4 5,2' fill='none' stroke='red'/>"), "stroke 1 2 4 2");
  EXPECT_EQ(parts_of_body("<polygon points='1,2 3,4 5,2'/>"), "fill 1 2 4 2");
  EXPECT_EQ(parts_of_body("<title>x</title><desc/><metadata><z/></metadata><inkscape:grid/><path d='M1 2h3v4z'/>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of("<?xml version='1.0'?><!-- x --><svg:svg viewBox='0 0 24 24'><svg:path d='M1 2h3v4z'/></svg:svg>"), "fill 1 2 3 4");
}

TEST(SvgIcon, fits_the_view_box_into_the_grid) {
  EXPECT_EQ(parts_of("<svg viewBox='0 0 48 48'><rect width='48' height='48'/></svg>"), "fill 0 0 24 24");
  EXPECT_EQ(parts_of("<svg viewBox='10,10,100,50'><rect x='10' y='10' width='100' height='50'/></svg>"), "fill 0 6 24 12");
  EXPECT_EQ(parts_of("<svg width='12' height='48px'><rect width='12' height='48'/></svg>"), "fill 9 0 6 24");
  EXPECT_EQ(parts_of("<svg viewBox='0 0 12 12' width='9mm'><rect width='1' height='1'/></svg>"), "fill 0 0 2 2");
}

TEST(SvgIcon, applies_transforms_from_the_inside_out) {
  EXPECT_EQ(parts_of_body("<g transform='translate(4 0)'><g transform='scale(2)'><rect width='3' height='4'/></g></g>"), "fill 4 0 6 8");
  EXPECT_EQ(parts_of_body("<rect transform='rotate(90 12 12)' x='12' y='12' width='3' height='4'/>"), "fill 8 12 4 3");
}

TEST(SvgIcon, inherits_paint) {
  EXPECT_EQ(parts_of("<svg viewBox='0 0 24 24' fill='none' stroke='currentColor' stroke-width='2'><path d='M1 2h3'/></svg>"),
            "stroke/2 1 2 3 0");
  EXPECT_EQ(parts_of("<svg viewBox='0 0 48 48' fill='none' stroke='red' stroke-width='2'><path d='M2 4h6'/></svg>"), "stroke/1 1 2 3 0");
  EXPECT_EQ(parts_of_body("<g fill='none' stroke='red'><path d='M1 2h3' style='stroke-width: 2px; stroke: blue'/></g>"),
            "stroke/2 1 2 3 0");
  EXPECT_EQ(parts_of_body("<g fill='none'><path d='M1 2h3v4z' fill='red'/><path d='M0 0h9'/></g>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of_body("<path stroke='red' d='M1 2h3v4z'/>"), "fill 1 2 3 4; stroke 1 2 3 4");
  EXPECT_EQ(parts_of_body("<g style='display:none'><path d='M9 9h9v9z'/></g><path d='M1 2h3v4z'/>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of_body("<defs><path d='M9 9h9v9z'/></defs><path d='M1 2h3v4z'/>"), "fill 1 2 3 4");
  EXPECT_EQ(parts_of_body("<path stroke='red' stroke-width='0' d='M1 2h3v4z'/>"), "fill 1 2 3 4");
}

TEST(SvgIcon, draws_lines_of_no_length_as_dots) {
  EXPECT_EQ(parts_of_body("<path fill='none' stroke='red' d='M5 5h.01'/>"), "fill 4.25 4.25 1.5 1.5");
  EXPECT_EQ(parts_of_body("<path fill='none' stroke='red' stroke-width='2' d='M5 5h.01M8 5h3'/>"), "stroke/2 8 5 3 0; fill 4 4 2 2");
}

TEST(SvgIcon, keeps_the_area_of_the_nonzero_rule) {
  const std::string same = "M1 1h6v6h-6zM4 4h6v6h-6z", opposite = "M1 1h9v9h-9zM3 3v5h5v-5z";
  EXPECT_EQ(parts_of_body("<path d='" + same + "'/>"), "fill 1 1 6 6; fill 4 4 6 6");
  EXPECT_EQ(parts_of_body("<path d='" + opposite + "'/>"), "fill 1 1 9 9");
  EXPECT_EQ(parts_of_body("<path fill-rule='evenodd' d='" + same + "'/>"), "fill 1 1 9 9");
}

TEST(SvgIcon, refuses_what_is_not_drawing) {
  const struct {
    std::string body, messages;
  } cases[] = {
      {"<script>alert(1)</script>", "1: an icon may not hold a script (remove it)"},
      {"<svg:script/>", "1: an icon may not hold a script (remove it)"},
      {"<foreignObject/>",
       "1: an icon may not hold other documents (an icon is made of g, path, rect, circle, ellipse, line, polyline and polygon)"},
      {"<image href='a.png'/>",
       "1: an icon may not hold a picture (an icon is made of g, path, rect, circle, ellipse, line, polyline and polygon)"},
      {"<use href='#a'/>", "1: references are not read in an icon (put the shape itself in its place)"},
      {"<style>path{fill:red}</style>", "1: style sheets are not read in an icon (write fill and stroke as attributes of the shapes)"},
      {"<text>a</text>", "1: text is not read in an icon (convert it to paths)"},
      {"<svg/>", "1: an svg inside an svg is not read (use a g with a transform)"},
      {"<blink/>", "1: <blink> is not read in an icon (an icon is made of g, path, rect, circle, ellipse, line, polyline and polygon)"},
      {"<defs><linearGradient/></defs>", "7: an icon has one colour, so gradients are not read (fill with a plain colour)"},
      {"<g onclick='x()'/>", "13: an icon may not hold a script, as in 'onclick' (remove the attribute)"},
      {"<path d='M1 1h2' xlink:href='http://x/'/>", "30: an icon may not refer to anything outside it (remove the reference)"},
      {"<path d='M1 1h2' fill='url(#a)'/>",
       "24: an icon may not use url(…), as in 'fill' (use a plain colour, and shapes cut as they are)"},
      {"<g style='mask: URL(x)'/>", "11: an icon may not use url(…), as in 'style' (use a plain colour, and shapes cut as they are)"},
      {"<path d='M1 1 X'/>", "15: path data has no command here, one of M L H V C S Q T A Z"},
      {"<path d='M1&#32;1 X'/>", "10: path data has no command here, one of M L H V C S Q T A Z"},
      {"<g transform='spin(3)'/>", "15: a transform must be matrix, translate, scale, rotate, skewX or skewY, each with its numbers"},
      {"<polygon points='1 2 3'/>", "23: points must be pairs of numbers up to 1000000"},
      {"<rect width='50%' height='1'/>", "14: 'width' must be a plain number up to 1000000"},
      {"<circle r='-1'/>", "12: 'r' must not be negative"},
      {"<path stroke-width='x' d='M1 1h1v1z'/>", "21: 'stroke-width' must be a plain number from 0 to 1000000"},
      {"<path d='M1 1h90000v1z'/>", "1: the shape lies far outside the view box"},
  };
  for (const auto& [body, messages] : cases) EXPECT_EQ(read_body(body).messages, messages) << body;
}

TEST(SvgIcon, refuses_files_that_are_not_icons) {
  const std::string shape = "<path d='M1 1h2v2z'/>";
  const struct {
    std::string text, messages;
  } cases[] = {
      {"", "1: the icon is not well-formed XML"},
      {"hello", "6: the icon is not well-formed XML"},
      {"<svg viewBox='0 0 1 1'><g></svg>", "29: the icon is not well-formed XML"},
      {"<html/>", "1: the outermost element must be <svg>, not <html>"},
      {"<svg>" + shape + "</svg>",
       "1: the svg has neither a viewBox nor width and height (add viewBox=\"0 0 24 24\" with the size of the drawing)"},
      {"<svg width='0' height='1'/>", "1: the svg's width and height must be above 0"},
      {"<svg viewBox='0 0 0 24'/>", "15: 'viewBox' must be x, y, width and height, the last two above 0"},
      {"<svg viewBox='0 0 24 24'/>", "1: the icon draws nothing (give its shapes a fill or a stroke)"},
      {"<svg viewBox='0 0 24 24' fill='none'>" + shape + "</svg>", "1: the icon draws nothing (give its shapes a fill or a stroke)"},
      {"<!DOCTYPE svg [<!ENTITY a 'b'>]><svg viewBox='0 0 24 24'>" + shape + "</svg>",
       "1: an SVG with a DOCTYPE is not read, since it may define entities (remove the DOCTYPE)"},
      {"<?xml-stylesheet href='a.css'?><svg viewBox='0 0 24 24'>" + shape + "</svg>",
       "1: instructions to other programs are not read in an icon (remove it)"},
      {"<svg viewBox='0 0 24 24'>\xff</svg>", "26: the icon is not UTF-8 text"},
      {std::string("<svg\x01/>"), "5: XML cannot hold this character"},
      {std::string(1 << 20, ' ') + "<svg/>", "1: an icon may be 1 MiB at most"},
  };
  for (const auto& [text, messages] : cases) EXPECT_EQ(read(text).messages, messages) << text.substr(0, 80);
}

TEST(SvgIcon, reports_everything_wrong_at_once) {
  EXPECT_EQ(
      read_body("<script/>\n<text/>\n<circle r='-1'/>").messages,
      "1: an icon may not hold a script (remove it)\n1: text is not read in an icon (convert it to paths)\n12: 'r' must not be negative");
}

TEST(SvgIcon, warns_of_shapes_outside_the_view_box) {
  const Reading reading = read_body("<rect width='30' height='4'/>");
  EXPECT_EQ(reading.messages, "1: the shape reaches out of the view box, which does not cut it off here");
  EXPECT_TRUE(reading.icon);
}

std::string repeated(std::string_view text, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += text;
  return out;
}

TEST(SvgIcon, is_not_exhausted_by_hostile_files) {
  EXPECT_EQ(read_body(repeated("<g>", 100'000) + repeated("</g>", 100'000)).messages, "190: groups are nested more than 64 deep");
  EXPECT_EQ(read_body(repeated("<g/>\n", 30'000)).messages, "1: an icon may have 20000 elements at most");
  EXPECT_THAT(read_body("<path d='M0 0" + repeated("h1", 60'000) + "'/>").messages,
              ::testing::HasSubstr("path data has more than 50000 segments"));
  const std::string line = "<path d='M1 1" + repeated("h1h-1", 10'000) + "'/>\n";
  EXPECT_EQ(read_body(repeated(line, 3)).messages, "1: an icon may have 50000 segments at most");
  EXPECT_EQ(read_body(repeated("<g transform='scale(999999)'>", 60) + "<rect width='1' height='1'/>" + repeated("</g>", 60)).messages,
            fmt::format("{}: the shape lies far outside the view box", 60 * 29 + 1));
  std::string many = "<g";
  for (int i = 0; i < 60'000; ++i) many += fmt::format(" on{}=''", i);
  EXPECT_THAT(read_body(many + "/>").messages, ::testing::StartsWith("9: an icon may not hold a script, as in 'on0'"));
  EXPECT_EQ(read_body("<g style='" + repeated("stroke-width:x;", 60'000) + "'/>").messages,
            "11: 'stroke-width' must be a plain number from 0 to 1000000");
  EXPECT_THAT(read_body(repeated("<script/>", 10'000)).messages, ::testing::StartsWith("1: an icon may not hold a script"));
}

}  // namespace
}  // namespace drawplate
