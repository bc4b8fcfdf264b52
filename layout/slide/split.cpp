// See split.h.
#include "layout/slide/split.h"

#include <algorithm>
#include <cstddef>
#include <tuple>
#include <variant>

namespace drawplate::slide {
namespace {

std::size_t units_of(const ListItem& item) { return std::max<std::size_t>(1, count_units(item.blocks)); }

std::size_t units_of(const Block& block) {
  std::size_t units = 0;
  if (const auto* list = std::get_if<List>(&block.what)) {
    for (const ListItem& item : list->items) units += units_of(item);
  } else if (const auto* table = std::get_if<Table>(&block.what)) {
    units = table->rows.size() - (table->has_header && !table->rows.empty() ? 1 : 0);
  } else if (const auto* code = std::get_if<Code>(&block.what)) {
    units = code->lines.size();
  } else if (const auto* quote = std::get_if<Quote>(&block.what)) {
    units = count_units(quote->blocks);
  } else if (const auto* note = std::get_if<Admonition>(&block.what)) {
    units = count_units(note->blocks);
  } else if (const auto* columns = std::get_if<Columns>(&block.what)) {
    for (const Column& column : columns->columns) units = std::max(units, count_units(column.blocks));
  }
  return std::max<std::size_t>(1, units);
}

template <class Items>
auto at(Items& items, std::size_t index) {
  return items.begin() + static_cast<std::ptrdiff_t>(std::min(index, items.size()));
}

void part(const List& list, std::size_t units, List& head, List& tail) {
  head.items.clear();
  tail.items.clear();
  std::size_t i = 0;
  for (; i < list.items.size() && units > 0; ++i) {
    const std::size_t own = units_of(list.items[i]);
    if (own > units) {
      auto [first, rest] = part_blocks(list.items[i].blocks, units);
      head.items.push_back(list.items[i]);
      head.items.back().blocks = std::move(first);
      // What is left of an item is most often a list of its own: it needs no second bullet.
      tail.items.push_back(list.items[i]);
      tail.items.back().blocks = std::move(rest);
      ++i;
      break;
    }
    head.items.push_back(list.items[i]);
    units -= own;
  }
  tail.start = list.start + static_cast<int>(i - tail.items.size());
  tail.items.insert(tail.items.end(), at(list.items, i), list.items.end());
}

void part(const Table& table, std::size_t units, Table& head, Table& tail) {
  const std::size_t header = table.has_header && !table.rows.empty() ? 1 : 0;
  head.rows.assign(table.rows.begin(), at(table.rows, header + units));
  tail.rows.assign(table.rows.begin(), at(table.rows, header));
  tail.rows.insert(tail.rows.end(), at(table.rows, header + units), table.rows.end());
  head.caption = {};
}

void part(const Code& code, std::size_t units, Code& head, Code& tail) {
  const auto lines = static_cast<int>(std::min(units, code.lines.size()));
  head.lines.assign(code.lines.begin(), at(code.lines, units));
  tail.lines.assign(at(code.lines, units), code.lines.end());
  tail.first_number = code.first_number + lines;
  std::erase_if(head.emphasised, [&](int line) { return line > lines; });
  std::erase_if(tail.emphasised, [&](int line) { return line <= lines; });
  for (int& line : tail.emphasised) line -= lines;
}

void part(const Columns& columns, std::size_t units, Columns& head, Columns& tail) {
  for (std::size_t i = 0; i < columns.columns.size(); ++i)
    std::tie(head.columns[i].blocks, tail.columns[i].blocks) = part_blocks(columns.columns[i].blocks, units);
}

template <class Holder>
void part_inner(const Holder& holder, std::size_t units, Holder& head, Holder& tail) {
  std::tie(head.blocks, tail.blocks) = part_blocks(holder.blocks, units);
}

std::pair<Block, Block> part_block(const Block& block, std::size_t units) {
  std::pair<Block, Block> out{block, block};
  auto& [head, tail] = out;
  if (const auto* list = std::get_if<List>(&block.what)) part(*list, units, std::get<List>(head.what), std::get<List>(tail.what));
  if (const auto* table = std::get_if<Table>(&block.what)) part(*table, units, std::get<Table>(head.what), std::get<Table>(tail.what));
  if (const auto* code = std::get_if<Code>(&block.what)) part(*code, units, std::get<Code>(head.what), std::get<Code>(tail.what));
  if (const auto* columns = std::get_if<Columns>(&block.what))
    part(*columns, units, std::get<Columns>(head.what), std::get<Columns>(tail.what));
  if (const auto* note = std::get_if<Admonition>(&block.what))
    part_inner(*note, units, std::get<Admonition>(head.what), std::get<Admonition>(tail.what));
  if (const auto* quote = std::get_if<Quote>(&block.what)) {
    part_inner(*quote, units, std::get<Quote>(head.what), std::get<Quote>(tail.what));
    std::get<Quote>(head.what).attribution = {};
  }
  return out;
}

const RichText* text_of(const Block& block) {
  if (const auto* paragraph = std::get_if<TextParagraph>(&block.what)) return &paragraph->text;
  if (const auto* heading = std::get_if<Heading>(&block.what)) return &heading->text;
  return nullptr;
}

RichText& text_of(Block& block) {
  auto* paragraph = std::get_if<TextParagraph>(&block.what);
  return paragraph ? paragraph->text : std::get<Heading>(block.what).text;
}

}  // namespace

std::size_t count_units(const Blocks& blocks) {
  std::size_t units = 0;
  for (const Block& block : blocks) units += units_of(block);
  return units;
}

std::pair<Blocks, Blocks> part_blocks(const Blocks& blocks, std::size_t units) {
  std::pair<Blocks, Blocks> out;
  for (const Block& block : blocks) {
    const std::size_t own = units_of(block);
    if (units >= own) {
      out.first.push_back(block);
      units -= own;
    } else if (units == 0) {
      out.second.push_back(block);
    } else {
      auto [head, tail] = part_block(block, units);
      out.first.push_back(std::move(head));
      out.second.push_back(std::move(tail));
      units = 0;
    }
  }
  return out;
}

std::size_t count_words(const Block& block) {
  const RichText* text = text_of(block);
  if (!text) return 0;
  std::size_t words = 1;
  for (const TextSpan& span : text->spans)
    words += static_cast<std::size_t>(std::count_if(span.text.begin(), span.text.end(), [](char c) { return c == ' ' || c == '\n'; }));
  return words;
}

std::pair<Block, Block> part_words(const Block& block, std::size_t words) {
  std::pair<Block, Block> out{block, block};
  RichText &head = text_of(out.first), &tail = text_of(out.second);
  head.spans.clear();
  tail.spans.clear();
  for (const TextSpan& span : text_of(block)->spans) {
    std::size_t at = 0;
    for (; at < span.text.size() && words > 0; ++at)
      if (span.text[at] == ' ' || span.text[at] == '\n') --words;
    TextSpan first = span, rest = span;
    first.text.resize(at);
    rest.text.erase(0, at);
    if (!first.text.empty()) head.spans.push_back(std::move(first));
    if (!rest.text.empty()) tail.spans.push_back(std::move(rest));
  }
  return out;
}

Span first_origin(const Blocks& blocks) {
  if (blocks.empty()) return {};
  const Block& first = blocks.front();
  if (const auto* list = std::get_if<List>(&first.what); list && !list->items.empty()) {
    const ListItem& item = list->items.front();
    return item.origin.end > item.origin.begin ? item.origin : first.origin;
  }
  return first.origin;
}

}  // namespace drawplate::slide
