// Images as PDF objects, each once however often it is shown: JPEG files as they are, PNG decoded, with a mask where it can be
// seen through. It knows no page.
#pragma once

#include <map>
#include <span>
#include <string>

#include "base/result.h"
#include "layout/page/page.h"
#include "pdf/objects.h"

namespace drawplate::pdf {

struct EmbeddedImage {
  std::string resource;  ///< its name in the resources: "Im1"
  Size size;             ///< as it is to be seen, in pixels
  Affine turn;           ///< from the stored image to the one to be seen, as unit squares
};

using ImageSet = std::map<ImageId, EmbeddedImage>;

/// All images that the pages show, in the order of their ids.
ImageSet collect_images(const Document& document, std::span<const Page* const> pages);

struct ImageObjects {
  Dict resources;          ///< XObject dictionary
  bool has_cmyk = false;   ///< colours that only a printing profile would define: no PDF/A then
  bool has_masks = false;  ///< something is seen through
};

/// Adds the images' objects. Fails where one cannot be decoded.
[[nodiscard]] Result<ImageObjects> write_images(const Document& document, const ImageSet& images, ObjectTable& objects);

}  // namespace drawplate::pdf
