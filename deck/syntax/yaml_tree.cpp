// Builds the tree from the YAML library's events, so that limits hold while it reads and not after.
#include "deck/syntax/yaml_tree.h"

#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <istream>
#include <map>
#include <optional>
#include <streambuf>
#include <system_error>
#include <utility>

#include "base/limits.h"
#include "base/utf8.h"
#include "deck/syntax/input.h"
#include "deck/syntax/yaml_text.h"

namespace drawplate {
namespace {

/// Ends the reading after an error that makes the rest meaningless.
struct Stop {};

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

/// Reads a string in place: the YAML library wants a stream.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* begin = const_cast<char*>(text.data());  // a get area is never written to
    setg(begin, begin, begin + text.size());
  }
};

class Builder : public YAML::EventHandler {
 public:
  Builder(const Source& text, SourceId source, Report& report, YamlTree& tree)
      : whole_(text), text_(text.text), source_(source), report_(report), tree_(tree) {
    if (text_.starts_with(byte_order_mark)) offset_ = byte_order_mark.size();
  }

  Span span_at(const YAML::Mark& mark, std::size_t length = 1) const {
    const std::size_t at = std::min(text_.size(), static_cast<std::size_t>(std::max(0, mark.pos)) + offset_);
    const std::size_t end = std::min(text_.size(), at + length);
    return {source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  }

  /// Where the innermost open collection begins.
  Span innermost() const { return levels_.empty() ? Span{source_, 0, 0} : levels_.back().value->span; }

  void OnDocumentStart(const YAML::Mark& mark) override {
    if (++documents_ == 1) return;
    report_.error(span_at(mark, 3), "more than one document in the file").help("put each diagram into a file of its own");
    throw Stop{};
  }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override { leaf(null_at(mark), anchor); }
  void OnScalar(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, const std::string& value) override {
    leaf(scalar_at(mark, value), anchor);
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(YamlKind::sequence, mark, anchor);
  }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor, YAML::EmitterStyle::value) override {
    open(YamlKind::mapping, mark, anchor);
  }
  void OnSequenceEnd() override { close(); }
  void OnMapEnd() override { close(); }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override;

 private:
  /// What an anchor stands for: where it is still open, an alias to it would hold itself.
  struct Anchored {
    const YamlValue* value = nullptr;
    std::size_t size = 1;  ///< values in it, aliases followed
    int height = 0;        ///< levels below it
    bool open = true;
  };
  struct Level {
    YamlValue* value = nullptr;
    YAML::anchor_t anchor = 0;
    std::size_t size = 1;
    int height = 0;
    bool has_key = false, drop_value = false;
    const YamlValue* key = nullptr;
    std::map<std::string, Span, std::less<>> keys;
  };

  void leaf(YamlValue value, YAML::anchor_t anchor) {
    count(1, value.span);
    tree_.values.push_back(std::move(value));
    if (anchor != 0) remember(anchor, {&tree_.values.back(), 1, 0, false});
    place(tree_.values.back(), 1, 0);
  }
  void open(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor);
  void close();
  void place(const YamlValue& value, std::size_t size, int height);
  void take_key(const YamlValue& value);
  void count(std::size_t more, Span at);
  void too_deep(Span at);
  void remember(YAML::anchor_t anchor, Anchored what) {
    if (anchors_.size() <= anchor) anchors_.resize(anchor + 1);
    anchors_[anchor] = what;
  }
  YamlValue null_at(const YAML::Mark& mark) const;
  YamlValue scalar_at(const YAML::Mark& mark, const std::string& read);
  std::size_t skip_properties(std::size_t at) const;
  std::size_t quoted_end(std::size_t at) const;
  std::size_t plain_end(std::size_t at) const;

  const Source& whole_;
  std::string_view text_;
  SourceId source_;
  Report& report_;
  YamlTree& tree_;
  std::size_t offset_ = 0, total_ = 0;
  int documents_ = 0;
  std::vector<Level> levels_;
  std::vector<Anchored> anchors_;  // by the library's numbers, which count from one
};

