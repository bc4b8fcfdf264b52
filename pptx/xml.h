// The one place of the PPTX writer that writes '<': elements, attributes, escaped text, whole numbers.
// It knows nothing of presentations.
#pragma once

#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/units.h"

namespace drawplate {

/// `name="value"`. Numbers are whole: OOXML's readers refuse fractions.
struct XmlAttribute {
  std::string_view name;
  std::string value;

  XmlAttribute(std::string_view n, std::string_view v) : name(n), value(v) {}
  XmlAttribute(std::string_view n, const char* v) : name(n), value(v) {}
  XmlAttribute(std::string_view n, std::string v) : name(n), value(std::move(v)) {}
  template <std::integral Number>
  XmlAttribute(std::string_view n, Number v) : name(n), value(std::to_string(v)) {}
  XmlAttribute(std::string_view n, Emu v) : name(n), value(std::to_string(v.value)) {}
};

using XmlAttributes = std::vector<XmlAttribute>;

/// Writes one document. Text and values are escaped; characters that XML 1.0 cannot hold are left out.
class XmlWriter {
 public:
  /// An element that is open as long as this lives.
  class [[nodiscard]] Element {
   public:
    Element(const Element&) = delete;
    Element& operator=(const Element&) = delete;
    ~Element();

   private:
    friend class XmlWriter;
    explicit Element(XmlWriter& writer) : writer_(writer) {}
    XmlWriter& writer_;
  };

  XmlWriter();
  Element element(std::string_view name, const XmlAttributes& attributes = {});
  /// An element without content.
  void leaf(std::string_view name, const XmlAttributes& attributes = {});
  /// An element with text alone.
  void text_leaf(std::string_view name, const XmlAttributes& attributes, std::string_view text);
  /// The document; every element must be closed.
  std::string take() &&;

 private:
  void begin_tag(std::string_view name, const XmlAttributes& attributes);
  void finish_tag();
  void close();

  std::string out_;
  std::vector<std::string> open_;
  bool tag_unfinished_ = false;  // so that an element without content becomes <a/>
};

/// `text` without what XML 1.0 cannot hold: control characters, surrogates, U+FFFE, U+FFFF, malformed UTF-8.
std::string to_xml_text(std::string_view text);

}  // namespace drawplate
