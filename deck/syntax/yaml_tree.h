// YAML (and so JSON) as a tree whose every value knows its place. The one room that sees the YAML library: it guards against
// deep nesting, alias bombs and endless aliases, finds keys given twice, and knows nothing of diagrams or themes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.h"
#include "base/source.h"

namespace drawplate {

enum class YamlKind : std::uint8_t { null, scalar, sequence, mapping };

struct YamlValue;

struct YamlEntry {
  std::string key;
  Span key_span;
  const YamlValue* name = nullptr;   ///< the key as it stands in the source
  const YamlValue* value = nullptr;  ///< never null once the tree is read
};

/// One value. Aliases stand for the value itself, so a value may be met more than once.
struct YamlValue {
  YamlKind kind = YamlKind::null;
  Span span;              ///< a scalar as written, quotes included; a collection's first sign
  std::string text;       ///< of a scalar
  bool plain = false;     ///< a scalar without quotes
  bool verbatim = false;  ///< the scalar's bytes stand in the source as they are, from text_begin
  std::uint32_t text_begin = 0;
  std::vector<const YamlValue*> items;  ///< of a sequence
  std::vector<YamlEntry> entries;       ///< of a mapping, in source order, each key once

  const YamlValue* find(std::string_view key) const;
};

struct YamlTree {
  std::deque<YamlValue> values;     ///< owns everything; addresses stay
  const YamlValue* root = nullptr;  ///< null where the text is not YAML, or empty: the report says so
};

/// Reads one document, of at most max_yaml_values and max_yaml_nesting (base/limits.h). Never throws; a text that cannot be read as a whole
/// gives one error and no root.
YamlTree read_yaml_tree(const SourceSet& sources, SourceId source, Report& report);

/// "a mapping", "a list", "a text" or "nothing", for messages.
std::string_view describe(const YamlValue& value);

/// Where bytes [begin, end) of the scalar's text stand in the source; the whole scalar where escapes or folding moved them.
Span span_within(const YamlValue& scalar, std::size_t begin, std::size_t end);

/// True, without an error, for a plain true or false; else nothing is changed and false is returned.
bool to_bool(const YamlValue& value, bool& result);
/// A finite number, written in digits; quotes are no number.
bool to_number(const YamlValue& value, double& result);

}  // namespace drawplate
