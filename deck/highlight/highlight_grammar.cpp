// The format: GtkSourceView's reference manual, "Language definition v2.0 reference".
#include "deck/highlight/highlight_grammar.h"

#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <pugixml.hpp>
#include <system_error>
#include <utility>

#include "languages.h"

namespace drawplate {
namespace {

namespace fs = std::filesystem;

struct StyleToken {
  std::string_view style;
  std::optional<CodeToken> token;
};
/// What the styles at the ends of all chains are to us. Errors are none: code on slides is cut short, and right nevertheless.
constexpr StyleToken style_tokens[] = {
    {"def:comment", CodeToken::comment},    {"def:note", CodeToken::comment},       {"def:doc-comment-element", CodeToken::annotation},
    {"def:string", CodeToken::string},      {"def:character", CodeToken::string},   {"def:special-char", CodeToken::annotation},
    {"def:net-address", CodeToken::string}, {"def:inline-code", CodeToken::string}, {"def:number", CodeToken::number},
    {"def:constant", CodeToken::number},    {"def:boolean", CodeToken::keyword},    {"def:special-constant", CodeToken::keyword},
    {"def:function", CodeToken::function},  {"def:builtin", CodeToken::function},   {"def:identifier", CodeToken::variable},
    {"def:operator", CodeToken::plain},     {"def:statement", CodeToken::keyword},  {"def:keyword", CodeToken::keyword},
    {"def:reserved", CodeToken::keyword},   {"def:type", CodeToken::type},          {"def:preprocessor", CodeToken::annotation},
    {"def:heading", CodeToken::keyword},    {"def:insertion", CodeToken::string},   {"def:deletion", CodeToken::error},
    {"diff:added-line", CodeToken::string}, {"diff:removed-line", CodeToken::error}};

/// A definition of our own. False where there is none of this language.
bool load_own(const std::string& id, pugi::xml_document& document) {
  for (const languages::EmbeddedFile& file : languages::embedded_files)
    if (file.name == id) return bool(document.load_buffer(file.text.data(), file.text.size()));
  return false;
}

bool is_true(const pugi::xml_node& node, const char* name, bool usual = false) {
  const pugi::xml_attribute attribute = node.attribute(name);
  return attribute ? std::string_view(attribute.value()) == "true" : usual;
}

}  // namespace

/// Reads one file into the set.
class GrammarReader {
 public:
  GrammarReader(GrammarSet& set, std::string id) : set_(set), id_(std::move(id)) {}

  void read(const pugi::xml_node& language) {
    for (const pugi::xml_node style : language.child("styles").children("style"))
      set_.styles_[id_ + ":" + style.attribute("id").value()] = style.attribute("map-to").value();
    caseless_ = std::string_view(language.child("default-regex-options").attribute("case-sensitive").value()) == "false";
    extended_ = std::string_view(language.child("default-regex-options").attribute("extended").value()) == "true";
    if (const pugi::xml_node word = language.child("keyword-char-class")) word_class_ = word.child_value();
    for (const pugi::xml_node node : language.child("definitions")) {
      const std::string_view name = node.name();
      if (name == "define-regex") set_.regexes_[qualified(node.attribute("id").value())] = expanded(node);
      if (name == "context") read_context(node, 0);
      if (name == "default-regex-options") {
        caseless_ = !is_true(node, "case-sensitive", !caseless_);
        extended_ = is_true(node, "extended", extended_);
      }
      if (name == "keyword-char-class") word_class_ = node.child_value();
    }
  }

 private:
  std::string qualified(const std::string& name) const { return name.find(':') == std::string::npos ? id_ + ":" + name : name; }
  std::string expanded(const pugi::xml_node& node);
  std::string with_names(std::string_view pattern);
  std::string keywords(const pugi::xml_node& node);
  GrammarContext* read_context(const pugi::xml_node& node, int depth);
  void read_children(const pugi::xml_node& include, GrammarContext& context, int depth);
  std::optional<CodeToken> style_of(const pugi::xml_node& node);

