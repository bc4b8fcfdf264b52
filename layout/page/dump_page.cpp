// The text form of pages for goldens; see dump_page.h. Whatever the eye could tell apart is in it, at 0.01 pt.
#include "layout/page/dump_page.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <utility>
#include <variant>
#include <vector>

#include "deck/model/vocabulary.h"
#include "layout/page/json.h"
#include "layout/page/shapes.h"

namespace drawplate {
namespace {

constexpr std::array<std::string_view, 22> role_names = {
    "decoration", "diagram_title", "card", "inner_card", "panel", "pill",  "icon",  "text",    "edge",    "edge_label", "footer",
    "port",       "heading",       "body", "quote",      "code",  "table", "image", "formula", "caption", "footnote",   "diagram"};
static_assert(static_cast<std::size_t>(Role::diagram) + 1 == role_names.size());

constexpr std::array<std::string_view, 3> align_names = {"left", "center", "right"}, anchor_names = {"top", "middle", "bottom"};
constexpr std::array<std::string_view, 4> dash_names = {"solid", "dash", "dot", "dash_dot"};
constexpr std::array<std::string_view, 3> size_names = {"small", "medium", "large"}, route_names = {"orthogonal", "straight", "curved"};
constexpr std::array<std::string_view, 8> color_role_names = {"", "background", "card", "ink", "muted", "connector", "loop", "accent"};
constexpr std::array<std::string_view, 5> part_names = {"outline", "pale", "panel", "icon", "text"};

std::string number(double value) { return short_number(value, 2); }
std::string at(Point p) { return number(p.x) + "," + number(p.y); }
std::string box(Rect r) { return at({r.x, r.y}) + " " + number(r.width) + "x" + number(r.height); }

std::string color_text(const Color& color) {
  std::string out = to_hex(color.rgb);
  if (color.token.role == ColorRole::none) return out;
  if (color.token.role != ColorRole::accent) return out + fmt::format("({})", word_for(color.token.role, color_role_names));
  return out + fmt::format("({}.{})", word_for(color.token.accent, accent_names), word_for(color.token.part, part_names));
}

/// Writes items with two spaces an indent.
class PageDump {
 public:
  PageDump(const FontCatalog& fonts, std::string& out) : fonts_(fonts), out_(out) {}

  void page(const Page& page) {
    line(fmt::format("page {}x{} {}", number(page.size.width), number(page.size.height), color_text({page.background})) +
         quoted(" title ", page.title));
    ++depth_;
    if (!page.alt.empty()) line("alt " + json_quoted(page.alt));
    if (!page.notes.empty()) line("notes " + json_quoted(page.notes));
    std::string order = "reading order";
    for (const ItemId id : page.reading_order) order += fmt::format(" {}", static_cast<std::uint32_t>(id));
    if (!page.reading_order.empty()) line(order);
    items(page.items);
    --depth_;
  }

 private:
  void line(std::string_view text) {
    out_.append(static_cast<std::size_t>(depth_) * 2, ' ');
    out_ += text;
    out_ += '\n';
  }

  static std::string quoted(std::string_view before, std::string_view text) {
    return text.empty() ? std::string() : std::string(before) + json_quoted(text);
  }

  static std::string fill_text(const std::optional<Fill>& fill) { return fill ? " fill " + color_text(fill->color) : ""; }
  static std::string stroke_text(const std::optional<Stroke>& stroke) {
    if (!stroke) return "";
    std::string out = fmt::format(" stroke {} {}", color_text(stroke->color), number(stroke->width));
    if (stroke->dash != Dash::solid) out += fmt::format(" {}", word_for(stroke->dash, dash_names));
    return stroke->round_caps ? out + " round" : out;
  }

  void items(const std::vector<Item>& items) {
    for (const Item& item : items) {
      head_ = fmt::format("#{} {} {}", static_cast<std::uint32_t>(item.id), word_for(item.role, role_names), json_quoted(item.name));
      if (item.step != 0) head_ += fmt::format(" step {}", item.step);
      tail_ = quoted(" alt ", item.alt) + quoted(" link ", item.link);
      std::visit([&](const auto& what) { draw(what); }, item.what);
    }
  }

  void draw(const Shape& shape) {
    std::string text = fmt::format("{} {} {}", head_, shape_row(shape.kind).name, box(shape.box));
    if (shape.radius != 0) text += " radius " + number(shape.radius);
    line(text + fill_text(shape.fill) + stroke_text(shape.stroke) + tail_);
    ++depth_;
    if (shape.text) block("text", *shape.text);
    --depth_;
  }

