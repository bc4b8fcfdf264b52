// See image_objects.h.
#include "pdf/image_objects.h"

#include <cstddef>
#include <set>
#include <utility>

#include "layout/page/image_turn.h"
#include "layout/page/page_walk.h"
#include "pdf/jpeg_header.h"
#include "pdf/png_image.h"

namespace drawplate::pdf {
namespace {

Dict image_dict(int width, int height, std::string_view color_space) {
  Dict dict;
  dict.set("Type", name("XObject")).set("Subtype", name("Image")).set("Width", width).set("Height", height);
  return dict.set("ColorSpace", name(color_space)).set("BitsPerComponent", 8);
}

void set_predictor(Dict& dict, int components, int width) {
  Dict parameters;
  parameters.set("Predictor", 15).set("Colors", components).set("BitsPerComponent", 8).set("Columns", width);
  dict.set("Filter", name("FlateDecode")).set("DecodeParms", std::move(parameters));
}

Ref write_png(DecodedImage image, ObjectTable& objects, ImageObjects& written) {
  Dict dict = image_dict(image.width, image.height, image.components == 3 ? "DeviceRGB" : "DeviceGray");
  set_predictor(dict, image.components, image.width);
  if (!image.alpha.empty()) {
    Dict mask = image_dict(image.width, image.height, "DeviceGray");
    set_predictor(mask, 1, image.width);
    dict.set("SMask", objects.add_stream(std::move(mask), std::move(image.alpha), Deflate::done));
    written.has_masks = true;
  }
  return objects.add_stream(std::move(dict), std::move(image.samples), Deflate::done);
}

Ref write_jpeg(const JpegHeader& header, std::string bytes, ObjectTable& objects, ImageObjects& written) {
  const std::string_view space = header.components == 1 ? "DeviceGray" : header.components == 3 ? "DeviceRGB" : "DeviceCMYK";
  Dict dict = image_dict(header.width, header.height, space);
  dict.set("Filter", name("DCTDecode"));
  if (header.inverted) dict.set("Decode", Array{1, 0, 1, 0, 1, 0, 1, 0});
  written.has_cmyk = written.has_cmyk || header.components == 4;
  return objects.add_stream(std::move(dict), std::move(bytes), Deflate::done);
}

Result<Ref> write_image(const ImageData& image, ObjectTable& objects, ImageObjects& written) {
  if (image.media_type == "image/jpeg") {
    const auto header = read_jpeg_header(image.bytes);
    if (!header) return failure("an image is no JPEG that PDF readers can decode");
    return write_jpeg(*header, image.bytes, objects, written);
  }
  Result<DecodedImage> decoded = decode_png(image.bytes);
  if (!decoded) return tl::unexpected(decoded.error());
  return write_png(std::move(*decoded), objects, written);
}

}  // namespace

ImageSet collect_images(const Document& document, std::span<const Page* const> pages) {
  std::set<ImageId> used;
  for (const Page* page : pages) {
    if (page->background_image) used.insert(*page->background_image);
    for_each_item(page->items, [&](const Item& item) {
      if (const auto image = image_of(item)) used.insert(*image);
    });
  }
  ImageSet images;
  for (const ImageId id : used) {
    const auto index = static_cast<std::size_t>(id);
    if (index >= document.images.size()) continue;
    const ImageData& image = document.images[index];
    images.emplace(id, EmbeddedImage{"Im" + std::to_string(images.size() + 1), upright_size(image), turn(orientation_of(image))});
  }
  return images;
}

Result<ImageObjects> write_images(const Document& document, const ImageSet& images, ObjectTable& objects) {
  ImageObjects written;
  for (const auto& [id, embedded] : images) {
    const Result<Ref> object = write_image(document.images[static_cast<std::size_t>(id)], objects, written);
    if (!object) return tl::unexpected(object.error());
    written.resources.set(embedded.resource, *object);
  }
  return written;
}

}  // namespace drawplate::pdf