void Builder::count(std::size_t more, Span at) {
  total_ += more;
  if (total_ <= max_yaml_values) return;
  report_.error(at, fmt::format("more than {} values in one file", max_yaml_values)).help("aliases count as often as they are used");
  throw Stop{};
}

void Builder::too_deep(Span at) {
  report_.error(at, fmt::format("nested deeper than {} levels", max_yaml_nesting));
  throw Stop{};
}

void Builder::open(YamlKind kind, const YAML::Mark& mark, YAML::anchor_t anchor) {
  const Span span = span_at(mark);
  count(1, span);
  if (levels_.size() >= static_cast<std::size_t>(max_yaml_nesting)) too_deep(span);
  YamlValue& value = tree_.values.emplace_back();
  value.kind = kind;
  value.span = span;
  Level level;
  level.value = &value;
  level.anchor = anchor;
  levels_.push_back(std::move(level));
  if (anchor != 0) remember(anchor, {&value, 1, 0, true});
}

void Builder::close() {
  const Level level = std::move(levels_.back());
  levels_.pop_back();
  if (level.anchor != 0) remember(level.anchor, {level.value, level.size, level.height, false});
  place(*level.value, level.size, level.height);
}

void Builder::OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) {
  const Span span = span_at(mark);
  if (anchor >= anchors_.size() || anchors_[anchor].value == nullptr || anchors_[anchor].open) {
    report_.error(span, "the alias stands inside the value it stands for");
    throw Stop{};
  }
  const Anchored target = anchors_[anchor];
  count(target.size, span);
  if (static_cast<int>(levels_.size()) + target.height >= max_yaml_nesting) too_deep(span);
  place(*target.value, target.size, target.height);
}

/// Puts a finished value into the collection around it.
void Builder::place(const YamlValue& value, std::size_t size, int height) {
  if (levels_.empty()) {
    tree_.root = &value;
    return;
  }
  Level& level = levels_.back();
  level.size += size;
  level.height = std::max(level.height, height + 1);
  if (level.value->kind == YamlKind::sequence) {
    level.value->items.push_back(&value);
  } else if (!level.has_key) {
    take_key(value);
  } else {
    if (!level.drop_value) level.value->entries.push_back({level.key->text, level.key->span, level.key, &value});
    level.has_key = false;
  }
}

void Builder::take_key(const YamlValue& value) {
  Level& level = levels_.back();
  level.has_key = true;
  level.drop_value = true;
  const bool is_word = value.kind == YamlKind::scalar || (value.kind == YamlKind::null && !value.text.empty());
  if (!is_word) {
    report_.error(value.span, fmt::format("a key must be a word, not {}", describe(value)));
    return;
  }
  const auto [first, is_new] = level.keys.emplace(value.text, value.span);
  if (!is_new) {
    Diagnostic& error = report_.error(value.span, fmt::format("the key '{}' is given twice", value.text));
    if (report_.left_out() == 0) error.help(fmt::format("the first is in line {}", line_column(whole_, first->second.begin).line));
    return;
  }
  level.key = &value;
  level.drop_value = false;
}

/// Past anchors and tags, which stand in front of a value.
std::size_t Builder::skip_properties(std::size_t at) const {
  while (at < text_.size() && (text_[at] == '&' || text_[at] == '!')) {
    at = std::min(text_.find_first_of(" \t\r\n", at), text_.size());
    at = std::min(text_.find_first_not_of(" \t\r\n", at), text_.size());
  }
  return at;
}

std::size_t Builder::quoted_end(std::size_t at) const {
  const char quote = text_[at];
  for (std::size_t i = at + 1; i < text_.size(); ++i) {
    if (quote == '"' && text_[i] == '\\') {
      ++i;
    } else if (text_[i] == quote) {
      if (quote == '\'' && i + 1 < text_.size() && text_[i + 1] == quote) {
        ++i;
        continue;
      }
      return i + 1;
    }
  }
  return text_.size();
}

