// Pieces to regions, regions to slides.
#include "deck/markdown/markdown.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/cursor.h"
#include "deck/markdown/definition_lists.h"
#include "deck/markdown/markdown_blocks.h"
#include "deck/markdown/markdown_deck.h"
#include "deck/markdown/markdown_divs.h"
#include "deck/markdown/markdown_pieces.h"

namespace drawplate {
namespace {

constexpr std::size_t longest_definitions = 64u << 10;

/// Lines such as "[name]: https://example.org" anywhere in the text: every slide may use them.
std::string link_definitions(std::string_view text, const std::vector<Piece>& pieces) {
  std::string found;
  std::set<std::string_view> known;  // the first of a name is the one that counts
  for (const Piece& piece : pieces) {
    if (piece.kind != PieceKind::text) continue;
    const std::string_view part = text.substr(piece.begin, piece.end - piece.begin);
    for (std::size_t at = part.starts_with('[') ? 0 : part.find("\n["); at != std::string_view::npos; at = part.find("\n[", at + 1)) {
      const std::size_t begin = part[at] == '\n' ? at + 1 : at;
      const std::string_view line = part.substr(begin, part.find('\n', begin) - begin);
      const std::size_t close = line.find("]:");
      if (close == std::string_view::npos || line.starts_with("[^") || line.substr(1, close).find('[') != std::string_view::npos) continue;
      if (found.size() + line.size() < longest_definitions && known.insert(line.substr(0, close)).second) found += std::string(line) + "\n";
    }
  }
  return found;
}

class DraftReader {
 public:
  explicit DraftReader(MarkdownContext& context)
      : context_(context), text_(context.sources.get(context.source).text), pieces_(cut_into_pieces(text_)), divs_(context) {}

  DeckDraft read() {
    context_.lines = line_begins(text_);
    context_.definitions = link_definitions(text_, pieces_);
    draft_.regions.emplace_back().origin = context_.span(0, 0);
    for (const Piece& piece : pieces_) read_piece(piece);
    end_region(static_cast<std::uint32_t>(text_.size()));
    return std::move(draft_);
  }

 private:
  void read_piece(const Piece& piece);
  void read_head(const Piece& piece);
  void read_text(const Piece& piece);
  void read_footnote(const Piece& piece);
  void end_region(std::uint32_t end) { draft_.regions.back().flow = divs_.take(end); }
  std::string_view text_of(const Piece& piece) const { return text_.substr(piece.begin, piece.end - piece.begin); }
  /// The piece's line without blanks around it.
  Span line_span(const Piece& piece) const {
    const std::string_view line = trimmed(text_of(piece));
    const std::size_t begin = line.empty() ? piece.begin : static_cast<std::size_t>(line.data() - text_.data());
    return context_.span(begin, begin + line.size());
  }
  Excerpt excerpt_of(const Piece& piece) const {
    Excerpt excerpt(context_.source);
    excerpt.append(text_of(piece), piece.begin);
    return excerpt;
  }

  MarkdownContext& context_;
  std::string_view text_;
  std::vector<Piece> pieces_;
  DivStack divs_;
  DeckDraft draft_;
};

void DraftReader::read_head(const Piece& piece) {
  SettingTarget target{context_, draft_.rules, draft_.first, draft_.carried};
  if (piece.kind == PieceKind::title_block) {
    apply_title_block(target, excerpt_of(piece));
    return;
  }
  apply_settings(target, excerpt_of(piece), SettingPlace::deck);
  const Deck& deck = context_.deck;
  const bool names_people = !deck.author.empty() || !deck.date.empty() || !deck.subtitle.empty();
  draft_.rules.title_slide = draft_.rules.title_slide || (!draft_.rules.marp && !deck.title.empty() && names_people);
}

void DraftReader::read_text(const Piece& piece) {
  if (trimmed(text_of(piece)).empty()) return;
  std::optional<Excerpt> defined = with_plain_definitions(context_.source, text_of(piece), piece.begin);
  divs_.add(read_markdown_blocks(context_, defined ? std::move(*defined) : excerpt_of(piece),
                                 {.incremental = divs_.is_incremental(draft_.rules.incremental)}));
}

/// The footnote's lines, those after the first without their indentation.
void DraftReader::read_footnote(const Piece& piece) {
  Excerpt excerpt(context_.source);
  const std::string_view text = text_of(piece);
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size() - 1) + 1;
    std::size_t indent = std::min(text.find_first_not_of(" \t", at), end);
    indent = std::min(indent, at + (text[at] == '\t' ? 1 : 4));
    excerpt.append(text.substr(indent, end - indent), piece.begin + static_cast<std::uint32_t>(indent));
    at = end;
  }
  Flow others;
  Footnote footnote;
  footnote.origin = line_span({piece.kind, piece.begin, std::min<std::uint32_t>(piece.end, piece.begin + 40), {}});
  footnote.blocks = blocks_of(read_markdown_blocks(context_, std::move(excerpt), {}), others);
  const Span origin = footnote.origin;
  if (!draft_.notes.footnotes.emplace(piece.name, std::move(footnote)).second)
    context_.report.warning(origin, fmt::format("the footnote '{}' is defined twice", piece.name)).help("the first is used");
}

void DraftReader::read_piece(const Piece& piece) {
  switch (piece.kind) {
    case PieceKind::text:
      read_text(piece);
      break;
    case PieceKind::title_block:
      read_head(piece);
      break;
    case PieceKind::front_matter:
      if (draft_.regions.size() == 1 && !draft_.regions.back().divided) {
        read_head(piece);
      } else {
        draft_.regions.back().front_matter = excerpt_of(piece);
      }
      break;
    case PieceKind::divider:
      end_region(piece.begin);
      draft_.regions.emplace_back().origin = line_span(piece);
      draft_.regions.back().divided = true;
      break;
    case PieceKind::open_div: {
      Span place = line_span(piece);
      const std::size_t name = text_.find(piece.name, piece.begin);
      place.begin = static_cast<std::uint32_t>(name);
      divs_.open(piece.name, place);
      break;
    }
    case PieceKind::close_div:
      divs_.close(line_span(piece));
      break;
    case PieceKind::slot: {
      FlowItem slot;
      slot.kind = FlowItem::Kind::slot;
      slot.text = piece.name;
      slot.origin = line_span(piece);
      divs_.add({std::move(slot)});
      break;
    }
    case PieceKind::footnote:
      read_footnote(piece);
      break;
  }
}

}  // namespace

DeckDraft draft_deck(MarkdownContext& context) { return DraftReader(context).read(); }

Deck read_markdown(const SourceSet& sources, SourceId source, const Arguments& arguments, Report& report) {
  Deck deck;
  Highlighter highlighter;
  MarkdownContext context{sources, source, arguments, report, deck, highlighter};
  DeckDraft draft = draft_deck(context);
  const bool wants_title_slide = draft.rules.title_slide;
  make_slides(context, std::move(draft));
  if (wants_title_slide) add_title_slide(deck);
  link_slides(context);
  fill_agendas(deck);
  if (deck.slides.empty() && !report.has_errors())
    report.error({source, 0, 0}, "there are no slides in it").help("write some text; a line of --- begins the next slide");
  return deck;
}

}  // namespace drawplate
