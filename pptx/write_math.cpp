// See write_math.h.
#include "pptx/write_math.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <span>

#include "base/utf8.h"
#include "pptx/drawing.h"
#include "pptx/write_run.h"

namespace drawplate {
namespace {

class MathXml {
 public:
  MathXml(XmlWriter& xml, const MathLook& look, const DocumentTheme& theme) : xml_(xml), look_(look), theme_(theme) {}

  void row(std::span<const MathNode> nodes) {
    while (!nodes.empty()) {
      std::size_t taken = 1;
      const MathNode& node = nodes.front();
      if (is_large_operator(node)) {
        taken += operand_of(nodes.subspan(1));
        large_operator(node, nodes.subspan(1, taken - 1));
      } else {
        write(node);
      }
      nodes = nodes.subspan(taken);
    }
  }

 private:
  using Part = std::size_t;

  static const MathRow& part(const MathNode& node, Part index) {
    static const MathRow none;
    return index < node.parts.size() ? node.parts[index] : none;
  }

  /// A sum or its like with limits: Office has an element for it that holds what is summed, too.
  static bool is_large_operator(const MathNode& node) {
    if (node.kind != MathKind::scripts || part(node, 0).size() != 1) return false;
    const MathNode& base = part(node, 0).front();
    constexpr std::size_t one_character = 4;
    return base.kind == MathKind::symbol && base.atom == MathClass::large_operator && base.text.size() <= one_character &&
           !base.text.empty() && !is_ascii(base.text.front());
  }

  /// How many nodes belong to a large operator before them: up to the next relation, plus or the like.
  static std::size_t operand_of(std::span<const MathNode> nodes) {
    std::size_t count = 0;
    for (const MathNode& node : nodes) {
      const bool ends = node.atom == MathClass::relation || node.atom == MathClass::binary || node.atom == MathClass::punctuation ||
                        node.atom == MathClass::close || is_large_operator(node);
      if (ends && node.kind == MathKind::symbol) break;
      if (is_large_operator(node)) break;
      ++count;
    }
    return count;
  }

  void named_row(std::string_view name, std::span<const MathNode> nodes) {
    const auto element = xml_.element(name);
    row(nodes);
  }

  void property(std::string_view name, std::string_view value) { xml_.leaf(name, {{"m:val", value}}); }

  void run(std::string_view text, const MathNode& node) {
    static constexpr std::array<std::string_view, 9> styles = {"i", "p", "b", "bi", "p", "p", "p", "p", "p"};
    static constexpr std::array<std::string_view, 9> scripts = {"",       "",        "",           "",         "double-struck",
                                                                "script", "fraktur", "sans-serif", "monospace"};
    const auto alphabet = static_cast<std::size_t>(node.alphabet);
    const auto element = xml_.element("m:r");
    {
      const auto properties = xml_.element("m:rPr");
      if (node.kind == MathKind::text) {
        xml_.leaf("m:nor");
      } else {
        if (!scripts[alphabet].empty()) property("m:scr", scripts[alphabet]);
        property("m:sty", styles[alphabet]);
      }
    }
    {
      XmlAttributes attributes = {{"lang", "en-US"}, {"sz", font_size(look_.size)}};
      const bool italic =
          node.kind == MathKind::symbol && (node.alphabet == MathAlphabet::italic || node.alphabet == MathAlphabet::bold_italic);
      if (italic) attributes.push_back({"i", 1});
      const auto properties = xml_.element("a:rPr", attributes);
      write_fill(xml_, Fill{look_.color}, theme_);
      if (node.kind != MathKind::text) xml_.leaf("a:latin", {{"typeface", "Cambria Math"}});
    }
    xml_.text_leaf("m:t", {}, text);
  }

  void space(const MathNode& node) {
    struct Width {
      double em;
      std::string_view character;
    };
    static constexpr std::array<Width, 6> widths = {
        {{0.09, "\u200A"}, {0.19, "\u2009"}, {0.25, "\u205F"}, {0.4, "\u2004"}, {0.75, "\u2002"}, {1e9, "\u2003"}}};
    if (node.width <= 0) return;
    const auto found = std::ranges::find_if(widths, [&](const Width& width) { return node.width <= width.em; });
    MathNode upright = node;
    upright.alphabet = MathAlphabet::upright;
    run(found->character, upright);
    if (node.width > 1.5) run(found->character, upright);
  }

  void write(const MathNode& node) {
    switch (node.kind) {
      case MathKind::symbol:
      case MathKind::text:
        return run(node.text, node);
      case MathKind::space:
        return space(node);
      case MathKind::fraction:
        return fraction(node);
      case MathKind::root:
        return root(node);
      case MathKind::scripts:
        return scripts(node);
      case MathKind::fenced:
        return fenced(node.open, node.close, [&] { named_row("m:e", part(node, 0)); });
      case MathKind::matrix:
        return matrix(node);
      case MathKind::accent:
        return accent(node);
      case MathKind::group:
        return row(part(node, 0));
    }
  }