/// The end of what stands in the line, comment and blanks aside.
std::size_t Builder::plain_end(std::size_t at) const {
  const std::size_t line_end = std::min(text_.find_first_of("\r\n", at), text_.size());
  std::size_t end = std::min(text_.find(" #", at), line_end);
  while (end > at && (text_[end - 1] == ' ' || text_[end - 1] == '\t')) --end;
  return end;
}

YamlValue Builder::null_at(const YAML::Mark& mark) const {
  YamlValue value;
  const std::size_t at = skip_properties(span_at(mark).begin);
  value.span = span_at(mark, 0);
  value.plain = true;
  for (const std::string_view word : {"null", "Null", "NULL", "~"}) {
    if (text_.substr(at, word.size()) != word) continue;
    value.text = word;  // a key, or an id in a list, may well be called so
    value.span.begin = static_cast<std::uint32_t>(at);
    value.span.end = static_cast<std::uint32_t>(at + word.size());
  }
  return value;
}

YamlValue Builder::scalar_at(const YAML::Mark& mark, const std::string& read) {
  const std::string text = restored_from_yaml(read);
  YamlValue value;
  value.kind = YamlKind::scalar;
  value.text = text;
  const std::size_t at = skip_properties(span_at(mark).begin);
  const char first = at < text_.size() ? text_[at] : '\0';
  const bool quoted = first == '"' || first == '\'';
  const bool block = first == '|' || first == '>';
  value.plain = !quoted && !block;
  value.text_begin = static_cast<std::uint32_t>(at + quoted);
  value.verbatim = !block && text_.substr(value.text_begin, text.size()) == text;
  const std::size_t end = quoted ? quoted_end(at) : value.verbatim ? at + text.size() : plain_end(at);
  value.span = {source_, static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)};
  if (find_invalid_xml_character(text) != std::string::npos || find_invalid_utf8(text) != std::string::npos) {
    report_.error(value.span, "an escape in the text stands for a character that cannot stand in a text");
    value.text.clear();
    value.verbatim = false;
  }
  return value;
}

struct Explanation {
  std::string_view theirs, message, hint;
};
/// The YAML library's sentences in the author's words.
constexpr Explanation explanations[] = {
    {"illegal map value", "a second ': ' in one line", "put quotes around a text that holds ': '"},
    {"illegal map key", "a key cannot stand here", "check the indentation"},
    {"illegal block entry", "a list item '- ' cannot stand here", "begin the list on a line of its own"},
    {"illegal flow end", "a closing bracket without an opening one", "put quotes around a text that holds brackets"},
    {"end of map not found", "this does not fit into the mapping above it", "check the indentation, and that every key ends in ':'"},
    {"end of map flow not found", "a '{' is not closed with '}'", "put quotes around a text that begins with '{'"},
    {"end of sequence not found", "this does not fit into the list above it",
     "check the indentation, and that every item begins with '- '"},
    {"end of sequence flow not found", "a '[' is not closed with ']'", "put quotes around a text that begins with '['"},
    {"illegal EOF in scalar", "a quoted text is not closed", ""},
    {"illegal document indicator in scalar", "'---' inside a quoted text", ""},
    {"illegal tab when looking for indentation", "a tab cannot indent", "indent with spaces"},
    {"the referenced anchor is not defined", "an alias '*' to an anchor that is not defined",
     "put quotes around a text that begins with '*'"},
    {"alias not found after *", "a '*' without a name", "put quotes around a text that begins with '*'"},
    {"anchor not found after &", "a '&' without a name", "put quotes around a text that begins with '&'"},
    {"illegal character found while scanning alias", "not the name of an alias", "put quotes around a text that begins with '*'"},
    {"illegal character found while scanning anchor", "not the name of an anchor", "put quotes around a text that begins with '&'"},
    {"unknown escape character", "a '\\' before a sign that it gives no meaning to",
     "write '\\\\' for a backslash, or put the text into single quotes"},
    {"unknown token", "a text cannot begin with this sign", "put quotes around the text"},
};