  GrammarSet& set_;
  std::string id_, word_class_;
  bool caseless_ = false, extended_ = false;
};

/// The expression in an element with its options, as a group that keeps them to itself.
std::string GrammarReader::expanded(const pugi::xml_node& node) {
  const bool extended = is_true(node, "extended", extended_), sensitive = is_true(node, "case-sensitive", !caseless_);
  const std::string pattern = with_names(node.child_value());
  return std::string("(?") + (extended ? "x" : "") + (sensitive ? "-i" : "i") +
         (extended    ? ""
          : sensitive ? "x"
                      : "-x") +
         ":" + pattern + (extended ? "\n)" : ")");
}

/// \%{name} as what it stands for, \%[ and \%] as the begin and the end of a word.
std::string GrammarReader::with_names(std::string_view pattern) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] != '\\' || at + 1 >= pattern.size()) {
      out += pattern[at];
    } else if (pattern.substr(at, 3) == "\\%[") {
      out += word_class_.empty() ? "\\b" : "(?<!" + word_class_ + ")(?=" + word_class_ + ")";
      at += 2;
    } else if (pattern.substr(at, 3) == "\\%]") {
      out += word_class_.empty() ? "\\b" : "(?<=" + word_class_ + ")(?!" + word_class_ + ")";
      at += 2;
    } else if (const std::size_t close = pattern.find('}', at); pattern.substr(at, 3) == "\\%{" && close != std::string_view::npos) {
      const std::string name(pattern.substr(at + 3, close - at - 3));
      if (name.find('@') != std::string::npos) {
        out += "\\%{" + name + "}";  // known when its begin has matched
      } else {
        const std::string full = qualified(name);
        set_.load(full.substr(0, full.find(':')));
        const auto found = set_.regexes_.find(full);
        if (found != set_.regexes_.end()) out += found->second;
      }
      at = close;
    } else {
      out += pattern.substr(at, 2);
      ++at;
    }
  }
  return out;
}

std::string GrammarReader::keywords(const pugi::xml_node& node) {
  const pugi::xml_node prefix = node.child("prefix"), suffix = node.child("suffix");
  std::string words;
  for (const pugi::xml_node word : node.children("keyword")) words += (words.empty() ? "" : "|") + with_names(word.child_value());
  const std::string before = prefix ? with_names(prefix.child_value()) : with_names("\\%["),
                    after = suffix ? with_names(suffix.child_value()) : with_names("\\%]");
  return std::string(caseless_ ? "(?i:" : "(?:") + before + "(?:" + words + ")" + after + ")";
}

std::optional<CodeToken> GrammarReader::style_of(const pugi::xml_node& node) {
  const std::string style = node.attribute("style-ref").value();
  return style.empty() ? std::nullopt : set_.token_of(qualified(style), 0);
}

void GrammarReader::read_children(const pugi::xml_node& include, GrammarContext& context, int depth) {
  for (const pugi::xml_node node : include.children("context")) {
    if (const pugi::xml_attribute group = node.attribute("sub-pattern")) {
      context.groups.push_back({group.value(), std::string_view(node.attribute("where").value()) == "end", style_of(node)});
      continue;
    }
    GrammarChild child;
    if (const pugi::xml_attribute reference = node.attribute("ref")) {
      child.reference = qualified(reference.value());
      child.restyled = node.attribute("style-ref") || is_true(node, "ignore-style");
      if (node.attribute("style-ref")) child.token = style_of(node);
    } else {
      child.context = read_context(node, depth + 1);
    }
    context.children.push_back(std::move(child));
  }
}

GrammarContext* GrammarReader::read_context(const pugi::xml_node& node, int depth) {
  constexpr int deepest = 50;
  GrammarContext& context = set_.contexts_.emplace_back();
  if (const pugi::xml_attribute id = node.attribute("id")) set_.by_name_[qualified(id.value())] = &context;
  if (depth > deepest) return &context;
  context.token = style_of(node);
  context.extends_parent = is_true(node, "extend-parent", true);
  context.ends_at_line_end = is_true(node, "end-at-line-end");
  context.ends_parent = is_true(node, "end-parent");
  context.first_line_only = is_true(node, "first-line-only");
  context.once_only = is_true(node, "once-only");
  context.inside_only = is_true(node, "style-inside");
  if (const pugi::xml_node match = node.child("match")) {
    context.begin = expanded(match);
    context.has_begin = context.is_match = true;
  } else if (const pugi::xml_node start = node.child("start")) {
    context.begin = expanded(start);
    context.has_begin = true;
  } else if (node.child("keyword")) {
    context.begin = keywords(node);
    context.has_begin = context.is_match = true;
  }
  if (const pugi::xml_node end = node.child("end")) {
    context.end = expanded(end);
    context.has_end = true;
  }
  read_children(node.child("include"), context, depth);
  return &context;
}

