// GtkSourceView's language definitions (version 2.0 of its format) as contexts: what begins, what ends, what is inside.
// It reads the files of the folder it is given; definitions of our own (languages/) stand in for those that the folder lacks.
#pragma once

#include <deque>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/highlight/highlight_regex.h"
#include "deck/model/deck.h"

namespace drawplate {

struct GrammarContext;

/// A group of a match that has a look of its own.
struct GrammarGroup {
  std::string group;  ///< number or name
  bool of_end = false;
  std::optional<CodeToken> token;
};

/// A context as a child of another: by itself, or by its name.
struct GrammarChild {
  GrammarContext* context = nullptr;  ///< null: by name
  std::string reference;              ///< "def:string"; "c:*": all that is in it
  bool restyled = false;              ///< `token` is instead of the context's own
  std::optional<CodeToken> token;
};

/// What can begin in a context, with pure groups taken apart.
struct GrammarEntry {
  GrammarContext* context = nullptr;
  std::optional<CodeToken> token;
};

struct GrammarContext {
  std::string begin;  ///< the match, or what begins it; empty expressions match anywhere
  std::string end;    ///< may hold \%{1@start}: what a group of the begin matched
  bool has_begin = false, has_end = false, is_match = false;
  bool extends_parent = true, ends_at_line_end = false, ends_parent = false, first_line_only = false, once_only = false,
       inside_only = false;
  std::optional<CodeToken> token;
  std::vector<GrammarGroup> groups;
  std::vector<GrammarChild> children;
  // Made when first needed.
  std::optional<Regex> begin_regex, end_regex;
  std::optional<std::vector<GrammarEntry>> entries;
};

/// All definitions that were read so far.
class GrammarSet {
 public:
  explicit GrammarSet(std::string folder) : folder_(std::move(folder)) {}

  /// True where the folder has what all definitions are built on.
  bool has_definitions() const;
  /// The main context of the language with this id, or null.
  GrammarContext* find_language(const std::string& id);
  /// What can begin in the context.
  const std::vector<GrammarEntry>& entries_of(GrammarContext& context);

 private:
  struct Language;
  friend class GrammarReader;

  bool load(const std::string& id);
  std::string file_of(const std::string& id);
  GrammarContext* find_context(const std::string& name);
  std::optional<CodeToken> token_of(const std::string& style, int depth);
  void collect(const GrammarContext& context, std::vector<GrammarEntry>& entries, std::vector<const GrammarContext*>& open);

  std::string folder_;
  std::deque<GrammarContext> contexts_;                          // addresses stay
  std::map<std::string, GrammarContext*, std::less<>> by_name_;  // "c:string"
  std::map<std::string, std::string, std::less<>> styles_;       // "c:string" to "def:string"
  std::map<std::string, std::string, std::less<>> regexes_;      // "c:preproc-start", ready to be used
  std::map<std::string, bool, std::less<>> loaded_;              // by id; false where there is no such file
  std::map<std::string, std::string, std::less<>> files_;        // by id, where the name differs
};

}  // namespace drawplate