/// The tab in the indentation of the line that holds `at`, if there is one.
std::optional<Span> find_indenting_tab(const Source& source, Span at) {
  const std::string_view line = line_at(source, at.begin);
  const std::size_t tab = line.find('\t');
  if (tab == std::string_view::npos || line.find_first_not_of(" \t") < tab) return std::nullopt;
  const auto begin = static_cast<std::uint32_t>(static_cast<std::size_t>(line.data() - source.text.data()) + tab);
  return Span{at.source, begin, begin + 1};
}

void explain(const YAML::Exception& problem, Span at, const Source& source, Report& report) {
  if (const std::optional<Span> tab = find_indenting_tab(source, at)) {
    report.error(*tab, "not valid YAML: a tab cannot indent").help("indent with spaces");
    return;
  }
  for (const Explanation& known : explanations) {
    if (!problem.msg.starts_with(known.theirs)) continue;  // releases add what was found
    report.error(at, fmt::format("not valid YAML: {}", known.message)).help(std::string(known.hint));
    return;
  }
  if (problem.msg.starts_with("bad file"))
    report.error(at, "not valid YAML: nested too deep");
  else
    report.error(at, "not valid YAML: this cannot stand here").help("check the indentation, the quotes and the brackets before it");
}

}  // namespace

const YamlValue* YamlValue::find(std::string_view key) const {
  const auto found = std::find_if(entries.begin(), entries.end(), [&](const YamlEntry& entry) { return entry.key == key; });
  return found == entries.end() ? nullptr : found->value;
}

YamlTree read_yaml_tree(const SourceSet& sources, SourceId source, Report& report) {
  YamlTree tree;
  const std::string_view text = sources.get(source).text;
  Builder builder(sources.get(source), source, report, tree);
  try {
    const std::string prepared = prepared_for_yaml(text);
    ViewBuffer buffer(prepared);
    std::istream stream(&buffer);
    YAML::Parser parser(stream);
    while (parser.HandleNextDocument(builder)) {
    }
  } catch (const Stop&) {
    tree.root = nullptr;
    return tree;
  } catch (const YAML::Exception& problem) {
    const bool unclosed = problem.msg == "end of map flow not found" || problem.msg == "end of sequence flow not found";
    explain(problem, unclosed ? builder.innermost() : builder.span_at(problem.mark), sources.get(source), report);
    tree.root = nullptr;
    return tree;
  }
  if (!tree.root || (tree.root->kind == YamlKind::null && tree.root->text.empty())) {
    report.error(Span{source, 0, 0}, "the file is empty").has_place = false;
    tree.root = nullptr;
  }
  return tree;
}

std::string_view describe(const YamlValue& value) {
  switch (value.kind) {
    case YamlKind::null:
      return "nothing";
    case YamlKind::scalar:
      return "a text";
    case YamlKind::sequence:
      return "a list";
    case YamlKind::mapping:
      return "a mapping";
  }
  return "";
}

Span span_within(const YamlValue& scalar, std::size_t begin, std::size_t end) {
  if (!scalar.verbatim || end > scalar.text.size()) return scalar.span;
  const auto at = [&](std::size_t offset) { return static_cast<std::uint32_t>(scalar.text_begin + offset); };
  return {scalar.span.source, at(begin), at(end)};
}

bool to_bool(const YamlValue& value, bool& result) {
  if (value.kind != YamlKind::scalar || !value.plain) return false;
  for (const std::string_view word : {"true", "True", "TRUE", "false", "False", "FALSE"}) {
    if (value.text != word) continue;
    result = word[0] == 't' || word[0] == 'T';
    return true;
  }
  return false;
}

bool to_number(const YamlValue& value, double& result) {
  if (value.kind != YamlKind::scalar || !value.plain) return false;
  double number = 0;
  const char* const last = value.text.data() + value.text.size();
  const auto [end, error] = std::from_chars(value.text.data(), last, number);
  if (error != std::errc() || end != last || !std::isfinite(number)) return false;
  result = number;
  return true;
}

}  // namespace drawplate
