// A graph -> the files that somebody asked for, all of them or none.

#include "cli/files.hpp"

#include "base/parallel.hpp"
#include "cli/progress.hpp"
#include "cli/style.hpp"

#include <digestkg/diagnostic.hpp>

#include <algorithm>
#include <filesystem>
#include <functional>
#include <memory>
#include <unistd.h>
#include <variant>

namespace digestkg::cli {
namespace {

template <class Either, class Ask>
auto of_either(Either& to, Ask ask) {
  auto* const folder = std::get_if<OutputFolder>(&to);
  return folder ? ask(*folder) : ask(std::get<FileOutput>(to));
}

/// A file or a folder of files that is not in place yet.
class Target {
 public:
  Target(const std::filesystem::path& path, bool folder, FileOutput::Links links, Durability durability = Durability::Synced) {
    std::error_code ignored;
    if (folder && links == FileOutput::Links::Replace && std::filesystem::is_symlink(path, ignored))
      throw Error("cannot write " + path.string() + ": it is a symbolic link");
    if (folder) to_.emplace<OutputFolder>(path, durability);
    else to_.emplace<FileOutput>(path, links, durability);
  }
  void write(const View& view, const Format& format, const ExportOptions& options) {
    if (auto* const folder = std::get_if<OutputFolder>(&to_)) format.write_folder(view, options, *folder);
    else format.write(view, options, file());
  }
  Output& file() { return std::get<FileOutput>(to_); }
  void flush() {
    if (auto* const file = std::get_if<FileOutput>(&to_)) file->flush();
  }
  void sync() { of_either(to_, [](auto& to) { to.sync(); }); }
  void replace() { of_either(to_, [](auto& to) { to.replace(); }); }
  void commit() { of_either(to_, [](auto& to) { to.commit(); }); }
  std::uint64_t written() const { return of_either(to_, [](const auto& to) { return to.written(); }); }

 private:
  std::variant<std::monostate, FileOutput, OutputFolder> to_;
};

struct Job {
  std::filesystem::path path;
  bool folder = false;
  std::function<void(Target&)> write;
  std::function<std::vector<Loss>()> losses;
  std::unique_ptr<Target> target;
};

std::vector<Job> jobs_of(const View& everything, const View* picture, std::span<const ResolutionStep> steps, const FolderRequest& request) {
  const std::filesystem::path folder(request.folder);
  const auto no_losses = [] { return std::vector<Loss>(); };
  std::vector<Job> jobs;
  jobs.push_back({folder / "graph.jsonl", false, [&](Target& target) { write_graph_jsonl(everything.graph, target.file()); }, no_losses, {}});
  jobs.push_back({folder / "resolution.jsonl", false, [steps](Target& target) { write_resolution_jsonl(steps, target.file()); }, no_losses, {}});
  for (const Format* format : request.formats) {
    const bool is_folder = format->carrier == Format::Carrier::Folder;
    const auto path = folder / (is_folder ? std::string(format->extension) : "graph." + std::string(format->extension));
    if (std::ranges::find(jobs, path, &Job::path) != jobs.end()) continue;
    const View& view = picture && format->carrier == Format::Carrier::Picture ? *picture : everything;
    jobs.push_back({path, is_folder, [&view, format, &request](Target& target) { target.write(view, *format, request.options); },
                    [&view, format, &request] { return format->losses ? format->losses(view, request.options) : std::vector<Loss>(); }, {}});
  }
  return jobs;
}

}  // namespace

std::vector<Written> write_folder(const View& everything, std::span<const ResolutionStep> steps, const FolderRequest& request) {
  std::error_code error;
  std::filesystem::create_directories(request.folder, error);
  if (error) throw Error("cannot create " + request.folder + ": " + error.message());
  const bool pictures = std::ranges::any_of(request.formats, [](const Format* f) { return f->carrier == Format::Carrier::Picture; });
  const std::optional<View> picture = pictures ? std::optional(make_view(everything.graph, request.picture)) : std::nullopt;
  std::vector<Job> jobs = jobs_of(everything, picture ? &*picture : nullptr, steps, request);
  std::vector<Written> written(jobs.size());
  Progress progress("writing", jobs.size());
  Aside syncs;  // each waits for the disk, beside the writing of the others
  const unsigned threads = request.jobs > 1 ? 2 * request.jobs : 1;  // one that waits for the disk leaves its core to another
  parallel_for(jobs.size(), threads, 1, [&](std::size_t i) {
    Job& job = jobs[i];
    job.target = std::make_unique<Target>(job.path, job.folder, FileOutput::Links::Replace, request.durability);
    job.write(*job.target);
    job.target->flush();
    written[i] = {job.path.string(), job.target->written(), job.losses()};
    syncs.run([&target = *job.target] { target.sync(); });
    progress.advance();
  });
  syncs.wait();
  // One after the other: side by side, and each with a sync of the folder, they wait for the file system's journal and each other.
  for (const Job& job : jobs) job.target->replace();
  if (request.durability == Durability::Synced) sync_folder(request.folder);
  return written;
}

Written write_export(const View& view, const Format& format, const ExportOptions& options, const std::string& path) {
  const bool to_stdout = path.empty() || path == "-";
  std::vector<Loss> losses = format.losses ? format.losses(view, options) : std::vector<Loss>();
  if (!to_stdout) {
    Target target(path, format.carrier == Format::Carrier::Folder, FileOutput::Links::Follow);
    target.write(view, format, options);
    target.flush();
    target.commit();
    return {path, target.written(), std::move(losses)};
  }
  if (format.carrier == Format::Carrier::Folder)
    throw Error(std::string(format.name) + " is a folder of files; give -o FOLDER", Error::Cause::Usage);
  if (format.carrier == Format::Carrier::Picture && ::isatty(STDOUT_FILENO) != 0)
    throw Error("a picture is nothing for a terminal; give -o FILE." + std::string(format.extension), Error::Cause::Usage);
  StandardOutput output;
  format.write(view, options, output);
  output.flush();
  return {"standard output", output.written(), std::move(losses)};
}

std::string told(const std::vector<Loss>& losses) {
  std::string text;
  for (const Loss& loss : losses) text.append(text.empty() ? "" : ", ").append(loss.what).append(" (").append(grouped(loss.count)).append(")");
  return text;
}

void report_losses(const std::vector<Written>& files) {
  for (const Written& file : files)
    if (!file.losses.empty()) complain(file.path + ": does not carry " + told(file.losses));
}

}  // namespace digestkg::cli
