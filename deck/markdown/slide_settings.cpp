// The table of keys, and the setters that its rows name.
#include "deck/markdown/slide_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <utility>

#include "base/cursor.h"
#include "base/suggest.h"
#include "deck/markdown/foreign_settings.h"
#include "deck/model/block_width.h"
#include "deck/model/page_size.h"
#include "deck/syntax/inline_markdown.h"
#include "deck/syntax/mermaid_css.h"
#include "deck/syntax/yaml_tree.h"
#include "deck/theme/theme.h"

namespace drawplate {
namespace {

/// One key with its value, wherever it was written.
struct Setting {
  std::string_view key;
  std::string text;  ///< a list's items are joined by commas
  std::vector<std::string> items;
  Span key_span, value_span;
};

struct Rule {
  std::string_view name;
  bool of_slide, own;  ///< own: never carried on to later slides
  void (*set)(SettingTarget& target, SlideSettings& slide, const Setting& setting);
};

Diagnostic& warn(SettingTarget& target, const Setting& setting, std::string message) {
  if (target.quiet) return target.context.said_before;
  return target.context.report.warning(setting.value_span, std::move(message));
}

bool read_bool(SettingTarget& target, const Setting& setting, bool usual) {
  if (setting.text == "true" || setting.text == "yes" || setting.text == "on") return true;
  if (setting.text == "false" || setting.text == "no" || setting.text == "off") return false;
  warn(target, setting, fmt::format("'{}' must be true or false", setting.key));
  return usual;
}

std::optional<Rgb> read_color(SettingTarget& target, const Setting& setting) {
  const auto color = parse_css_color(setting.text);
  if (!color) warn(target, setting, fmt::format("'{}' is no colour", setting.text)).help("write it as \"#1F3157\", or by its name in CSS");
  return color;
}

RichText read_rich(const Setting& setting) { return {parse_inline_markdown(setting.text), setting.value_span}; }

/// The file of `url("x.png")` or of the bare name.
std::string file_of_url(std::string_view text) {
  text = trimmed(text);
  if (text.starts_with("url(") && text.ends_with(")")) text = trimmed(text.substr(4, text.size() - 5));
  if (text.size() >= 2 && (text.front() == '"' || text.front() == '\'') && text.back() == text.front())
    text = text.substr(1, text.size() - 2);
  return std::string(text);
}

void set_background(SettingTarget& target, SlideSettings& slide, const Setting& setting) {
  if (setting.text == "none" || setting.text.empty()) {
    slide.background_image = {};
  } else if (const auto color = parse_css_color(setting.text)) {
    slide.background_color = color;
  } else if (setting.text.find("gradient(") != std::string::npos) {
    target.context.warn_once("gradient", setting.value_span, "gradients are not supported as backgrounds");
  } else {
    slide.background_image = {file_of_url(setting.text), setting.value_span};
  }
}

void set_divider(SettingTarget& target, SlideSettings&, const Setting& setting) {
  std::vector<int> levels;
  for (const std::string& item : setting.items) {
    if (item == "false" || item == "0") continue;
    if (item.size() != 1 || item[0] < '1' || item[0] > '6') {
      warn(target, setting, fmt::format("'{}' must be a level of headings from 1 to 6", setting.key));
      return;
    }
    levels.push_back(item[0] - '0');
  }
  // One number means this level and those above it; a list means just these.
  if (levels.size() == 1 && setting.items.size() == 1)
    for (int level = levels.front() - 1; level >= 1; --level) levels.push_back(level);
  target.rules.dividing_levels = levels;
}

void set_slide_level(SettingTarget& target, SlideSettings&, const Setting& setting) {
  if (setting.text.size() == 1 && setting.text[0] >= '0' && setting.text[0] <= '6') {
    target.rules.slide_level = setting.text[0] - '0';
  } else {
    warn(target, setting, fmt::format("'{}' must be a level of headings from 1 to 6", setting.key));
  }
}

void set_page(SettingTarget& target, SlideSettings&, const Setting& setting) {
  std::string name = setting.text;
  std::replace(name.begin(), name.end(), '/', ':');
  if (name == "4K") name = "16:9";
  if (!parse_page_size(name)) {
    warn(target, setting, fmt::format("'{}' is no page size", setting.text)).help(did_you_mean(name, page_size_names()));
    return;
  }
  target.context.deck.page = name;
  target.context.deck.page_origin = setting.value_span;
}

void set_theme(SettingTarget& target, SlideSettings&, const Setting& setting) {
  const std::vector<std::string_view> names = built_in_theme_names();
  const bool is_file = setting.text.ends_with(".yaml") || setting.text.ends_with(".yml");
  std::string name = setting.text;
  if (!is_file && std::find(names.begin(), names.end(), name) == names.end()) {
    const auto other =
        std::find_if(std::begin(theme_names), std::end(theme_names), [&](const ThemeName& known) { return known.theirs == name; });
    Diagnostic& warning = warn(target, setting, fmt::format("there is no theme '{}'", name));
    const std::string hint = did_you_mean(name, names);
    warning.help(hint.empty() ? fmt::format("known are {}, and paths of theme files", one_of(names)) : hint);
    if (other == std::end(theme_names)) return;
    name = other->ours;
  }
  target.context.deck.theme = name;
  target.context.deck.theme_origin = setting.value_span;
}

void set_lang(SettingTarget& target, SlideSettings&, const Setting& setting) {
  const auto is_good = [](char c) { return c == '-' || is_digit(c) || is_letter(c); };
  if (setting.text.size() < 2 || setting.text.size() > 35 || !std::all_of(setting.text.begin(), setting.text.end(), is_good)) {
    warn(target, setting, fmt::format("'{}' is no language", setting.text)).help("write a tag such as en, de or pt-BR");
    return;
  }
  target.context.deck.lang = setting.text;
}

template <std::string Deck::*Member>
void set_text(SettingTarget& target, SlideSettings&, const Setting& setting) {
  RichText text = read_rich(setting);
  target.context.deck.*Member = text.plain();
}

void set_title(SettingTarget& target, SlideSettings& slide, const Setting& setting) {
  if (&slide == &target.carried) target.context.deck.title = read_rich(setting).plain();
}

void set_slide_size(SettingTarget& target, SlideSettings&, const Setting& setting) {
  if (setting.text == "cover") target.carried.fit = target.slide.fit = SlideBackground::Fit::cover;
  if (setting.text == "contain") target.carried.fit = target.slide.fit = SlideBackground::Fit::contain;
}

constexpr Rule rules[] = {
    {"title", false, false, set_title},
    {"subtitle", false, false, set_text<&Deck::subtitle>},
    {"author", false, false, [](SettingTarget& t, SlideSettings&, const Setting& s) { t.context.deck.author = s.text; }},
    {"authors", false, false, [](SettingTarget& t, SlideSettings&, const Setting& s) { t.context.deck.author = s.text; }},
    {"date", false, false, set_text<&Deck::date>},
    {"lang", false, false, set_lang},
    {"theme", false, false, set_theme},
    {"size", false, false, set_page},
    {"page", false, false, set_page},
    {"aspectRatio", false, false, set_page},
    {"headingDivider", false, false, set_divider},
    {"slide-level", false, false, set_slide_level},
    {"incremental", false, false, [](SettingTarget& t, SlideSettings&, const Setting& s) { t.rules.incremental = read_bool(t, s, false); }},
    {"marp", false, false, [](SettingTarget& t, SlideSettings&, const Setting& s) { t.rules.marp = s.text == "true"; }},
    {"header", true, false, [](SettingTarget&, SlideSettings& slide, const Setting& s) { slide.header = read_rich(s); }},
    {"footer", true, false, [](SettingTarget&, SlideSettings& slide, const Setting& s) { slide.footer = read_rich(s); }},
    {"paginate", true, false,
     [](SettingTarget& t, SlideSettings& slide, const Setting& s) {
       slide.paginate = s.text == "hold" || (s.text != "skip" && read_bool(t, s, false));
     }},
    {"slide-number", true, false, [](SettingTarget& t, SlideSettings& slide, const Setting& s) { slide.paginate = read_bool(t, s, true); }},
    {"class", true, false, [](SettingTarget&, SlideSettings& slide, const Setting& s) { slide.classes = s.items; }},
    {"color", true, false, [](SettingTarget& t, SlideSettings& slide, const Setting& s) { slide.color = read_color(t, s); }},
    {"backgroundColor", true, false,
     [](SettingTarget& t, SlideSettings& slide, const Setting& s) { slide.background_color = read_color(t, s); }},
    {"background-color", true, true,
     [](SettingTarget& t, SlideSettings& slide, const Setting& s) { slide.background_color = read_color(t, s); }},
    {"backgroundImage", true, false, set_background},
    {"background-image", true, true, set_background},
    {"data-background-image", true, true, set_background},
    {"data-background-color", true, true, set_background},
    {"background", true, true, set_background},
    {"backgroundSize", true, false, set_slide_size},
    {"background-size", true, true, set_slide_size},
    {"layout", true, true,
     [](SettingTarget&, SlideSettings& slide, const Setting& s) {
       slide.layout = {s.text, s.value_span};
     }},
    {"image", true, true,
     [](SettingTarget&, SlideSettings& slide, const Setting& s) {
       slide.image = {s.text, s.value_span};
     }},
    {"src", true, true,
     [](SettingTarget&, SlideSettings& slide, const Setting& s) {
       slide.source = {s.text, s.value_span};
     }},
    {"hide", true, true, [](SettingTarget& t, SlideSettings& slide, const Setting& s) { slide.hidden = read_bool(t, s, true); }},
    {"disabled", true, true, [](SettingTarget& t, SlideSettings& slide, const Setting& s) { slide.hidden = read_bool(t, s, true); }},
    {"visibility", true, true, [](SettingTarget&, SlideSettings& slide, const Setting& s) { slide.hidden = s.text == "hidden"; }},
    {"id", true, true, [](SettingTarget&, SlideSettings& slide, const Setting& s) { slide.id = s.text; }},
    {"routeAlias", true, true, [](SettingTarget&, SlideSettings& slide, const Setting& s) { slide.id = s.text; }},
};

const Rule* find_rule(std::string_view name) {
  const auto found = std::find_if(std::begin(rules), std::end(rules), [&](const Rule& rule) { return rule.name == name; });
  return found == std::end(rules) ? nullptr : &*found;
}

template <std::size_t N>
bool holds(const std::string_view (&words)[N], std::string_view word) {
  return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

void report_unknown(SettingTarget& target, const Setting& setting, SettingPlace place) {
  if (holds(silent_keys, setting.key)) return;
  if (holds(unsupported_keys, setting.key)) {
    target.context.report.warning(setting.key_span, fmt::format("'{}' is not supported", setting.key)).help("looks come from the theme");
    return;
  }
  std::vector<std::string_view> known;
  for (const Rule& rule : rules)
    if (place == SettingPlace::deck || rule.of_slide) known.push_back(rule.name);
  target.context.report
      .warning(setting.key_span,
               fmt::format("unknown key '{}' in {}", setting.key, place == SettingPlace::deck ? "the front matter" : "a slide's settings"))
      .help(did_you_mean(setting.key, known));
}

void apply(SettingTarget& target, Setting setting, SettingPlace place) {
  const bool scoped = setting.key.starts_with('_');
  if (scoped) setting.key.remove_prefix(1);
  const Rule* const rule = find_rule(setting.key);
  const bool title_of_slide = place == SettingPlace::slide && setting.key == "title";
  if (!rule) {
    report_unknown(target, setting, place);
  } else if (title_of_slide) {
    target.slide.title = setting.text;
  } else if (!rule->of_slide) {
    rule->set(target, target.carried, setting);
  } else {
    rule->set(target, target.slide, setting);
    target.quiet = true;
    if (!scoped && !rule->own && place != SettingPlace::slide) rule->set(target, target.carried, setting);
    target.quiet = false;
  }
}

/// A list's items, or the words of one text.
void read_items(const YamlValue& value, Setting& setting) {
  if (value.kind == YamlKind::sequence) {
    for (const YamlValue* const item : value.items) {
      const YamlValue* const name = item->kind == YamlKind::mapping ? item->find("name") : item;
      if (name && name->kind == YamlKind::scalar) setting.items.push_back(name->text);
    }
    for (const std::string& item : setting.items) setting.text += (setting.text.empty() ? "" : ", ") + item;
  } else if (value.kind == YamlKind::mapping) {
    const YamlValue* const name = value.find("name");
    if (name) setting.text = name->text;
  } else {
    setting.text = value.text;
    for (std::size_t at = 0; at < value.text.size();) {
      const std::size_t end = std::min(value.text.find_first_of(" \t\n,", at), value.text.size());
      if (end > at) setting.items.push_back(value.text.substr(at, end - at));
      at = end + 1;
    }
  }
}

/// Marp's YAML is loose: a colour needs no quotes, though '#' begins a comment.
void read_loose_color(const YamlEntry& entry, std::string_view text, Setting& setting, const Excerpt& yaml) {
  if (entry.value->kind != YamlKind::null) return;
  const std::size_t end = std::min(text.find('\n', entry.key_span.end), text.size());
  const std::string_view rest = text.substr(entry.key_span.end, end - entry.key_span.end);
  const std::size_t hash = rest.find('#');
  if (hash == std::string_view::npos || trimmed(rest.substr(0, hash)) != ":") return;
  setting.text = trimmed(rest.substr(hash));
  setting.value_span = yaml.span(entry.key_span.end + hash, entry.key_span.end + hash + setting.text.size());
}

}  // namespace

void apply_settings(SettingTarget target, const Excerpt& yaml, SettingPlace place) {
  MarkdownContext& context = target.context;
  const int first_line = context.line_of(yaml.offset_at(0));
  const auto read = [&](const SourceSet& sources, SourceId source, Report& report) {
    const YamlTree tree = read_yaml_tree(sources, source, report);
    if (!tree.root || tree.root->kind == YamlKind::null) return;
    if (tree.root->kind != YamlKind::mapping) {
      report.error(tree.root->span, fmt::format("front matter must be a mapping of keys, not {}", describe(*tree.root)));
      return;
    }
    for (const YamlEntry& entry : tree.root->entries) {
      Setting setting{entry.key, {}, {}, yaml.placed(entry.key_span), yaml.placed(entry.value->span)};
      read_items(*entry.value, setting);
      read_loose_color(entry, yaml.text(), setting, yaml);
      apply(target, std::move(setting), place);
    }
  };
  read_excerpt(yaml, context.sources.get(context.source).name, first_line, context.report, read);
}

void apply_title_block(SettingTarget target, const Excerpt& block) {
  const std::string_view text = block.text();
  std::string parts[3];
  int part = -1;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    std::string_view line = text.substr(at, end - at);
    const bool begins = line.starts_with('%');
    if (begins) line.remove_prefix(1);
    if (begins) ++part;
    if (part >= 0 && part < 3)
      parts[part] += (parts[part].empty() || trimmed(line).empty() ? ""
                      : begins                                     ? ""
                      : part == 1                                  ? "; "
                                                                   : " ") +
                     std::string(trimmed(line));
    at = end + 1;
  }
  Deck& deck = target.context.deck;
  deck.title = RichText{parse_inline_markdown(parts[0]), {}}.plain();
  deck.author = parts[1];
  for (std::size_t at = deck.author.find("; "); at != std::string::npos; at = deck.author.find("; ", at)) deck.author.replace(at, 2, ", ");
  deck.date = parts[2];
  target.rules.title_slide = true;
}

void apply_attributes(SettingTarget target, const Attributes& attributes) {
  if (!attributes.id.empty()) target.slide.id = attributes.id;
  for (const std::string& name : attributes.classes) target.slide.classes.push_back(name);
  for (const Attribute& attribute : attributes.values) {
    Setting setting{attribute.key, attribute.value, {attribute.value}, attribute.key_span, attribute.value_span};
    apply(target, std::move(setting), SettingPlace::slide);
  }
}

bool is_directive(std::string_view comment) {
  comment = trimmed(comment);
  const std::size_t colon = comment.find(':');
  if (colon == std::string_view::npos || colon == 0) return false;
  const std::string_view key = comment.substr(0, colon);
  if (key.find_first_of(" \t\n") != std::string_view::npos) return false;
  if (key.starts_with('_')) return true;
  const bool known = find_rule(key) || key == "style" || key == "transition" || key == "backgroundPosition" || key == "backgroundRepeat";
  return known && key != "title" && key != "author" && key != "date";
}

}  // namespace drawplate
