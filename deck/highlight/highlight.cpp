// The matching: a stack of contexts walks over each line; at each place the first of what can end or begin there does.
// The order of precedence is that of GtkSourceView's own engine.
#include "deck/highlight/highlight.h"

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/cursor.h"
#include "base/utf8.h"
#include "deck/highlight/highlight_grammar.h"

namespace drawplate {
namespace {

constexpr std::size_t deepest = 100;          ///< contexts inside each other
constexpr std::size_t most_bytes = 1u << 20;  ///< of code in one deck that is coloured
constexpr int most_idle_steps = 50;           ///< steps at one place without getting on

struct Alias {
  std::string_view name, id;
};
/// What authors call languages, and what the definitions call them.
constexpr Alias aliases[] = {{"python", "python3"},
                             {"py", "python3"},
                             {"python3", "python3"},
                             {"js", "js"},
                             {"javascript", "js"},
                             {"node", "js"},
                             {"mjs", "js"},
                             {"ts", "typescript"},
                             {"tsx", "typescript-jsx"},
                             {"c++", "cpp"},
                             {"cc", "cpp"},
                             {"cxx", "cpp"},
                             {"hpp", "cpp"},
                             {"h", "c"},
                             {"bash", "sh"},
                             {"shell", "sh"},
                             {"zsh", "sh"},
                             {"console", "sh"},
                             {"sh-session", "sh"},
                             {"rb", "ruby"},
                             {"rs", "rust"},
                             {"yml", "yaml"},
                             {"golang", "go"},
                             {"cs", "c-sharp"},
                             {"csharp", "c-sharp"},
                             {"c#", "c-sharp"},
                             {"kt", "kotlin"},
                             {"hs", "haskell"},
                             {"md", "markdown"},
                             {"tex", "latex"},
                             {"dockerfile", "docker"},
                             {"make", "makefile"},
                             {"ps1", "powershell"},
                             {"jsonc", "json"},
                             {"json5", "json"},
                             {"svg", "xml"},
                             {"r", "r"},
                             {"objc", "objc"},
                             {"objective-c", "objc"},
                             {"protobuf", "proto"},
                             {"patch", "diff"},
                             {"vue", "html"},
                             {"postgresql", "sql"},
                             {"mysql", "sql"},
                             {"sqlite", "sql"},
                             {"ini", "ini"},
                             {"cfg", "ini"},
                             {"conf", "ini"},
                             {"hcl", "terraform"},
                             {"tf", "terraform"},
                             {"ml", "ocaml"},
                             {"el", "commonlisp"},
                             {"lisp", "commonlisp"},
                             {"bat", "dosbatch"}};

std::string id_of(std::string_view language) {
  const auto found = std::find_if(std::begin(aliases), std::end(aliases), [&](const Alias& alias) { return alias.name == language; });
  return std::string(found == std::end(aliases) ? language : found->id);
}

struct Frame {
  GrammarContext* context = nullptr;
  std::optional<CodeToken> token;  ///< of all in it: its own, or that of what is around it
  std::optional<Regex> end;        ///< made of its begin's groups; else the context's own
};

/// "\%{1@start}" in an end as what the begin's group matched, taken literally.
std::string with_groups(const std::string& pattern, std::string_view line, const RegexMatch& begin, const Regex& regex) {
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = pattern.find("\\%{", at), close = pattern.find("@start}", at);
    if (open == std::string::npos || close == std::string::npos || close < open) return out + pattern.substr(at);
    out += pattern.substr(at, open - at);
    const std::string name = pattern.substr(open + 3, close - open - 3);
    const std::size_t group = !name.empty() && is_digit(name[0]) ? static_cast<std::size_t>(name[0] - '0') : regex.group(name);
    if (2 * group + 1 < begin.bounds.size() && begin.bounds[2 * group] != std::string::npos) {
      for (const char c : line.substr(begin.bounds[2 * group], begin.bounds[2 * group + 1] - begin.bounds[2 * group])) {
        if (!is_letter(c) && !is_digit(c) && is_ascii(c)) out += '\\';
        out += c;
      }
    }
    at = close + 7;
  }
  return out;
}

class Painter {
 public:
  Painter(GrammarSet& grammars, GrammarContext& main) : grammars_(grammars) { frames_.push_back({&main, {}, {}}); }

  std::vector<CodeToken> paint(std::string_view line, bool first_line) {
    line_ = line;
    first_line_ = first_line;
    tokens_.assign(line.size(), CodeToken::plain);
    matches_.clear();
    empty_place_ = std::string::npos;
    at_ = from_ = 0;
    int idle = 0;
    while (at_ <= line_.size()) {
      const std::size_t before = at_;
      if (!step()) break;
      idle = at_ == before ? idle + 1 : 0;
      if (idle > most_idle_steps && !skip_character()) break;
    }
    fill(at_, line_.size(), frames_.back().token);
    while (frames_.size() > 1 && frames_.back().context->ends_at_line_end) frames_.pop_back();
    return std::move(tokens_);
  }

