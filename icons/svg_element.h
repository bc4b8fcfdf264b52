// One element of an author's SVG: its attributes as text and numbers, and where they stand in the source, so that every
// complaint points at the very character. It knows nothing of painting.
#pragma once

#include <optional>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostic.h"
#include "icons/svg_scan.h"

namespace drawplate {

class SvgElement {
 public:
  SvgElement(const pugi::xml_node& node, const Source& source, SourceId id, Report& report)
      : node_(node), source_(source), id_(id), report_(report) {}

  const pugi::xml_node& node() const { return node_; }
  /// "rect", also for "svg:rect".
  std::string_view name() const;
  /// Of an element in another language than SVG, such as an editor's notes: "sodipodi:namedview".
  bool is_foreign() const;

  /// Empty where it is absent.
  std::string_view text(const char* attribute) const { return node_.attribute(attribute).value(); }
  bool has(const char* attribute) const { return !node_.attribute(attribute).empty(); }
  /// A length in user units, plain or in px; anything else is reported. Absent: `otherwise`.
  double number(const char* attribute, double otherwise) const;
  /// As `number`; a negative one is reported, and 0.
  double size(const char* attribute, double otherwise) const;

  Diagnostic& error(std::string message) const { return report_.error(span(), std::move(message)); }
  Diagnostic& warning(std::string message) const { return report_.warning(span(), std::move(message)); }
  /// At the attribute's value.
  Diagnostic& error_at(std::string_view attribute, std::string message) const;
  /// At the faulty byte of the attribute's value.
  Diagnostic& error_at(std::string_view attribute, const SvgFault& fault) const;

 private:
  Span span() const;
  Span value_span(std::string_view attribute) const;

  pugi::xml_node node_;
  const Source& source_;
  SourceId id_;
  Report& report_;
};

/// "3", "3px", " 3 "; nothing where the text is otherwise.
std::optional<double> read_svg_length(std::string_view text);

}  // namespace drawplate
