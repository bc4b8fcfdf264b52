// Compares what our readers make of other people's diagrams with what the reference parsers read in them. The corpus lies
// outside the source tree (DRAWPLATE_CORPUS names its folder); where it is absent, the callers compare their own inputs only.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "deck/model/diagram.h"
#include "deck/read_deck.h"

namespace drawplate::test {

/// One diagram as plain facts; ids without the groups in front of them.
struct Facts {
  std::map<std::string, std::vector<std::string>> nodes;   ///< id → label, shape, group
  std::map<std::string, std::vector<std::string>> groups;  ///< id → label, parent
  std::multiset<std::vector<std::string>> edges;           ///< from, to, label, and for Mermaid: pattern, heads, length
};

struct CorpusFile {
  std::string name;  ///< "mermaid/abc.mmd"
  std::string text;
  Facts expected;
};

/// The files with a reading, of one language ("mermaid" or "dot"); empty where there is no corpus.
std::vector<CorpusFile> read_corpus(const std::string& language);
/// Names of all files of one language.
std::vector<std::string> corpus_file_names(const std::string& language);
std::string read_corpus_file(const std::string& name);

/// What our reader makes of a file's text.
Diagram read_corpus_diagram(const std::string& text, InputForm form, Report& report);

/// The facts of a diagram; shapes by our names.
Facts facts_of(const Diagram& diagram, const std::string& language);
/// Takes out what the readings of DOT files cannot tell: whether a shape was asked for, cells of tables, invisible nodes
/// (ours have neither shape nor label), and labels beside edges (ours are their labels).
void reconcile_dot(const std::string& source, Facts& expected, Facts& actual);
/// Every difference in a line of its own; empty where there is none.
std::string differences(const Facts& expected, const Facts& actual);
/// Blanks collapsed, none at line ends.
std::string normal_blanks(const std::string& text);

}  // namespace drawplate::test
