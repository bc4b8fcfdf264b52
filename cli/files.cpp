// POSIX calls, since only they tell when the disk is full.
#include "cli/files.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <string_view>
#include <system_error>

namespace drawplate {
namespace {

/// An open file that closes itself; `close` tells what the destructor could not.
class OpenFile {
 public:
  OpenFile(int descriptor, bool owned) : descriptor_(descriptor), owned_(owned) {}
  ~OpenFile() {
    if (owned_ && descriptor_ >= 0) ::close(descriptor_);
  }
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;

  int get() const { return descriptor_; }
  bool close() {
    const int closed = ::close(descriptor_);
    descriptor_ = -1;
    return closed == 0;
  }

 private:
  int descriptor_;
  bool owned_;
};

std::string reason(int error) {
  switch (error) {
    case ENOENT:
      return "no such file or directory";
    case EACCES:
    case EPERM:
      return "permission denied";
    case EISDIR:
      return "it is a directory";
    case ENOTDIR:
      return "a part of its path is not a directory";
    case ENOSPC:
      return "no space left on the device";
    case EROFS:
      return "the file system is read-only";
    default:
      return std::strerror(error);
  }
}

std::string too_large(std::size_t max_bytes) { return fmt::format("it is larger than {} MiB", max_bytes >> 20); }

/// The cap holds for pipes too, whose size nothing tells beforehand.
Result<std::string> read_all(int descriptor, std::size_t max_bytes) {
  std::string text;
  constexpr std::size_t step = 1 << 16;
  while (true) {
    const std::size_t old_size = text.size();
    text.resize(old_size + step);
    const ssize_t got = ::read(descriptor, text.data() + old_size, step);
    text.resize(old_size + static_cast<std::size_t>(got > 0 ? got : 0));
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return failure(reason(errno));
    if (got == 0) return text;
    if (text.size() > max_bytes) return failure(too_large(max_bytes));
  }
}

bool write_all(int descriptor, std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
    if (put < 0 && errno == EINTR) continue;
    if (put < 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(put));
  }
  return true;
}

/// Sees the bytes on the disk, where the file system can.
bool flush(int descriptor) { return ::fsync(descriptor) == 0 || errno == EINVAL || errno == ENOTSUP; }

Failure cannot_write(const std::string& path, int error) { return {fmt::format("cannot write '{}': {}", path, reason(error))}; }

/// Where the bytes of one output stand until all outputs are known to be good.
struct Pending {
  std::string path;       ///< as the user named it
  std::string target;     ///< what will be replaced: the file a link leads to
  std::string temporary;  ///< beside the target, or empty for what is written straight
};

class PendingFiles {
 public:
  PendingFiles() = default;
  PendingFiles(const PendingFiles&) = delete;
  PendingFiles& operator=(const PendingFiles&) = delete;
  ~PendingFiles() {
    for (const Pending& file : files_) {
      if (!file.temporary.empty()) ::unlink(file.temporary.c_str());
    }
  }

  Result<void> prepare(const FileContent& file);
  Result<void> write_straight(const std::vector<FileContent>& contents);
  Result<void> rename_all();

 private:
  Result<void> write_temporary(Pending& pending, std::string_view bytes, mode_t mode);

  std::vector<Pending> files_;
};

Result<void> PendingFiles::prepare(const FileContent& file) {
  Pending& pending = files_.emplace_back(Pending{file.path, file.path, {}});
  struct stat status {};
  if (::stat(file.path.c_str(), &status) != 0) return write_temporary(pending, file.bytes, 0666);
  if (S_ISDIR(status.st_mode)) return tl::unexpected(cannot_write(file.path, EISDIR));
  if (!S_ISREG(status.st_mode)) return {};  // a device or a pipe has no "beside"
  if (::access(file.path.c_str(), W_OK) != 0) return tl::unexpected(cannot_write(file.path, errno));
  std::error_code none;
  const std::filesystem::path real = std::filesystem::canonical(file.path, none);
  if (!none) pending.target = real.string();
  return write_temporary(pending, file.bytes, status.st_mode & 0777);
}

Result<void> PendingFiles::write_temporary(Pending& pending, std::string_view bytes, mode_t mode) {
  // Short, so that it fits where the target's own name is as long as a name may be.
  const std::string name = fmt::format(".drawplate-{}-{}.part", ::getpid(), files_.size());
  const std::string temporary = (std::filesystem::path(pending.target).parent_path() / name).string();
  OpenFile out(::open(temporary.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, mode), true);
  if (out.get() < 0) return tl::unexpected(cannot_write(pending.path, errno));
  pending.temporary = temporary;
  if (!write_all(out.get(), bytes) || !flush(out.get()) || !out.close()) return tl::unexpected(cannot_write(pending.path, errno));
  return {};
}

Result<void> PendingFiles::write_straight(const std::vector<FileContent>& contents) {
  for (std::size_t i = 0; i < files_.size(); ++i) {
    if (!files_[i].temporary.empty()) continue;
    OpenFile out(::open(files_[i].target.c_str(), O_WRONLY | O_CLOEXEC), true);
    if (out.get() < 0 || !write_all(out.get(), contents[i].bytes) || !out.close()) {
      return tl::unexpected(cannot_write(files_[i].path, errno));
    }
  }
  return {};
}

Result<void> PendingFiles::rename_all() {
  for (Pending& file : files_) {
    if (file.temporary.empty()) continue;
    if (::rename(file.temporary.c_str(), file.target.c_str()) != 0) return tl::unexpected(cannot_write(file.path, errno));
    file.temporary.clear();
  }
  return {};
}

}  // namespace

Result<std::string> read_whole_file(const std::string& path, std::size_t max_bytes) {
  const bool standard_input = path == "-";
  const OpenFile in(standard_input ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC), !standard_input);
  struct stat status {};
  if (in.get() < 0 || ::fstat(in.get(), &status) != 0) return failure(reason(errno));
  if (S_ISDIR(status.st_mode)) return failure(reason(EISDIR));
  if (S_ISREG(status.st_mode) && static_cast<std::uintmax_t>(status.st_size) > max_bytes) return failure(too_large(max_bytes));
  return read_all(in.get(), max_bytes);
}

Result<void> write_files(const std::vector<FileContent>& files) {
  PendingFiles pending;
  for (const FileContent& file : files) {
    if (auto prepared = pending.prepare(file); !prepared) return prepared;
  }
  if (auto written = pending.write_straight(files); !written) return written;
  return pending.rename_all();
}

Result<void> write_standard_output(const std::string& text) {
  if (!write_all(STDOUT_FILENO, text)) return failure(fmt::format("cannot write to standard output: {}", reason(errno)));
  return {};
}

}  // namespace drawplate
