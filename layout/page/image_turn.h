// How an image must be turned to be seen upright: what the camera noted in a JPEG file's EXIF data.
#pragma once

#include "layout/page/page.h"

namespace drawplate {

/// The EXIF orientation, 1 to 8; 1 for images that are no JPEG.
int orientation_of(const ImageData& image);

/// In pixels, as the image is to be seen.
Size upright_size(const ImageData& image);

/// From the stored image's unit square to that of the image as it is to be seen; y grows down in both.
Affine turn(int orientation);

}  // namespace drawplate
