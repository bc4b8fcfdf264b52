// See write_run.h.
#include "pptx/write_run.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

#include "pptx/drawing.h"

namespace drawplate {
namespace {

/// A link whose text keeps its own colour instead of the theme's link colour.
void write_run_link(XmlWriter& xml, const LinkReference& target) {
  if (target.id.empty()) return;
  XmlAttributes attributes = {{"r:id", target.id}};
  if (!target.action.empty()) attributes.push_back({"action", target.action});
  const auto link = xml.element("a:hlinkClick", attributes);
  const auto list = xml.element("a:extLst");
  const auto extension = xml.element("a:ext", {{"uri", "{A12FA001-AC4F-418D-AE19-62706E023703}"}});
  xml.leaf("ahyp:hlinkClr", {{"xmlns:ahyp", "http://schemas.microsoft.com/office/drawing/2018/hyperlinkcolor"}, {"val", "tx"}});
}

const std::string& family_of(ThemeFace face, const DocumentTheme& theme) {
  return face == ThemeFace::heading ? theme.heading_family : theme.body_family;
}

XmlAttributes run_attributes(const GlyphRun& run, Pt size, const Face& face, const TextContext& context, const InheritedText* inherited) {
  XmlAttributes attributes = {{"lang", office_language(run.lang.empty() ? context.lang : run.lang)}};
  if (!inherited || font_size(size) != font_size(inherited->style.size)) attributes.push_back({"sz", font_size(size)});
  const bool bold = inherited && inherited->style.bold;
  if (face.legacy_bold() != bold) attributes.push_back({"b", bold ? 0 : 1});
  if (face.legacy_italic()) attributes.push_back({"i", 1});
  if (run.underline) attributes.push_back({"u", "sng"});
  if (run.strike) attributes.push_back({"strike", "sngStrike"});
  if (!inherited) attributes.push_back({"kern", 100});  // from 1 pt on; 0 would mean never to Office
  if (const long spacing = std::lround(run.letter_spacing * 100); spacing != 0) attributes.push_back({"spc", spacing});
  if (run.baseline_shift != 0) attributes.push_back({"baseline", std::lround(std::clamp(run.baseline_shift, -1.0, 1.0) * 100) * 1000});
  attributes.push_back({"dirty", 0});
  return attributes;
}

/// a:latin, a:ea and a:cs.
void write_typefaces(XmlWriter& xml, const Face& face, const TextContext& context) {
  static constexpr std::array<std::string_view, 3> scripts = {"a:latin", "a:ea", "a:cs"}, ends = {"lt", "ea", "cs"};
  const std::string& family = face.legacy_family();
  const bool deck = context.design != nullptr;
  const std::string token = !deck                                    ? ""
                            : family == context.theme.body_family    ? "+mn-"
                            : family == context.theme.heading_family ? "+mj-"
                                                                     : "";
  for (std::size_t i = 0; i < scripts.size(); ++i)
    xml.leaf(scripts[i], {{"typeface", token.empty() ? family : token + std::string(ends[i])}});
}

}  // namespace

long font_size(Pt size) { return std::lround(std::clamp(size, 1.0, 4000.0) * 100); }

bool same_style(const GlyphRun& a, const GlyphRun& b) {
  return a.face == b.face && a.size == b.size && a.color == b.color && a.letter_spacing == b.letter_spacing && a.underline == b.underline &&
         a.strike == b.strike && a.link == b.link && a.lang == b.lang && a.right_to_left == b.right_to_left && a.highlight == b.highlight &&
         a.baseline_shift == b.baseline_shift;
}

void write_run_properties(XmlWriter& xml, const GlyphRun& run, Pt size, const TextContext& context, const InheritedText* inherited) {
  const Face& face = context.fonts.face(run.face);
  const auto properties = xml.element("a:rPr", run_attributes(run, run.baseline_shift != 0 ? size : run.size, face, context, inherited));
  if (!inherited || run.color != inherited->style.color) write_fill(xml, Fill{run.color}, context.theme);
  if (run.highlight) {
    const auto highlight = xml.element("a:highlight");
    write_color(xml, *run.highlight, context.theme);
  }
  if (!inherited || face.legacy_family() != family_of(inherited->face, context.theme)) write_typefaces(xml, face, context);
  if (!run.link.empty()) write_run_link(xml, context.link(run.link));
}

void write_link(XmlWriter& xml, const LinkReference& link) {
  if (link.id.empty()) return;
  XmlAttributes attributes = {{"r:id", link.id}};
  if (!link.action.empty()) attributes.push_back({"action", link.action});
  xml.leaf("a:hlinkClick", attributes);
}

std::string office_language(std::string_view lang) {
  if (lang.empty() || lang == "en") return "en-US";
  return std::string(lang);
}

}  // namespace drawplate
