// Where a named file is looked for, whether it may be read, and what is said where it cannot be.
#include "cli/document_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <filesystem>
#include <system_error>
#include <utility>

#include "cli/files.h"
#include "deck/model/link.h"
#include "deck/syntax/image_header.h"

namespace drawplate {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t max_side_file_bytes = 1u << 20;       ///< themes, icons, diagrams, included slides
constexpr std::size_t max_picture_bytes = 64u << 20;        ///< of one picture
constexpr std::size_t max_all_pictures_bytes = 512u << 20;  ///< of all together

/// The folder below which a document's files lie.
fs::path folder_of(const CommandLine& line) { return line.input == "-" ? fs::path() : fs::path(line.input).parent_path(); }

/// The folder of the source that names a file.
fs::path naming_folder(const CommandLine& line, const Inputs& inputs, Span origin) {
  const std::string& name = inputs.sources.get(origin.source).name;
  return name == "<stdin>" || name == line.input ? folder_of(line) : fs::path(name).parent_path();
}

bool lies_in(const fs::path& folder, const fs::path& file) {
  std::error_code wrong;
  const fs::path base = fs::weakly_canonical(folder.empty() ? fs::path(".") : folder, wrong);
  const fs::path full = fs::weakly_canonical(fs::absolute(file, wrong), wrong);
  if (wrong) return false;
  return std::mismatch(base.begin(), base.end(), full.begin(), full.end()).first == base.end();
}

/// "%20" and the like, as links spell them.
std::string without_escapes(std::string_view name) {
  const auto digit = [](char c) {
    return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
  };
  std::string out;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const int high = name[i] == '%' && i + 2 < name.size() ? digit(name[i + 1]) : -1;
    const int low = high >= 0 ? digit(name[i + 2]) : -1;
    if (low >= 0 && high + low > 0) {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    } else {
      out += name[i];
    }
  }
  return out;
}

/// Where the file is: as named, with its escapes decoded, or, as Slidev has it, below the folder 'public'.
fs::path find_file(const fs::path& root, const fs::path& from, const std::string& name) {
  const std::string decoded = without_escapes(name);
  std::error_code wrong;
  for (const std::string& spelling : {name, decoded}) {
    const fs::path path = from / spelling;
    if (fs::exists(path, wrong)) return path;
    if (!spelling.starts_with('/')) continue;
    for (const fs::path& below : {root / "public" / spelling.substr(1), root / spelling.substr(1)})
      if (fs::exists(below, wrong)) return below;
  }
  return from / name;
}

Result<std::string> read_named(const CommandLine& line, const fs::path& path, std::size_t max_bytes) {
  if (!line.allow_outside && !lies_in(folder_of(line), path)) return failure("only files in the document's folder or below are read");
  return read_whole_file(path.string(), max_bytes);
}

/// A file as the document names it, and where it was found.
struct NamedFile {
  std::string name;
  Span origin;
  fs::path path;
};

void say_unreadable(const CommandLine& line, const NamedFile& file, const Failure& why, Report& report) {
  Diagnostic& error = report.error(file.origin, fmt::format("cannot read '{}': {}", file.name, why.message));
  if (!line.allow_outside && !lies_in(folder_of(line), file.path)) error.help("--allow-outside lets a document name files anywhere");
}

void read_picture(const CommandLine& line, ImageFile& image, std::size_t& room, Inputs& inputs) {
  if (image.path.starts_with("data:") || image.path.starts_with("//") ||
      (is_absolute_link(image.path) && !image.path.starts_with("file:"))) {
    inputs.report
        .warning(image.origin, image.path.starts_with("data:")
                                   ? "pictures inside the text are not supported"
                                   : fmt::format("'{}' is not fetched: pictures are read from files only", image.path))
        .help("save it beside the document");
    return;
  }
  const fs::path path = find_file(folder_of(line), naming_folder(line, inputs, image.origin), image.path);
  auto bytes = read_named(line, path, std::min(max_picture_bytes, room));
  const auto header = bytes ? read_image_header(*bytes) : tl::unexpected(bytes.error());
  if (!header) {
    say_unreadable(line, {image.path, image.origin, path}, header.error(), inputs.report);
    return;
  }
  room -= bytes->size();
  image.bytes = std::move(*bytes);
  image.media_type = header->media_type;
  image.width = header->width;
  image.height = header->height;
  image.orientation = header->orientation;
}

}  // namespace

std::optional<SourceId> read_file_of_document(const CommandLine& line, const std::string& name, Span origin, Inputs& inputs) {
  const fs::path path = find_file(folder_of(line), naming_folder(line, inputs, origin), name);
  auto text = read_named(line, path, max_side_file_bytes);
  if (!text) {
    say_unreadable(line, {name, origin, path}, text.error(), inputs.report);
    return std::nullopt;
  }
  return inputs.sources.add({path.lexically_normal().string(), std::move(*text)});
}

void read_pictures(const CommandLine& line, Inputs& inputs) {
  std::size_t room = max_all_pictures_bytes;
  for (ImageFile& image : inputs.deck.images) read_picture(line, image, room, inputs);
}

}  // namespace drawplate
