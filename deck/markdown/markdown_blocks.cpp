// The one room that sees md4c: its callbacks become the builder's methods.
#include "deck/markdown/markdown_blocks.h"

#include <fmt/format.h>
#include <md4c.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "deck/markdown/markdown_builder.h"
#include "deck/model/link.h"
#include "deck/syntax/entities.h"

namespace drawplate {
namespace {

/// What the callbacks share.
struct Reader {
  MarkdownBuilder& builder;
  const Excerpt& excerpt;
  std::string_view original;
  std::size_t length = 0;  ///< of the excerpt without the definitions behind it
  CellAlign align = CellAlign::automatic;

  /// Where the library's pointer points to in the excerpt; it also hands out texts of its own.
  std::optional<std::size_t> position_of(const char* text) const {
    const char* const begin = excerpt.text().data();
    if (std::less<>()(text, begin) || !std::less<>()(text, begin + length)) return std::nullopt;
    return static_cast<std::size_t>(text - begin);
  }
  std::string value_of(const MD_ATTRIBUTE& attribute) const {
    if (attribute.text == nullptr) return {};
    std::string value;
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
      std::string_view part(attribute.text + attribute.substr_offsets[i], attribute.substr_offsets[i + 1] - attribute.substr_offsets[i]);
      if (const auto position = position_of(part.data())) part = original.substr(*position, part.size());
      value += attribute.substr_types[i] == MD_TEXT_ENTITY ? decode_entities(part) : std::string(part);
    }
    return value;
  }
};

constexpr int stop = 1;  ///< ends the library's reading

int begin_code(Reader& reader, const MD_BLOCK_CODE_DETAIL& detail) {
  const auto position = detail.info.text ? reader.position_of(detail.info.text) : std::nullopt;
  const Span place = position ? reader.excerpt.span(*position, *position + detail.info.size) : Span{reader.excerpt.source(), 0, 0};
  reader.builder.begin_code(reader.value_of(detail.info), place);
  return 0;
}

int open_item(Reader& reader, const MD_BLOCK_LI_DETAIL& detail) {
  if (!reader.builder.open_frame(MarkdownFrame::item)) return stop;
  reader.builder.open_item(detail.is_task ? std::optional(detail.task_mark != ' ') : std::nullopt);
  return 0;
}

int open_list(Reader& reader, MarkdownFrame frame, char mark, int start, bool tight) {
  if (!reader.builder.open_frame(frame)) return stop;
  reader.builder.open_list(mark, start, tight);
  return 0;
}

int open_table(Reader& reader, const MD_BLOCK_TABLE_DETAIL& detail) {
  if (!reader.builder.open_frame(MarkdownFrame::table)) return stop;
  reader.builder.begin_table(detail.col_count);
  return 0;
}

int enter_block(MD_BLOCKTYPE type, void* detail, void* data) {
  Reader& reader = *static_cast<Reader*>(data);
  switch (type) {
    case MD_BLOCK_QUOTE:
      return reader.builder.open_frame(MarkdownFrame::quote) ? 0 : stop;
    case MD_BLOCK_UL: {
      const auto& list = *static_cast<MD_BLOCK_UL_DETAIL*>(detail);
      return open_list(reader, MarkdownFrame::bullets, list.mark, 1, list.is_tight != 0);
    }
    case MD_BLOCK_OL: {
      const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
      return open_list(reader, MarkdownFrame::numbers, list.mark_delimiter, static_cast<int>(list.start), list.is_tight != 0);
    }
    case MD_BLOCK_LI:
      return open_item(reader, *static_cast<MD_BLOCK_LI_DETAIL*>(detail));
    case MD_BLOCK_CODE:
      return begin_code(reader, *static_cast<MD_BLOCK_CODE_DETAIL*>(detail));
    case MD_BLOCK_HTML:
      reader.builder.begin_html();
      return 0;
    case MD_BLOCK_TABLE:
      return open_table(reader, *static_cast<MD_BLOCK_TABLE_DETAIL*>(detail));
    case MD_BLOCK_TR:
      reader.builder.begin_row();
      return 0;
    case MD_BLOCK_P:
    case MD_BLOCK_H:
      reader.builder.begin_text();
      return 0;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
      return 0;
  }
  return 0;
}

CellAlign align_of(MD_ALIGN align) {
  return align == MD_ALIGN_LEFT     ? CellAlign::left
         : align == MD_ALIGN_CENTER ? CellAlign::center
         : align == MD_ALIGN_RIGHT  ? CellAlign::right
                                    : CellAlign::automatic;
}

int leave_block(MD_BLOCKTYPE type, void* detail, void* data) {
  Reader& reader = *static_cast<Reader*>(data);
  switch (type) {
    case MD_BLOCK_QUOTE:
    case MD_BLOCK_UL:
    case MD_BLOCK_OL:
    case MD_BLOCK_LI:
    case MD_BLOCK_TABLE:
      reader.builder.close_frame();
      return 0;
    case MD_BLOCK_CODE:
      reader.builder.end_code();
      return 0;
    case MD_BLOCK_HTML:
      reader.builder.end_html();
      return 0;
    case MD_BLOCK_P:
      reader.builder.end_paragraph();
      return 0;
    case MD_BLOCK_H:
      reader.builder.end_heading(static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level));
      return 0;
    case MD_BLOCK_TH:
    case MD_BLOCK_TD:
      return reader.builder.end_cell(type == MD_BLOCK_TH, align_of(static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align)) ? 0 : stop;
    case MD_BLOCK_DOC:
    case MD_BLOCK_HR:
    case MD_BLOCK_THEAD:
    case MD_BLOCK_TBODY:
    case MD_BLOCK_TR:
      return 0;
  }
  return 0;
}

