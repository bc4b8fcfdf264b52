// See xml.h.
#include "pptx/xml.h"

#include <cassert>
#include <cstddef>
#include <utility>

#include "base/utf8.h"
#include "base/xml_reference.h"

namespace drawplate {
namespace {

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
  for (std::size_t at = 0; at < text.size();) {
    const Utf8Character next = decode_utf8(text, at);
    if (next.is_valid && is_xml_character(next.value)) out += text.substr(at, next.length);
    at += next.length;
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