std::optional<CodeToken> GrammarSet::token_of(const std::string& style, int depth) {
  for (const StyleToken& known : style_tokens)
    if (known.style == style) return known.token;
  const std::size_t colon = style.find(':');
  if (depth > 10 || colon == std::string::npos) return std::nullopt;
  load(style.substr(0, colon));
  const auto found = styles_.find(style);
  return found == styles_.end() || found->second.empty() ? std::nullopt : token_of(found->second, depth + 1);
}

/// The file is mostly called as the language; else the files are asked, once.
std::string GrammarSet::file_of(const std::string& id) {
  std::error_code wrong;
  if (folder_.empty()) return {};
  const fs::path direct = fs::path(folder_) / (id + ".lang");
  if (fs::exists(direct, wrong)) return direct.string();
  if (files_.empty()) {
    for (const auto& entry : fs::directory_iterator(folder_, wrong)) {
      if (entry.path().extension() != ".lang") continue;
      std::ifstream file(entry.path(), std::ios::binary);
      std::string head(3000, '\0');
      file.read(head.data(), static_cast<std::streamsize>(head.size()));
      const std::size_t tag = head.find("<language ");
      const std::size_t begin = head.find("id=\"", tag);
      if (tag == std::string::npos || begin == std::string::npos) continue;
      files_[head.substr(begin + 4, head.find('"', begin + 4) - begin - 4)] = entry.path().string();
    }
    files_[""] = "";  // looked for, whatever was found
  }
  const auto found = files_.find(id);
  return found == files_.end() ? std::string() : found->second;
}

bool GrammarSet::has_definitions() const {
  std::error_code wrong;
  return !folder_.empty() && fs::exists(fs::path(folder_) / "def.lang", wrong);
}

bool GrammarSet::load(const std::string& id) {
  const bool is_name = !id.empty() && std::all_of(id.begin(), id.end(), [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || std::string_view("-_.+#").find(c) != std::string_view::npos;
  });
  if (!is_name || id.find("..") != std::string::npos) return false;
  const auto [known, is_new] = loaded_.emplace(id, false);
  if (!is_new) return known->second;
  const std::string path = file_of(id);
  pugi::xml_document document;
  if (!(path.empty() ? load_own(id, document) : bool(document.load_file(path.c_str())))) return false;
  const pugi::xml_node language = document.child("language");
  if (std::string_view(language.attribute("version").value()) != "2.0") return false;
  known->second = true;
  GrammarReader(*this, id).read(language);
  return true;
}

GrammarContext* GrammarSet::find_context(const std::string& name) {
  load(name.substr(0, name.find(':')));
  const auto found = by_name_.find(name);
  return found == by_name_.end() ? nullptr : found->second;
}

GrammarContext* GrammarSet::find_language(const std::string& id) { return find_context(id + ":" + id); }

void GrammarSet::collect(const GrammarContext& context, std::vector<GrammarEntry>& entries, std::vector<const GrammarContext*>& open) {
  if (std::find(open.begin(), open.end(), &context) != open.end() || entries.size() > 2000) return;
  open.push_back(&context);
  for (const GrammarChild& child : context.children) {
    const bool all = child.reference.ends_with(":*");
    std::string name = all ? child.reference.substr(0, child.reference.size() - 2) : child.reference;
    if (all && name.find(':') == std::string::npos) name += ":" + name;
    GrammarContext* const target = child.context ? child.context : find_context(name);
    if (!target) continue;
    if (all || !target->has_begin) {
      collect(*target, entries, open);
    } else {
      entries.push_back({target, child.restyled ? child.token : target->token});
    }
  }
  open.pop_back();
}

const std::vector<GrammarEntry>& GrammarSet::entries_of(GrammarContext& context) {
  if (!context.entries) {
    std::vector<GrammarEntry> entries;
    std::vector<const GrammarContext*> open;
    collect(context, entries, open);
    context.entries = std::move(entries);
  }
  return *context.entries;
}

}  // namespace drawplate
