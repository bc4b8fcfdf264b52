// The command's first step: words to a command line, then run.
#include <csignal>

#include "cli/arguments.h"
#include "cli/run.h"
#include "cli/teller.h"

int main(int argc, char** argv) {
  using namespace drawplate;
  std::signal(SIGXFSZ, SIG_IGN);  // a file-size limit is then an error of write, with its message
  const auto line = parse_command_line(argc, argv);
  const ExitStatus status = line ? run(*line) : tell(line.error());
  return static_cast<int>(status);
}
