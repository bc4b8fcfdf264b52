// See corpus_comparison.h.
#include "tests/deck/corpus_comparison.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "deck/vocabulary.h"

namespace drawplate::test {
namespace {

std::filesystem::path corpus_folder() {
  if (const char* named = std::getenv("DRAWPLATE_CORPUS")) return named;
  return std::filesystem::path(DRAWPLATE_SOURCE_DIR) / "../shared/corpus";
}

std::string text_of(const nlohmann::json& value) { return value.is_string() ? value.get<std::string>() : ""; }

/// What the reference calls a shape, by our names; several of theirs may be one of ours.
std::string our_shape(const std::string& theirs, const std::string& language) {
  static const std::map<std::string, std::string> mermaid = {
      {"squareRect", "card"},
      {"rect", "card"},
      {"icon", "card"},
      {"iconSquare", "card"},
      {"imageSquare", "card"},
      {"roundedRect", "round"},
      {"rounded", "round"},
      {"bolt", "round"},
      {"diamond", "diamond"},
      {"question", "diamond"},
      {"diam", "diamond"},
      {"hourglass", "diamond"},
      {"stadium", "pill"},
      {"delay", "pill"},
      {"curv-trap", "pill"},
      {"subroutine", "subroutine"},
      {"lin-rect", "subroutine"},
      {"fr-rect", "subroutine"},
      {"subproc", "subroutine"},
      {"circle", "circle"},
      {"cross-circ", "circle"},
      {"hexagon", "hexagon"},
      {"hex", "hexagon"},
      {"cylinder", "cylinder"},
      {"cyl", "cylinder"},
      {"lin-cyl", "cylinder"},
      {"lean_right", "parallelogram"},
      {"lean-r", "parallelogram"},
      {"lean_left", "parallelogram_back"},
      {"lean-l", "parallelogram_back"},
      {"odd", "asymmetric"},
      {"doublecircle", "double_circle"},
      {"dbl-circ", "double_circle"},
      {"docs", "documents"},
      {"st-rect", "documents"},
      {"procs", "documents"},
      {"processes", "documents"},
      {"trapezoid", "trapezoid"},
      {"trap-b", "trapezoid"},
      {"sl-rect", "trapezoid"},
      {"manual-input", "trapezoid"},
      {"inv_trapezoid", "trapezoid_inverted"},
      {"trap-t", "trapezoid_inverted"},
      {"notch-rect", "note"},
      {"brace", "brace"},
      {"brace-r", "brace"},
      {"braces", "brace"},
      {"comment", "brace"},
      {"doc", "document"},
      {"lin-doc", "document"},
      {"tag-doc", "document"},
      {"flag", "document"},
      {"paper-tape", "document"},
      {"fork", "bar"},
      {"notch-pent", "house"},
      {"bow-rect", "cylinder_lying"},
      {"h-cyl", "cylinder_lying"},
      {"das", "cylinder_lying"},
      {"bang", "octagon"},
      {"cloud", "cloud"},
      {"div-rect", "rect"},
      {"win-pane", "rect"},
      {"tag-rect", "rect"},
      {"tri", "triangle"},
      {"flip-tri", "triangle_inverted"},
      {"manual-file", "triangle_inverted"},
      {"f-circ", "dot"},
      {"sm-circ", "dot"},
      {"fr-circ", "dot_ringed"},
      {"framed-circle", "dot_ringed"},
      {"text", "text"},
  };
  static const std::map<std::string, std::string> dot = {
      {"box", "card"},
      {"rect", "card"},
      {"rectangle", "card"},
      {"square", "card"},
      {"box3d", "card"},
      {"ellipse", "ellipse"},
      {"oval", "ellipse"},
      {"egg", "ellipse"},
      {"circle", "circle"},
      {"Mcircle", "circle"},
      {"point", "dot"},
      {"record", "table"},
      {"Mrecord", "table"},
      {"diamond", "diamond"},
      {"Mdiamond", "diamond"},
      {"plaintext", "text"},
      {"none", "text"},
      {"plain", "text"},
      {"triangle", "triangle"},
      {"invtriangle", "triangle_inverted"},
      {"parallelogram", "parallelogram"},
      {"doublecircle", "double_circle"},
      {"house", "house"},
      {"invhouse", "house"},
      {"pentagon", "house"},
      {"hexagon", "hexagon"},
      {"septagon", "octagon"},
      {"octagon", "octagon"},
      {"doubleoctagon", "octagon"},
      {"tripleoctagon", "octagon"},
      {"trapezium", "trapezoid"},
      {"invtrapezium", "trapezoid_inverted"},
      {"rpromoter", "tag"},
      {"rarrow", "tag"},
      {"Msquare", "rect"},
      {"folder", "folder"},
      {"tab", "folder"},
      {"polygon", "card"},
      {"note", "note"},
      {"component", "component"},
      {"cylinder", "cylinder"},
  };
  const auto& table = language == "mermaid" ? mermaid : dot;
  const auto found = table.find(theirs);
  return found != table.end() ? found->second : "no name of ours for " + theirs;
}

/// The readings have "##" for icons and lack the marks of Markdown, in markdown strings and in all others.
std::string without_marks(std::string text) {
  for (const std::string_view mark : {"##", "**", "__", "`"}) {
    for (std::size_t at; (at = text.find(mark)) != std::string::npos;) text.erase(at, mark.size());
  }
  return normal_blanks(text);
}

/// Shapes too small for a label have none.
bool is_drawn_without_label(const std::string& shape) { return shape == "dot" || shape == "dot_ringed" || shape == "bar"; }

std::string local_id(const std::string& id, const std::string* around) {
  return around && id.starts_with(*around + ".") ? id.substr(around->size() + 1) : id;
}

std::string heads_of(const Edge& edge) {
  static constexpr std::string_view names[] = {"open", "point", "vee", "circle", "diamond", "cross"};
  const auto name = [](HeadKind kind) { return std::string(names[static_cast<std::size_t>(kind)]); };
  if (edge.tail == HeadKind::none) return "arrow_" + name(edge.head);
  return edge.tail == edge.head ? "double_arrow_" + name(edge.head) : "arrows_" + name(edge.tail) + "_" + name(edge.head);
}

std::string label_of(const Node& node) {
  if (node.cells.empty()) return node.title.plain();
  std::string text;
  for (const Cell& cell : node.cells) text += (text.empty() ? "" : " ") + cell.text.plain();
  return text;
}

Facts expected_facts(const nlohmann::json& read, const std::string& language) {
  Facts facts;
  for (const auto& node : read["nodes"]) {
    const std::string shape = our_shape(text_of(node[2]), language);
    const std::string label = is_drawn_without_label(shape) ? "" : without_marks(text_of(node[1]));
    facts.nodes[text_of(node[0])] = {label, shape, text_of(node[3])};
  }
  for (const auto& group : read["groups"]) facts.groups[text_of(group[0])] = {without_marks(text_of(group[1])), text_of(group[2])};
  for (const auto& edge : read["edges"]) {
    std::vector<std::string> fact = {text_of(edge[0]), text_of(edge[1]), without_marks(text_of(edge[2]))};
    if (edge.size() > 3) fact.insert(fact.end(), {text_of(edge[3]), text_of(edge[4]), std::to_string(edge[5].get<int>())});
    facts.edges.insert(std::move(fact));
  }
  return facts;
}

template <class Container>
void note_differences(const Container& expected, const Container& actual, std::string_view what, std::string& out) {
  const auto line = [&](std::string_view side, const auto& fact) {
    if constexpr (requires { fact.second; }) {
      out += fmt::format("  {} {} {} {}\n", side, what, nlohmann::json(fact.first).dump(), nlohmann::json(fact.second).dump());
    } else {
      out += fmt::format("  {} {} {}\n", side, what, nlohmann::json(fact).dump());
    }
  };
  std::vector<typename Container::value_type> missing, extra;
  std::set_difference(expected.begin(), expected.end(), actual.begin(), actual.end(), std::back_inserter(missing));
  std::set_difference(actual.begin(), actual.end(), expected.begin(), expected.end(), std::back_inserter(extra));
  for (const auto& fact : missing) line("-", fact);
  for (const auto& fact : extra) line("+", fact);
}

}  // namespace

std::string normal_blanks(const std::string& text) {
  std::string out;
  bool blank = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == ' ' || text[i] == '\t' || text.compare(i, 2, "\xC2\xA0") == 0) {
      blank = true;
      i += text[i] == '\xC2' ? 1 : 0;
    } else {
      if (blank && !out.empty() && out.back() != '\n' && text[i] != '\n') out += ' ';
      blank = false;
      out += text[i];
    }
  }
  while (!out.empty() && out.back() == '\n') out.pop_back();
  out.erase(0, out.find_first_not_of('\n'));
  return out;
}