 private:
  /// The next match of an expression, kept while the walk has not passed it.
  const RegexMatch* next_match(const void* key, const Regex& regex) {
    Cached& cached = matches_[key];
    if (!cached.known || (cached.found && cached.match.begin() < from_)) {
      cached.found = regex.search(line_, from_, cached.match);
      cached.known = true;
    }
    return cached.found ? &cached.match : nullptr;
  }
  const RegexMatch* end_of(std::size_t frame) {
    Frame& open = frames_[frame];
    if (!open.context->has_end) return nullptr;
    if (open.end) {
      RegexMatch& match = own_end_;
      return open.end->search(line_, from_, match) ? &match : nullptr;
    }
    if (!open.context->end_regex) open.context->end_regex.emplace(open.context->end);
    return next_match(&*open.context->end_regex, *open.context->end_regex);
  }
  const RegexMatch* begin_of(GrammarContext& context) {
    if (context.first_line_only && !first_line_) return nullptr;
    if (context.once_only && seen_.contains(&context)) return nullptr;
    if (!context.begin_regex) context.begin_regex.emplace(context.begin);
    return next_match(&*context.begin_regex, *context.begin_regex);
  }

  bool step();
  bool step_at(std::size_t place);
  void enter(const GrammarEntry& entry, const RegexMatch& match);
  void leave(std::size_t frame, const RegexMatch& match);
  void fill(std::size_t begin, std::size_t end, std::optional<CodeToken> token) {
    if (token && begin < end)
      std::fill(tokens_.begin() + static_cast<std::ptrdiff_t>(begin), tokens_.begin() + static_cast<std::ptrdiff_t>(end), *token);
  }
  void fill_groups(const GrammarContext& context, const RegexMatch& match, const Regex& regex, bool of_end);
  bool skip_character();
  /// An empty begin counts once at a place, so that what it begins can end there for good.
  bool may_begin_empty(const GrammarContext& context, std::size_t place) {
    if (std::exchange(empty_place_, place) != place) begun_empty_.clear();
    return begun_empty_.insert(&context).second;
  }
  void advance(std::size_t to) { at_ = from_ = to; }

  struct Cached {
    RegexMatch match;
    bool known = false, found = false;
  };
  GrammarSet& grammars_;
  std::vector<Frame> frames_;
  std::string_view line_;
  std::vector<CodeToken> tokens_;
  std::map<const void*, Cached> matches_;
  std::set<const GrammarContext*> seen_;
  RegexMatch own_end_;
  std::set<const GrammarContext*> begun_empty_;
  std::size_t empty_place_ = std::string::npos;
  std::size_t at_ = 0, from_ = 0;  // painted up to; looked from
  bool first_line_ = false;
};

bool Painter::skip_character() {
  if (from_ >= line_.size()) return false;
  from_ = character_end(line_, from_);
  return true;
}

/// To the nearest place where something ends or begins. False where nothing more does in this line.
bool Painter::step() {
  std::size_t nearest = std::string::npos;
  const auto look = [&](const RegexMatch* match) {
    if (match) nearest = std::min(nearest, match->begin());
  };
  for (std::size_t frame = frames_.size(); frame-- > 1;) {
    look(end_of(frame));
    if (frames_[frame].context->extends_parent) break;
  }
  for (const GrammarEntry& entry : grammars_.entries_of(*frames_.back().context)) look(begin_of(*entry.context));
  if (nearest == std::string::npos) return false;
  fill(at_, nearest, frames_.back().token);
  at_ = std::max(at_, nearest);
  from_ = nearest;
  return step_at(nearest) || skip_character();
}

/// What ends or begins here, the first that may. False where all that matches is empty.
bool Painter::step_at(std::size_t place) {
  const auto is_here = [&](const RegexMatch* match) { return match && match->begin() == place; };
  for (std::size_t frame = frames_.size() - 1; frame > 1 && !frames_[frame].context->extends_parent; --frame) {
    if (const RegexMatch* const match = end_of(frame - 1); is_here(match)) {
      leave(frame - 1, RegexMatch(*match));
      return true;
    }
  }
  const RegexMatch* end = frames_.size() > 1 ? end_of(frames_.size() - 1) : nullptr;
  const std::optional<RegexMatch> ending = is_here(end) ? std::optional(*end) : std::nullopt;
  for (const GrammarEntry& entry : grammars_.entries_of(*frames_.back().context)) {
    const RegexMatch* const match = begin_of(*entry.context);
    if (!is_here(match) || (ending && !entry.context->extends_parent)) continue;
    const bool is_empty = match->end() == match->begin();
    if (is_empty && (entry.context->is_match || !may_begin_empty(*entry.context, place))) continue;
    if (frames_.size() >= deepest) continue;
    enter(entry, RegexMatch(*match));
    return true;
  }
  if (!ending) return false;
  leave(frames_.size() - 1, *ending);
  return true;
}

void Painter::fill_groups(const GrammarContext& context, const RegexMatch& match, const Regex& regex, bool of_end) {
  for (const GrammarGroup& group : context.groups) {
    if (group.of_end != of_end) continue;
    const bool number = !group.group.empty() && is_digit(group.group[0]);
    const std::size_t index = number ? static_cast<std::size_t>(group.group[0] - '0') : regex.group(group.group);
    if ((!number && index == 0) || 2 * index + 1 >= match.bounds.size() || match.bounds[2 * index] == std::string::npos) continue;
    fill(match.bounds[2 * index], std::min(match.bounds[2 * index + 1], line_.size()), group.token);
  }
}

void Painter::enter(const GrammarEntry& entry, const RegexMatch& match) {
  GrammarContext& context = *entry.context;
  const std::optional<CodeToken> around = frames_.back().token;
  const std::optional<CodeToken> token = entry.token ? entry.token : around;
  if (context.once_only) seen_.insert(&context);
  fill(match.begin(), match.end(), context.inside_only ? around : token);
  fill_groups(context, match, *context.begin_regex, false);
  advance(match.end());
  if (context.is_match) {
    if (context.ends_parent && frames_.size() > 1) frames_.pop_back();
    return;
  }
  Frame frame{&context, token, {}};
  if (context.end.find("@start}") != std::string::npos) frame.end.emplace(with_groups(context.end, line_, match, *context.begin_regex));
  frames_.push_back(std::move(frame));
}

void Painter::leave(std::size_t frame, const RegexMatch& match) {
  const Frame& open = frames_[frame];
  const std::optional<CodeToken> around = frames_[frame - 1].token;
  fill(match.begin(), match.end(), open.context->inside_only ? around : open.token);
  if (const Regex* const regex = open.end ? &*open.end : &*open.context->end_regex) fill_groups(*open.context, match, *regex, true);
  const bool ends_parent = open.context->ends_parent;
  frames_.resize(frame);
  if (ends_parent && frames_.size() > 1) frames_.pop_back();
  advance(match.end());
}

std::vector<CodeSpan> spans_of(std::string_view line, const std::vector<CodeToken>& tokens) {
  std::vector<CodeSpan> spans;
  for (std::size_t at = 0; at < line.size();) {
    // Blanks take the colour of what stands before them.
    std::size_t end = at + 1;
    while (end < line.size() && (tokens[end] == tokens[at] || line[end] == ' ')) ++end;
    spans.push_back({std::string(line.substr(at, end - at)), tokens[at]});
    at = end;
  }
  return spans;
}

}  // namespace

