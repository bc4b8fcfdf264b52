// Finding braces, reading what stands in them, and putting the values in.
#include "deck/syntax/arguments.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <vector>

#include "base/suggest.h"
#include "deck/syntax/yaml_tree.h"

namespace drawplate {
namespace {

constexpr std::size_t longest_reference = 1000;  ///< bytes between braces; more is a brace that is not closed
constexpr int most_problems = 20;                ///< in one text, after which its braces are taken as they stand

/// What stands between two braces.
struct Reference {
  std::string name;
  std::optional<std::string> fallback;
  std::string problem;  ///< not empty where it cannot be read
  std::size_t end = 0;  ///< one past the closing brace
};

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return {};
  return text.substr(first, text.find_last_not_of(" \t\r\n") + 1 - first);
}

/// `name="…"`, in front of `rest`; both are empty where there is none.
struct Attribute {
  std::string_view name, value;
};

std::optional<Attribute> take_attribute(std::string_view& rest) {
  rest = trimmed(rest);
  const std::size_t equals = rest.find('=');
  if (equals == std::string_view::npos) return std::nullopt;
  Attribute attribute{trimmed(rest.substr(0, equals)), {}};
  std::string_view value = trimmed(rest.substr(equals + 1));
  if (value.empty() || (value[0] != '"' && value[0] != '\'')) return std::nullopt;
  const std::size_t close = value.find(value[0], 1);
  if (close == std::string_view::npos) return std::nullopt;
  attribute.value = value.substr(1, close - 1);
  rest = value.substr(close + 1);
  return attribute;
}

/// Reads `argument name="…" default="…"` without the word `argument`.
void read_declaration(std::string_view rest, Reference& reference) {
  while (!trimmed(rest).empty()) {
    const std::optional<Attribute> attribute = take_attribute(rest);
    if (attribute && attribute->name == "name") {
      reference.name = trimmed(attribute->value);
    } else if (attribute && attribute->name == "default") {
      reference.fallback = attribute->value;
    } else {
      reference.problem = "an argument is written {argument name=\"…\" default=\"…\"}";
      return;
    }
  }
  if (reference.name.empty()) reference.problem = "an argument needs a name";
}

/// The closing brace of a declaration may not be one inside quotes.
std::size_t closing_brace(std::string_view text, std::size_t at, bool is_declaration) {
  char quote = 0;
  const std::size_t limit = std::min(text.size(), at + longest_reference);
  for (std::size_t i = at; i < limit; ++i) {
    if (quote != 0) {
      quote = text[i] == quote ? '\0' : quote;
    } else if (is_declaration && (text[i] == '"' || text[i] == '\'')) {
      quote = text[i];
    } else if (text[i] == '}') {
      return i;
    }
  }
  return std::string_view::npos;
}

/// Reads the reference whose opening brace stands at `at`.
Reference read_reference(std::string_view text, std::size_t at) {
  Reference reference;
  constexpr std::string_view word = "argument";
  const std::string_view after = text.substr(at + 1);
  const std::string_view inside = after.substr(std::min(after.find_first_not_of(" \t"), after.size()));
  const bool is_declaration =
      inside.starts_with(word) && inside.size() > word.size() && (inside[word.size()] == ' ' || inside[word.size()] == '\n');
  const std::size_t close = closing_brace(text, at + 1, is_declaration);
  if (close == std::string_view::npos) {
    reference.problem = "a '{' is not closed";
    reference.end = at + 1;
    return reference;
  }
  reference.end = close + 1;
  const std::string_view content = trimmed(text.substr(at + 1, close - at - 1));
  if (is_declaration) {
    read_declaration(content.substr(word.size()), reference);
  } else {
    reference.name = content;
    if (content.empty()) reference.problem = "a parameter needs a name between its braces";
  }
  return reference;
}

/// Calls `take` with each reference and its place; "{{" is none.
template <class Take>
void for_each_reference(std::string_view text, Take take) {
  int problems = 0;
  for (std::size_t at = text.find('{'); at != std::string_view::npos;) {
    if (text.substr(at, 2) == "{{") {
      at = text.find('{', at + 2);
      continue;
    }
    const Reference reference = read_reference(text, at);
    take(reference, at);
    if (!reference.problem.empty() && ++problems == most_problems) return;
    at = text.find('{', reference.end);
  }
}

std::optional<std::string_view> find_value(const Reference& reference, const Parameters& parameters) {
  if (const auto given = parameters.values.find(reference.name); given != parameters.values.end()) return given->second;
  if (reference.fallback) return *reference.fallback;
  if (const auto declared = parameters.defaults.find(reference.name); declared != parameters.defaults.end()) return declared->second;
  return std::nullopt;
}

std::string hint_for(std::string_view name, const Parameters& parameters) {
  std::vector<std::string_view> known;
  for (const auto& [key, value] : parameters.values) known.push_back(key);
  for (const auto& [key, value] : parameters.defaults) known.push_back(key);
  const std::string hint = did_you_mean(name, known);
  return hint.empty() ? "give it a value under 'params:', or write '{{' for a brace" : hint;
}

/// "{{" outside references becomes "{".
void append_literal(std::string_view text, std::string& out) {
  for (std::size_t i = 0; i < text.size(); ++i) {
    out += text[i];
    if (text.substr(i, 2) == "{{") ++i;
  }
}

}  // namespace

void collect_defaults(std::string_view text, Parameters& parameters) {
  for_each_reference(text, [&](const Reference& reference, std::size_t) {
    if (reference.problem.empty() && reference.fallback) parameters.defaults.emplace(reference.name, *reference.fallback);
  });
}

std::string substitute(std::string_view text, Parameters& parameters, const PlaceOf& place_of, Report& report) {
  std::string out;
  std::size_t done = 0;
  for_each_reference(text, [&](const Reference& reference, std::size_t at) {
    append_literal(text.substr(done, at - done), out);
    done = reference.end;
    const std::optional<std::string_view> value = reference.problem.empty() ? find_value(reference, parameters) : std::nullopt;
    if (value && value->size() < parameters.room) {
      parameters.room -= value->size();
      out += *value;
      return;
    }
    if (value) {
      if (parameters.room > 0) report.error(place_of(at, reference.end), "the values of parameters make the texts too long");
      parameters.room = 0;
      return;
    }
    out += text.substr(at, reference.end - at);
    if (reference.problem.empty()) {
      report.error(place_of(at, reference.end), fmt::format("the parameter '{}' is not defined", reference.name))
          .help(hint_for(reference.name, parameters));
    } else {
      report.error(place_of(at, reference.end), reference.problem).help("write '{{' for a brace");
    }
  });
  append_literal(text.substr(done), out);
  return out;
}

void read_parameters(const SourceSet& sources, SourceId source, Arguments& arguments, Report& report) {
  if (!is_fit_to_read(sources, source, report)) return;
  const YamlTree tree = read_yaml_tree(sources, source, report);
  if (!tree.root) return;
  if (tree.root->kind != YamlKind::mapping) {
    report.error(tree.root->span, fmt::format("parameters must be a mapping of names to texts, not {}", describe(*tree.root)));
    return;
  }
  for (const YamlEntry& entry : tree.root->entries) {
    if (entry.value->kind == YamlKind::scalar || entry.value->kind == YamlKind::null) {
      arguments.values.emplace(entry.key, entry.value->kind == YamlKind::null ? std::string() : entry.value->text);
    } else {
      report.error(entry.value->span, fmt::format("the parameter '{}' must be a text, not {}", entry.key, describe(*entry.value)));
    }
  }
}

}  // namespace drawplate
