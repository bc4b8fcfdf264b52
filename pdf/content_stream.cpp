// See content_stream.h.
#include "pdf/content_stream.h"

#include <cassert>
#include <cstddef>

#include "pdf/syntax.h"

namespace drawplate::pdf {

ContentStream& ContentStream::number(double value) {
  append_number(bytes_, value);
  bytes_ += ' ';
  return *this;
}

ContentStream& ContentStream::point(Point p) { return number(p.x).number(p.y); }

ContentStream& ContentStream::color(Rgb color) { return number(color.r / 255.0).number(color.g / 255.0).number(color.b / 255.0); }

ContentStream& ContentStream::op(std::string_view letters) {
  bytes_ += letters;
  bytes_ += '\n';
  return *this;
}

ContentStream& ContentStream::save() {
  constexpr int deepest = 28;  // ISO 19005-2, 6.1.13
  ++saved_;
  assert(saved_ <= deepest && !in_text_);
  static_cast<void>(deepest);
  return op("q");
}

ContentStream& ContentStream::restore() {
  assert(saved_ > 0 && !in_text_);
  --saved_;
  return op("Q");
}

ContentStream& ContentStream::transform(const Affine& m) {
  for (const double factor : {m.a, m.b, m.c, m.d}) {
    append_precise(bytes_, factor);
    bytes_ += ' ';
  }
  return number(m.e).number(m.f).op("cm");
}
ContentStream& ContentStream::clip() { return op("W n"); }
ContentStream& ContentStream::draw_object(std::string_view resource) {
  append_name(bytes_, resource);
  bytes_ += ' ';
  return op("Do");
}
ContentStream& ContentStream::line_width(Pt width) { return number(width).op("w"); }
ContentStream& ContentStream::line_cap(LineCap cap) { return number(static_cast<int>(cap)).op("J"); }
ContentStream& ContentStream::line_join(LineJoin join) { return number(static_cast<int>(join)).op("j"); }

ContentStream& ContentStream::dashes(std::span<const Pt> lengths) {
  bytes_ += '[';
  for (std::size_t i = 0; i < lengths.size(); ++i) {
    if (i > 0) bytes_ += ' ';
    append_number(bytes_, lengths[i]);
  }
  bytes_ += "] 0 ";
  return op("d");
}

ContentStream& ContentStream::fill_color(Rgb rgb) { return color(rgb).op("rg"); }
ContentStream& ContentStream::stroke_color(Rgb rgb) { return color(rgb).op("RG"); }

ContentStream& ContentStream::move_to(Point p) { return point(p).op("m"); }
ContentStream& ContentStream::line_to(Point p) { return point(p).op("l"); }
ContentStream& ContentStream::cubic_to(Point c1, Point c2, Point p) { return point(c1).point(c2).point(p).op("c"); }
ContentStream& ContentStream::close_path() { return op("h"); }
ContentStream& ContentStream::rectangle(Point corner, Size size) { return point(corner).number(size.width).number(size.height).op("re"); }

ContentStream& ContentStream::fill() { return op("f"); }
ContentStream& ContentStream::fill_even_odd() { return op("f*"); }
ContentStream& ContentStream::stroke() { return op("S"); }
ContentStream& ContentStream::fill_and_stroke() { return op("B"); }
ContentStream& ContentStream::fill_even_odd_and_stroke() { return op("B*"); }

ContentStream& ContentStream::begin_text() {
  assert(!in_text_);
  in_text_ = true;
  return op("BT");
}

ContentStream& ContentStream::end_text() {
  assert(in_text_);
  in_text_ = false;
  return op("ET");
}

ContentStream& ContentStream::font(std::string_view resource, Pt size) {
  append_name(bytes_, resource);
  bytes_ += ' ';
  return number(size).op("Tf");
}

ContentStream& ContentStream::text_at(Point p) {
  bytes_ += "1 0 0 1 ";
  return point(p).op("Tm");
}

ContentStream& ContentStream::text_rise(Pt rise) { return number(rise).op("Ts"); }

ContentStream& ContentStream::text_unseen() { return number(3).op("Tr"); }
ContentStream& ContentStream::text_scale(double scale) { return number(scale * 100).op("Tz"); }

ContentStream& ContentStream::show(std::span<const ShownCode> codes) {
  assert(in_text_);
  bytes_ += '[';
  bool open = false;
  for (const ShownCode& shown : codes) {
    if (shown.step_back != 0) {
      if (open) bytes_ += '>';
      append_number(bytes_, shown.step_back);
      open = false;
    }
    if (!open) bytes_ += '<';
    open = true;
    append_hex16(bytes_, shown.code);
  }
  bytes_ += open ? ">] " : "] ";
  return op("TJ");
}

ContentStream& ContentStream::begin_marked(std::string_view tag, int mcid, std::string_view actual_text) {
  assert(!in_text_ && !in_marked_);  // sequences neither nest nor cross text objects: readers lose text where they do
  in_marked_ = true;
  append_name(bytes_, tag);
  bytes_ += " <</MCID ";
  append_number(bytes_, mcid);
  if (!actual_text.empty()) {
    bytes_ += "/ActualText";
    append_text_string(bytes_, actual_text);
  }
  bytes_ += ">> ";
  return op("BDC");
}

ContentStream& ContentStream::begin_artifact() {
  assert(!in_text_ && !in_marked_);
  in_marked_ = true;
  append_name(bytes_, "Artifact");
  bytes_ += ' ';
  return op("BMC");
}

ContentStream& ContentStream::end_marked() {
  assert(!in_text_ && in_marked_);
  in_marked_ = false;
  return op("EMC");
}

ContentStream& ContentStream::begin_replaced(std::string_view actual_text) {
  assert(!in_text_ && in_marked_);
  bytes_ += "/Span <</ActualText";
  append_text_string(bytes_, actual_text);
  bytes_ += ">> ";
  return op("BDC");
}

ContentStream& ContentStream::end_replaced() {
  assert(!in_text_ && in_marked_);
  return op("EMC");
}

}  // namespace drawplate::pdf
