// See image_crop.h.
#include "layout/page/image_crop.h"

namespace drawplate {

Rect covering_part(Size image, Size box) {
  if (image.width <= 0 || image.height <= 0 || box.width <= 0 || box.height <= 0) return {0, 0, 1, 1};
  const double ratio = (box.width / box.height) / (image.width / image.height);
  if (ratio < 1) return {(1 - ratio) / 2, 0, ratio, 1};
  return {0, (1 - 1 / ratio) / 2, 1, 1 / ratio};
}

}  // namespace drawplate