  void fraction(const MathNode& node) {
    const auto element = xml_.element("m:f");
    if (!node.line) {
      const auto properties = xml_.element("m:fPr");
      property("m:type", "noBar");
    }
    named_row("m:num", part(node, 0));
    named_row("m:den", part(node, 1));
  }

  void root(const MathNode& node) {
    const auto element = xml_.element("m:rad");
    if (part(node, 1).empty()) {
      const auto properties = xml_.element("m:radPr");
      property("m:degHide", "1");
    }
    named_row("m:deg", part(node, 1));
    named_row("m:e", part(node, 0));
  }

  void scripts(const MathNode& node) {
    const MathRow &base = part(node, 0), &below = part(node, 1), &above = part(node, 2);
    if (node.limits) return limits(base, below, above);
    const auto element = xml_.element(below.empty() ? "m:sSup" : above.empty() ? "m:sSub" : "m:sSubSup");
    named_row("m:e", base);
    if (!below.empty()) named_row("m:sub", below);
    if (!above.empty()) named_row("m:sup", above);
    if (below.empty() && above.empty()) xml_.leaf("m:sup");
  }

  void limits(const MathRow& base, const MathRow& below, const MathRow& above) {
    if (below.empty() && above.empty()) return row(base);
    const auto element = xml_.element(above.empty() ? "m:limLow" : "m:limUpp");
    {
      const auto inside = xml_.element("m:e");
      limits(base, above.empty() ? MathRow{} : below, {});
    }
    named_row("m:lim", above.empty() ? below : above);
  }

  void large_operator(const MathNode& node, std::span<const MathNode> operand) {
    const auto element = xml_.element("m:nary");
    {
      const auto properties = xml_.element("m:naryPr");
      property("m:chr", part(node, 0).front().text);
      property("m:limLoc", node.limits ? "undOvr" : "subSup");
      if (part(node, 1).empty()) property("m:subHide", "1");
      if (part(node, 2).empty()) property("m:supHide", "1");
    }
    named_row("m:sub", part(node, 1));
    named_row("m:sup", part(node, 2));
    named_row("m:e", operand);
  }

  template <class Inside>
  void fenced(std::string_view open, std::string_view close, const Inside& inside) {
    const auto element = xml_.element("m:d");
    {
      const auto properties = xml_.element("m:dPr");
      property("m:begChr", open);
      property("m:endChr", close);
    }
    inside();
  }

  void matrix(const MathNode& node) {
    if (node.open.empty() && node.close.empty()) return grid(node);
    fenced(node.open, node.close, [&] {
      const auto element = xml_.element("m:e");
      grid(node);
    });
  }

  void grid(const MathNode& node) {
    constexpr std::array<std::string_view, 3> alignments = {"left", "center", "right"};
    const auto columns = static_cast<std::size_t>(std::max(1, node.columns));
    const auto element = xml_.element("m:m");
    {
      const auto properties = xml_.element("m:mPr");
      const auto list = xml_.element("m:mcs");
      for (std::size_t i = 0; i < columns; ++i) {
        const auto column = xml_.element("m:mc");
        const auto inner = xml_.element("m:mcPr");
        property("m:count", "1");
        const MathColumn alignment = i < node.alignment.size() ? node.alignment[i] : MathColumn::center;
        property("m:mcJc", alignments[static_cast<std::size_t>(alignment)]);
      }
    }
    for (std::size_t first = 0; first < node.parts.size(); first += columns) {
      const auto line = xml_.element("m:mr");
      for (std::size_t i = first; i < first + columns; ++i) named_row("m:e", part(node, i));
    }
  }

  void accent(const MathNode& node) {
    const bool is_bar =
        node.text == "\u00AF" || node.text == "\u203E" || node.text == "\u0305" || node.text == "_" || node.text == "\u0332";
    const std::string_view name = is_bar ? "m:bar" : node.stretches || node.under ? "m:groupChr" : "m:acc";
    const auto element = xml_.element(name);
    {
      const auto properties = xml_.element(std::string(name) + "Pr");
      if (!is_bar) property("m:chr", node.text);
      if (name != "m:acc") property("m:pos", node.under ? "bot" : "top");
      if (name == "m:groupChr") property("m:vertJc", node.under ? "top" : "bot");
    }
    named_row("m:e", part(node, 0));
  }

  XmlWriter& xml_;
  const MathLook& look_;
  const DocumentTheme& theme_;
};

}  // namespace

void write_math(XmlWriter& xml, const MathRow& formula, const MathLook& look, const DocumentTheme& theme) {
  const auto wrapper = xml.element("d14:m");
  const auto write = [&](const XmlAttributes& attributes) {
    const auto math = xml.element("m:oMath", attributes);
    MathXml(xml, look, theme).row(formula);
  };
  if (!look.display) return write({{"xmlns:m", math_namespace}});
  const auto paragraph = xml.element("m:oMathPara", {{"xmlns:m", math_namespace}});
  {
    const auto properties = xml.element("m:oMathParaPr");
    xml.leaf("m:jc", {{"m:val", "center"}});
  }
  write({});
}

}  // namespace drawplate
