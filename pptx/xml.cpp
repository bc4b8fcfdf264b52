// See xml.h.
#include "pptx/xml.h"

#include <cassert>
#include <cstddef>
#include <utility>

#include "base/xml_reference.h"

namespace drawplate {
namespace {

/// Length of the UTF-8 sequence at the start of `text` if it is well formed and XML may hold it; 0 otherwise.
std::size_t xml_character_length(std::string_view text) {
  const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
  const auto follows = [&](std::size_t i) { return (byte(i) & 0xC0U) == 0x80U; };
  const unsigned first = byte(0);
  if (first < 0x80) return first >= 0x20 || first == '\t' || first == '\n' || first == '\r' ? 1 : 0;
  if (first >= 0xC2 && first < 0xE0) return follows(1) ? 2 : 0;
  if (first >= 0xE0 && first < 0xF0) {
    if (!follows(1) || !follows(2)) return 0;
    const unsigned code = (first & 0x0FU) << 12U | (byte(1) & 0x3FU) << 6U | (byte(2) & 0x3FU);
    return code >= 0x800 && (code < 0xD800 || code > 0xDFFF) && code < 0xFFFE ? 3 : 0;
  }
  if (first >= 0xF0 && first < 0xF5) {
    if (!follows(1) || !follows(2) || !follows(3)) return 0;
    const unsigned code = (first & 0x07U) << 18U | (byte(1) & 0x3FU) << 12U | (byte(2) & 0x3FU) << 6U | (byte(3) & 0x3FU);
    return code >= 0x10000 && code <= 0x10FFFF ? 4 : 0;
  }
  return 0;
}

/// Line ends and tabs too: attribute values would turn them into spaces.
void append_escaped(std::string& out, std::string_view text) {
  for (const char c : to_xml_text(text)) {
    if (const std::string_view reference = xml_reference(c); !reference.empty())
      out += reference;
    else if (c == '\n' || c == '\t' || c == '\r')
      out += c == '\n' ? "&#10;" : c == '\t' ? "&#9;" : "&#13;";
    else
      out += c;
  }
}

}  // namespace

std::string to_xml_text(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  while (!text.empty()) {
    const std::size_t length = xml_character_length(text);
    out += text.substr(0, length);
    text.remove_prefix(length == 0 ? 1 : length);
  }
  return out;
}

XmlWriter::Element::~Element() { writer_.close(); }

XmlWriter::XmlWriter() : out_("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n") {}

void XmlWriter::finish_tag() {
  if (tag_unfinished_) out_ += '>';
  tag_unfinished_ = false;
}

void XmlWriter::begin_tag(std::string_view name, const XmlAttributes& attributes) {
  finish_tag();
  out_ += '<';
  out_ += name;
  for (const XmlAttribute& attribute : attributes) {
    out_ += ' ';
    out_ += attribute.name;
    out_ += "=\"";
    append_escaped(out_, attribute.value);
    out_ += '"';
  }
}

XmlWriter::Element XmlWriter::element(std::string_view name, const XmlAttributes& attributes) {
  begin_tag(name, attributes);
  tag_unfinished_ = true;
  open_.emplace_back(name);
  return Element(*this);
}

void XmlWriter::leaf(std::string_view name, const XmlAttributes& attributes) {
  begin_tag(name, attributes);
  out_ += "/>";
}

void XmlWriter::text_leaf(std::string_view name, const XmlAttributes& attributes, std::string_view text) {
  begin_tag(name, attributes);
  out_ += '>';
  append_escaped(out_, text);
  out_ += "</";
  out_ += name;
  out_ += '>';
}

void XmlWriter::close() {
  assert(!open_.empty());
  if (tag_unfinished_) {
    out_ += "/>";
    tag_unfinished_ = false;
  } else {
    out_ += "</" + open_.back() + ">";
  }
  open_.pop_back();
}

std::string XmlWriter::take() && {
  assert(open_.empty());
  return std::move(out_);
}

}  // namespace drawplate
