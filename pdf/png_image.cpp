// See png_image.h. The only file that knows libpng, whose errors end here; rows are deflated as they come, so that a large
// image needs little memory.
#include "pdf/png_image.h"

#include <png.h>
#include <zlib.h>

#include <csetjmp>
#include <cstddef>
#include <cstring>
#include <memory>
#include <utility>
#include <vector>

namespace drawplate::pdf {
namespace {

/// Bytes in, deflated bytes out.
class Deflater {
 public:
  Deflater() { good_ = deflateInit(&stream_, level) == Z_OK; }
  ~Deflater() { deflateEnd(&stream_); }
  Deflater(const Deflater&) = delete;
  Deflater& operator=(const Deflater&) = delete;

  void add(const unsigned char* bytes, std::size_t count) { run(bytes, count, Z_NO_FLUSH); }
  std::string finish() {
    run(nullptr, 0, Z_FINISH);
    return std::move(out_);
  }

 private:
  static constexpr int level = 6;

  void run(const unsigned char* bytes, std::size_t count, int flush) {
    if (!good_) return;
    unsigned char buffer[16384];
    stream_.next_in = const_cast<unsigned char*>(bytes);
    stream_.avail_in = static_cast<uInt>(count);
    do {
      stream_.next_out = buffer;
      stream_.avail_out = sizeof buffer;
      deflate(&stream_, flush);
      out_.append(reinterpret_cast<const char*>(buffer), sizeof buffer - stream_.avail_out);
    } while (stream_.avail_out == 0);
  }

  z_stream stream_{};
  std::string out_;
  bool good_ = false;
};

/// Rows of one plane with PNG's "sub" predictor, which suits photographs and plain colours alike.
class Plane {
 public:
  Plane(std::size_t width, std::size_t components) : components_(components), row_(1 + width * components) {}

  /// Takes `components` bytes from each pixel of `stride` bytes, beginning at `first`.
  void add_row(const unsigned char* pixels, std::size_t stride, std::size_t first) {
    constexpr unsigned char sub = 1;
    const std::size_t width = (row_.size() - 1) / components_;
    row_[0] = sub;
    for (std::size_t i = 0; i < width; ++i)
      for (std::size_t c = 0; c < components_; ++c) {
        const unsigned char value = pixels[i * stride + first + c];
        row_[1 + i * components_ + c] = static_cast<unsigned char>(value - (i == 0 ? 0 : pixels[(i - 1) * stride + first + c]));
      }
    deflater_.add(row_.data(), row_.size());
  }
  std::string finish() { return deflater_.finish(); }

 private:
  std::size_t components_;
  std::vector<unsigned char> row_;
  Deflater deflater_;
};

struct Input {
  std::string_view rest;
};

void read_bytes(png_structp png, png_bytep out, std::size_t count) {
  auto* input = static_cast<Input*>(png_get_io_ptr(png));
  if (count > input->rest.size()) png_error(png, "the file ends too early");
  std::memcpy(out, input->rest.data(), count);
  input->rest.remove_prefix(count);
}

struct Reader {
  png_structp png = nullptr;
  png_infop info = nullptr;
  std::string error;
  std::vector<unsigned char> pixels;  // a row, or the whole image where it is interlaced
  std::vector<png_bytep> rows;
  ~Reader() { png_destroy_read_struct(&png, &info, nullptr); }
};

[[noreturn]] void fail(png_structp png, png_const_charp message) {
  static_cast<Reader*>(png_get_error_ptr(png))->error = message;
  png_longjmp(png, 1);
}
void ignore(png_structp, png_const_charp) {}

/// Whatever is stored becomes 8 bits of grey or RGB, with alpha where there is any.
void ask_for_plain_samples(Reader& reader) {
  png_set_expand(reader.png);
  png_set_scale_16(reader.png);
  png_set_interlace_handling(reader.png);
  png_read_update_info(reader.png, reader.info);
}

/// All that a decoding owns. What fails in libpng jumps back to `decode`, which therefore owns nothing itself.
struct Decoding {
  Reader reader;
  Input input;
  DecodedImage image;
  std::unique_ptr<Plane> color, alpha;
  bool opaque = true;
};

void add_rows(Decoding& d, std::size_t channels) {
  Reader& reader = d.reader;
  const std::size_t row_size = png_get_rowbytes(reader.png, reader.info), height = static_cast<std::size_t>(d.image.height);
  const bool interlaced = png_get_interlace_type(reader.png, reader.info) != PNG_INTERLACE_NONE;
  reader.pixels.resize(interlaced ? row_size * height : row_size);
  if (interlaced) {
    for (std::size_t y = 0; y < height; ++y) reader.rows.push_back(reader.pixels.data() + y * row_size);
    png_read_image(reader.png, reader.rows.data());
  }
  for (std::size_t y = 0; y < height; ++y) {
    if (!interlaced) png_read_row(reader.png, reader.pixels.data(), nullptr);
    const unsigned char* row = interlaced ? reader.rows[y] : reader.pixels.data();
    d.color->add_row(row, channels, 0);
    if (!d.alpha) continue;
    d.alpha->add_row(row, channels, channels - 1);
    for (std::size_t i = channels - 1; i < row_size && d.opaque; i += channels) d.opaque = row[i] == 0xFF;
  }
  png_read_end(reader.png, nullptr);
}

bool decode(Decoding& d) {
  Reader& reader = d.reader;
  if (setjmp(png_jmpbuf(reader.png)) != 0) return false;
  png_set_read_fn(reader.png, &d.input, read_bytes);
  png_read_info(reader.png, reader.info);
  ask_for_plain_samples(reader);
  d.image.width = static_cast<int>(png_get_image_width(reader.png, reader.info));
  d.image.height = static_cast<int>(png_get_image_height(reader.png, reader.info));
  const std::size_t channels = png_get_channels(reader.png, reader.info), width = static_cast<std::size_t>(d.image.width);
  d.image.components = channels >= 3 ? 3 : 1;
  d.color = std::make_unique<Plane>(width, static_cast<std::size_t>(d.image.components));
  if (channels == 2 || channels == 4) d.alpha = std::make_unique<Plane>(width, 1);
  add_rows(d, channels);
  return true;
}

}  // namespace

Result<DecodedImage> decode_png(std::string_view bytes) {
  Decoding d;
  d.input.rest = bytes;
  d.reader.png = png_create_read_struct(PNG_LIBPNG_VER_STRING, &d.reader, fail, ignore);
  d.reader.info = d.reader.png ? png_create_info_struct(d.reader.png) : nullptr;
  if (!d.reader.info) return failure("there is no memory to read a PNG");
  if (!decode(d)) return failure("the PNG is broken: " + d.reader.error);
  d.image.samples = d.color->finish();
  if (d.alpha && !d.opaque) d.image.alpha = d.alpha->finish();
  return std::move(d.image);
}

}  // namespace drawplate::pdf
