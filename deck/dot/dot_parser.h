// The DOT grammar, read into a DotGraph: statements, edges between sets of nodes, defaults with their scopes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/diagnostic.h"
#include "deck/dot/dot_graph.h"
#include "deck/dot/dot_lexer.h"

namespace drawplate {

class DotParser {
 public:
  DotParser(std::string_view text, SourceId source, Report& report) : lexer_(text, source, report), report_(report) {}

  DotGraph read();

 private:
  /// Defaults for what is made in a subgraph from here on.
  struct Scope {
    std::uint32_t subgraph = 0;
    DotAttributes node_defaults{}, edge_defaults{};
  };
  struct Operand {
    std::vector<std::uint32_t> nodes;
    DotPort port;
    Span span;
  };
  struct Setting {
    DotKey key;
    std::uint32_t value;
  };

  void step() { token_ = lexer_.next(); }
  bool take(DotToken::Kind kind);
  DotToken take_id();
  bool read_head();
  void read_statements(Scope& scope);
  void read_statement(Scope& scope);
  void read_defaults(Scope& scope);
  void read_nodes_and_edges(Scope& scope, const DotToken* first_id);
  bool read_operand(Scope& scope, const DotToken* first_id, Operand& operand);
  void read_node_operand(Scope& scope, DotToken id, Operand& operand);
  DotPort read_port();
  std::uint32_t read_subgraph(Scope& scope);
  void read_settings(std::vector<Setting>& settings);
  void read_setting(std::vector<Setting>& settings);
  void add_setting(const DotToken& name, const DotToken& value, std::vector<Setting>& settings);
  void set_graph_attribute(Scope& scope, const Setting& setting);
  void add_edges(const Scope& scope, const Operand& tail, const Operand& head, const std::vector<Setting>& settings);
  DotEdge* find_or_add_edge(const Scope& scope, std::uint32_t tail, std::uint32_t head, Span span);
  std::uint32_t find_or_add_node(Scope& scope, const std::string& id, Span span);
  std::uint32_t find_or_add_subgraph(std::uint32_t parent, const std::string& name, Span span);
  std::vector<std::uint32_t> nodes_within(std::uint32_t subgraph) const;
  void skip_statement();
  void stop(Span span, std::string message);

  DotLexer lexer_;
  Report& report_;
  DotToken token_;
  DotGraph graph_;
  std::unordered_map<std::string, std::uint32_t> node_index_;
  std::map<std::pair<std::uint32_t, std::string>, std::uint32_t> subgraph_index_;
  std::map<std::pair<std::uint32_t, std::uint32_t>, std::uint32_t> strict_edges_;
  std::uint32_t next_order_ = 0;
  std::size_t work_ = 0;
  int depth_ = 0;
  bool full_ = false;
};

}  // namespace drawplate