std::string read_corpus_file(const std::string& name) {
  std::ifstream in(corpus_folder() / name, std::ios::binary);
  std::stringstream text;
  text << in.rdbuf();
  return text.str();
}

std::vector<std::string> corpus_file_names(const std::string& language) {
  std::vector<std::string> names;
  if (!std::filesystem::exists(corpus_folder() / language)) return names;
  for (const auto& entry : std::filesystem::directory_iterator(corpus_folder() / language)) {
    names.push_back(language + "/" + entry.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::vector<CorpusFile> read_corpus(const std::string& language) {
  std::vector<CorpusFile> files;
  std::ifstream in(corpus_folder() / "expected.jsonl");
  for (std::string line; std::getline(in, line);) {
    const auto read = nlohmann::json::parse(line);
    const std::string name = read["file"];
    if (name.starts_with(language)) files.push_back({name, read_corpus_file(name), expected_facts(read, language)});
  }
  return files;
}

Facts facts_of(const Diagram& diagram, const std::string& language) {
  static constexpr std::string_view lines[] = {"normal", "dashed", "dotted", "thick", "invisible"};
  Facts facts;
  std::vector<std::string> group_ids, node_ids;
  const auto around = [&](const std::optional<GroupId>& id) { return id ? &diagram.groups[index_of(*id)].id : nullptr; };
  const auto own = [&](const std::optional<GroupId>& id) {
    return id ? local_id(diagram.groups[index_of(*id)].id, around(diagram.groups[index_of(*id)].parent)) : "";
  };
  for (const Group& group : diagram.groups) {
    group_ids.push_back(local_id(group.id, around(group.parent)));
    facts.groups[group_ids.back()] = {without_marks(group.title.plain()), own(group.parent)};
  }
  for (const Node& node : diagram.nodes) {
    node_ids.push_back(local_id(node.id, around(node.group)));
    facts.nodes[node_ids.back()] = {without_marks(label_of(node)), std::string(word_for(node.shape, shape_names)), own(node.group)};
  }
  const auto end_id = [&](const EdgeEnd& end) { return end.is_group ? group_ids[end.index] : node_ids[end.index]; };
  for (const Edge& edge : diagram.edges) {
    std::vector<std::string> fact = {end_id(edge.from), end_id(edge.to), without_marks(edge.label.plain())};
    if (language == "mermaid") {
      fact.insert(fact.end(), {std::string(lines[static_cast<std::size_t>(edge.line)]), heads_of(edge), std::to_string(edge.min_length)});
    }
    facts.edges.insert(std::move(fact));
  }
  return facts;
}

std::string differences(const Facts& expected, const Facts& actual) {
  std::string out;
  note_differences(expected.nodes, actual.nodes, "node", out);
  note_differences(expected.groups, actual.groups, "group", out);
  note_differences(expected.edges, actual.edges, "edge", out);
  return out;
}

}  // namespace drawplate::test