std::vector<std::string> usual_grammar_folders() {
  std::vector<std::string> folders;
  for (const std::string_view version : {"4", "5", "3.0"}) {
    for (const std::string_view root : {"/usr/share", "/usr/local/share"})
      folders.push_back(std::string(root) + "/gtksourceview-" + std::string(version) + "/language-specs");
  }
  return folders;
}

struct Highlighter::Languages {
  explicit Languages(std::string folder) : grammars(std::move(folder)) {}
  GrammarSet grammars;
  std::size_t room = most_bytes;
};

namespace {

std::string first_with_grammars(const std::vector<std::string>& folders) {
  const auto holds_grammars = [](const std::string& folder) { return GrammarSet(folder).has_definitions(); };
  const auto found = std::find_if(folders.begin(), folders.end(), holds_grammars);
  return found == folders.end() ? std::string() : *found;
}

}  // namespace

Highlighter::Highlighter(const std::vector<std::string>& folders) : languages_(std::make_unique<Languages>(first_with_grammars(folders))) {}
Highlighter::~Highlighter() = default;
Highlighter::Highlighter(Highlighter&&) noexcept = default;
Highlighter& Highlighter::operator=(Highlighter&&) noexcept = default;

bool Highlighter::has_grammars() const { return languages_->grammars.has_definitions(); }

bool Highlighter::knows(std::string_view language) { return languages_->grammars.find_language(id_of(language)) != nullptr; }

std::vector<std::vector<CodeSpan>> Highlighter::highlight(const std::vector<std::string>& lines, std::string_view language) {
  std::size_t size = 0;
  for (const std::string& line : lines) size += line.size();
  GrammarContext* const main = language.empty() || size > languages_->room ? nullptr : languages_->grammars.find_language(id_of(language));
  if (main) languages_->room -= size;
  std::optional<Painter> painter;
  if (main) painter.emplace(languages_->grammars, *main);
  std::vector<std::vector<CodeSpan>> result;
  for (const std::string& line : lines) {
    auto& spans = result.emplace_back();
    if (!main) {
      if (!line.empty()) spans.push_back({line, CodeToken::plain});
    } else {
      spans = spans_of(line, painter->paint(line, result.size() == 1));
    }
  }
  return result;
}

}  // namespace drawplate
