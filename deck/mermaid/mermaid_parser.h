// The statements of a Mermaid flowchart, read one after the other into a MermaidGraph. A statement that fails is reported
// and left at its line end; the next one is read as if nothing had been.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/cursor.h"
#include "deck/mermaid/mermaid_config.h"
#include "deck/mermaid/mermaid_graph.h"
#include "deck/mermaid/mermaid_label.h"

namespace drawplate {

/// What is said of the whole diagram.
struct MermaidHead {
  std::optional<Direction> direction;
  std::string accessible_title, accessible_description;
  std::vector<MermaidSetting> settings;
};

std::optional<Direction> parse_mermaid_direction(std::string_view word);

class MermaidParser {
 public:
  MermaidParser(Cursor cursor, MermaidGraph& graph, const Arguments& arguments, Report& report)
      : cursor_(cursor), graph_(graph), arguments_(arguments), report_(report) {}

  /// False, with an error, where this is no flowchart.
  bool read(MermaidHead& head);

 private:
  struct Statement {
    std::string_view keyword;
    void (MermaidParser::*read)();
  };
  static const Statement statements[];

  bool read_header();
  void read_header_direction();
  void read_statement();
  bool skip_insignificant();
  void end_statement();
  bool at_statement_end();
  void unknown_statement(std::size_t begin);
  PlacedText rest_of_statement();
  PlacedText next_word();

  // mermaid_statements.cpp
  void read_subgraph();
  void read_subgraph_name(MermaidSubgraph& group);
  void read_end();
  void read_direction();
  void read_class_def();
  void read_class();
  void read_style();
  void read_link_style();
  void read_click();
  void read_accessible_title();
  void read_accessible_description();

  // mermaid_vertex.cpp
  void read_vertex_statement();
  std::string_view read_id();
  bool is_known_statement_after_id();
  bool read_vertices(std::vector<std::string>& ids);
  bool read_vertex(std::vector<std::string>& ids);
  bool read_bracket(std::string_view id, Span origin);
  bool read_class_mark(std::string_view id);
  bool read_properties(std::string_view id, Span origin);
  void apply_properties(std::string_view id, Span origin, const std::vector<MermaidSetting>& properties);
  void apply_property(MermaidVertex& vertex, const MermaidSetting& property);
  void apply_icon(MermaidVertex& vertex, const MermaidSetting& property);
  void link_vertices(const std::vector<std::string>& from, const std::vector<std::string>& to, const MermaidLink& link);
  void set_label(MermaidVertex& vertex, const MermaidText& text);

  Cursor cursor_;
  MermaidGraph& graph_;
  const Arguments& arguments_;
  Report& report_;
  MermaidHead* head_ = nullptr;
  std::size_t label_bytes_ = 0;
  bool directives_end_ = true;  ///< false once a directive had no end: no later one has
  bool warned_of_callback_ = false;
};

}  // namespace drawplate