  static std::string glue_text(std::string_view before, const std::optional<Glue>& glue) {
    return glue ? fmt::format(" {} #{} {}", before, static_cast<std::uint32_t>(glue->shape), word_for(glue->side, side_names)) : "";
  }
  static std::string arrow_text(std::string_view before, const Arrow& arrow) {
    return arrow.kind == HeadKind::none
               ? ""
               : fmt::format(" {} {} {}", before, word_for(arrow.kind, head_names), word_for(arrow.size, size_names));
  }

  void draw(const Connector& connector) {
    std::string text = fmt::format("{} connector {}", head_, word_for(connector.kind, route_names));
    for (const Point p : connector.route) text += " " + at(p);
    if (connector.corner_radius != 0) text += (connector.chamfered ? " chamfer " : " radius ") + number(connector.corner_radius);
    line(text + stroke_text(connector.stroke) + arrow_text("tail", connector.tail) + arrow_text("head", connector.head) +
         glue_text("from", connector.from) + glue_text("to", connector.to) + tail_);
  }

  void draw(const TextBlock& text) { block(head_ + " text", text, tail_); }

  void draw(const Freeform& form) {
    line(fmt::format("{} drawing {}", head_, box(form.box)) + tail_);
    ++depth_;
    for (const Freeform::Part& part : form.parts) line("path " + path_text(part.path) + fill_text(part.fill) + stroke_text(part.stroke));
    --depth_;
  }

  void draw(const Picture& picture) {
    line(fmt::format("{} picture {} {}", head_, static_cast<std::uint32_t>(picture.image), box(picture.box)) + tail_);
  }

  void draw(const TableGrid& table) {
    line(fmt::format("{} table {} {} columns {} rows", head_, box(table.box), table.columns.size(), table.rows.size()) + tail_);
    ++depth_;
    for (const TableCell& cell : table.cells) block("cell", cell.text);
    --depth_;
  }

  void draw(const Formula& formula) { line(fmt::format("{} formula {} {}", head_, box(formula.box), formula.tex) + tail_); }

  void draw(const ItemGroup& group) {
    line(head_ + " group" + tail_);
    ++depth_;
    items(group.items);
    --depth_;
  }

  static std::string path_text(const Path& path) {
    std::string out;
    for (const PathElement& e : path.elements) {
      if (!out.empty()) out += ' ';
      switch (e.kind) {
        case PathElement::Kind::move:
          out += "M" + at(e.to);
          break;
        case PathElement::Kind::line:
          out += "L" + at(e.to);
          break;
        case PathElement::Kind::cubic:
          out += "C" + at(e.c1) + " " + at(e.c2) + " " + at(e.to);
          break;
        case PathElement::Kind::close:
          out += "Z";
          break;
      }
    }
    return out;
  }

  void block(const std::string& head, const TextBlock& text, const std::string& tail = {}) {
    line(fmt::format("{} {} {}", head, box(text.box), word_for(text.anchor, anchor_names)) + tail);
    ++depth_;
    for (const Paragraph& paragraph : text.paragraphs) {
      line(fmt::format("paragraph {} height {}{}", word_for(paragraph.align, align_names), number(paragraph.line_height),
                       paragraph.right_to_left ? " rtl" : ""));
      ++depth_;
      for (const Line& text_line : paragraph.lines) text_line_out(text_line);
      --depth_;
    }
    --depth_;
  }

  void text_line_out(const Line& text_line) {
    line(fmt::format("line {} width {}{}", at({text_line.left, text_line.baseline}), number(text_line.width),
                     text_line.soft_break ? " soft" : ""));
    ++depth_;
    for (const GlyphRun& run : text_line.runs) {
      const Face& face = fonts_.face(run.face);
      std::string text = fmt::format("run {} {} {} {} {}", json_quoted(run.text), at(run.origin), face.postscript_name(), number(run.size),
                                     color_text(run.color));
      if (run.letter_spacing != 0) text += " spacing " + number(run.letter_spacing);
      for (const auto& [is_set, word] :
           {std::pair(run.right_to_left, " rtl"), {run.underline, " underline"}, {run.strike, " strike"}, {run.code, " code"}})
        if (is_set) text += word;
      line(text + quoted(" link ", run.link));
    }
    --depth_;
  }

  const FontCatalog& fonts_;
  std::string& out_;
  int depth_ = 0;
  std::string head_, tail_;
};

}  // namespace

std::string dump_page(const Document& document, const FontCatalog& fonts) {
  std::string out;
  PageDump dump(fonts, out);
  for (const Page& page : document.pages) dump.page(page);
  return out;
}

}  // namespace drawplate
