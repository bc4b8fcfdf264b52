// Local search on ordered layers: what the sweeps leave behind.
#pragma once

#include "layout/diagram/layered.h"

namespace drawplate::layered {

/// Requires: ordered layers in which every group's items stand together and the groups in one order everywhere.
/// Ensures: both still hold; there are no more crossings than before. It stops after about `effort` steps of work and returns
/// what is left of them.
long improve_order(const Flat& flat, Ranked& ranked, long effort);

}  // namespace drawplate::layered