std::optional<TextMark> mark_of(MD_SPANTYPE type) {
  switch (type) {
    case MD_SPAN_EM:
      return TextMark::italic;
    case MD_SPAN_STRONG:
      return TextMark::bold;
    case MD_SPAN_U:
      return TextMark::underline;
    default:
      return std::nullopt;  // the others are no mere marks
  }
}

int enter_span(MD_SPANTYPE type, void* detail, void* data) {
  Reader& reader = *static_cast<Reader*>(data);
  if (const auto mark = mark_of(type)) {
    reader.builder.inlines().open_mark(*mark);
  } else if (type == MD_SPAN_DEL) {
    reader.builder.inlines().open_struck();
  } else if (type == MD_SPAN_A) {
    const std::string target = reader.value_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href);
    reader.builder.inlines().set_link(is_safe_link(target) ? target : std::string());
  } else if (type == MD_SPAN_IMG) {
    const auto& image = *static_cast<MD_SPAN_IMG_DETAIL*>(detail);
    const auto position = image.src.text ? reader.position_of(image.src.text) : std::nullopt;
    reader.builder.inlines().open_image(reader.value_of(image.src), reader.value_of(image.title), position);
  }
  return 0;
}

int leave_span(MD_SPANTYPE type, void*, void* data) {
  Reader& reader = *static_cast<Reader*>(data);
  if (const auto mark = mark_of(type)) {
    reader.builder.inlines().close_mark(*mark);
  } else if (type == MD_SPAN_DEL) {
    reader.builder.inlines().close_struck();
  } else if (type == MD_SPAN_A) {
    reader.builder.inlines().set_link({});
  } else if (type == MD_SPAN_IMG) {
    reader.builder.inlines().close_image();
  }
  return 0;
}

int take_text(MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* data) {
  Reader& reader = *static_cast<Reader*>(data);
  const std::string_view piece(text, size);
  const auto position = reader.position_of(text);
  switch (type) {
    case MD_TEXT_CODE:
      reader.builder.add_code(piece, position);
      break;
    case MD_TEXT_HTML:
      reader.builder.add_html(piece, position);
      break;
    case MD_TEXT_ENTITY:
      reader.builder.inlines().add_entity(piece);
      break;
    case MD_TEXT_SOFTBR:
      reader.builder.soft_break();
      break;
    case MD_TEXT_BR:
      reader.builder.inlines().hard_break();
      break;
    case MD_TEXT_NORMAL:
    case MD_TEXT_NULLCHAR:
    case MD_TEXT_LATEXMATH:
      reader.builder.inlines().add_text(piece, position);
      break;
  }
  return 0;
}

/// Link definitions of the whole deck stand behind each piece that may use them.
void add_definitions(MarkdownContext& context, Excerpt& excerpt) {
  const std::size_t size = context.definitions.size();
  if (size == 0 || size > context.definition_room || excerpt.text().find('[') == std::string::npos) return;
  context.definition_room -= size;
  excerpt.append_made_up("\n\n" + context.definitions);
}

}  // namespace

Flow read_markdown_blocks(MarkdownContext& context, Excerpt excerpt, const MarkdownOptions& options) {
  const std::size_t length = excerpt.text().size();
  const std::string original = excerpt.text();
  std::vector<HiddenFormula> formulas = hide_formulas(excerpt.bytes());
  add_definitions(context, excerpt);
  MarkdownBuilder builder(context, excerpt, original, std::move(formulas), options);
  Reader reader{builder, excerpt, original, length};
  MD_PARSER parser{};
  parser.flags = MD_DIALECT_GITHUB;
  parser.enter_block = enter_block;
  parser.leave_block = leave_block;
  parser.enter_span = enter_span;
  parser.leave_span = leave_span;
  parser.text = take_text;
  const int result = md_parse(excerpt.text().data(), static_cast<MD_SIZE>(excerpt.text().size()), &parser, &reader);
  if (result < 0) context.report.error(excerpt.span(0, length), "the Markdown library ran out of memory");
  return builder.take();
}

}  // namespace drawplate
