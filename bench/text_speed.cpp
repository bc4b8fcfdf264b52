// How long 10 000 words take to be laid out, and how much of that the libraries take by themselves: the same words shaped by
// HarfBuzz and broken by ICU with nothing around them. Prints milliseconds, medians of the rounds.
#include <hb.h>
#include <unicode/ubrk.h>
#include <unicode/utext.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/text/text_block.h"

using namespace drawplate;

namespace {

constexpr int rounds = 15, paragraphs = 100, words_each = 100;

struct Language {
  const char* name;
  const char* lang;
  std::string_view words;  ///< repeated; one space between
};
constexpr Language languages[] = {
    {"English", "en", "All human beings are born free and equal in dignity and rights They are endowed with reason and conscience "},
    {"Arabic", "ar", "يولد جميع الناس أحراراً متساوين في الكرامة والحقوق وقد وهبوا عقلاً وضميراً "},
    {"Hindi", "hi", "सभी मनुष्यों को गौरव और अधिकारों के मामले में जन्मजात स्वतंत्रता और समानता प्राप्त है "},
};

std::string paragraph_of(std::string_view words) {
  std::string text;
  int count = 0;
  for (std::size_t at = 0; count < words_each; at = (at + 1) % words.size()) {
    text += words[at];
    count += words[at] == ' ';
  }
  return text;
}

template <class Work>
double median_ms(const Work& work) {
  std::vector<double> times;
  for (int i = 0; i < rounds; ++i) {
    const auto start = std::chrono::steady_clock::now();
    work();
    times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
  }
  std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
  return times[rounds / 2];
}

void shape_bare(const std::string& text, hb_font_t* font) {
  hb_buffer_t* buffer = hb_buffer_create();
  hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, -1);
  hb_buffer_guess_segment_properties(buffer);
  hb_shape(font, buffer, nullptr, 0);
  hb_buffer_destroy(buffer);
}

void break_bare(const std::string& text, const char* lang) {
  UErrorCode status = U_ZERO_ERROR;
  UText source = UTEXT_INITIALIZER;
  utext_openUTF8(&source, text.data(), static_cast<std::int64_t>(text.size()), &status);
  UBreakIterator* breaks = ubrk_open(UBRK_LINE, lang, nullptr, 0, &status);
  ubrk_setUText(breaks, &source, &status);
  while (ubrk_next(breaks) != UBRK_DONE) {
  }
  ubrk_close(breaks);
  utext_close(&source);
}

}  // namespace

int main() {
  const double start_up = median_ms([] { FontCatalog::open_system(); });
  std::printf("start-up of the fonts: %.1f ms\n", start_up);
  auto fonts = std::move(*FontCatalog::open_system());
  Report report;
  for (const Language& language : languages) {
    ParagraphStyle style;
    style.text.size = 12;
    style.lang = language.lang;
    style.fallbacks = {{"Noto Sans CJK"}, {"Noto Sans"}};
    style.breaking = Breaking::greedy;
    const std::string text = paragraph_of(language.words);
    const RichText rich{{TextSpan{.text = text}}, {}};
    const LaidOutParagraph laid = layout_paragraph(rich, style, 400, fonts, report);
    hb_font_t* font = fonts.face(laid.paragraph.lines[0].runs[0].face).hb_font();
    const double ours = median_ms([&] {
      for (int i = 0; i < paragraphs; ++i) layout_paragraph(rich, style, 400, fonts, report);
    });
    const double bare = median_ms([&] {
      for (int i = 0; i < paragraphs; ++i) shape_bare(text, font), break_bare(text, language.lang);
    });
    std::printf("%s: %d words in %.1f ms; HarfBuzz and ICU alone %.1f ms; %.0f %% outside them\n", language.name, paragraphs * words_each,
                ours, bare, 100 * (1 - bare / ours));
  }
}
