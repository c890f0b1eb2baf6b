"""A Virtuoso of our own: a database in a temporary folder and two free ports, gone when the program ends."""

import atexit
import os
import pathlib
import re
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.parse
import urllib.request

GRAPH = "https://w3id.org/digestkg/"
CONFIGURATION = """[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {folder}/temporary.db
TransactionFile = {folder}/temporary.trx
[Parameters]
ServerPort = {port}
DisableUnixSocket = 1
DirsAllowed = {folder}
NumberOfBuffers = 60000
MaxDirtyBuffers = 40000
[HTTPServer]
ServerPort = {http}
ServerRoot = {folder}
ServerThreads = 4
[SPARQL]
ResultSetMaxRows = 1000000
"""


def free_port():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        return taken.getsockname()[1]


class Server:
    programs = os.environ.get("DIGESTKG_VIRTUOSO")

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="digestkg-virtuoso"))
        atexit.register(self.stop)
        self.port, self.http = free_port(), free_port()
        configuration = self.folder / "virtuoso.ini"
        configuration.write_text(CONFIGURATION.format(folder=self.folder, port=self.port, http=self.http))
        command = [f"{self.programs}/virtuoso-t", "+configfile", configuration, "+foreground"]
        self.process = subprocess.Popen(command, cwd=self.folder, env=self.environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        self.await_start()

    @classmethod
    def environment(cls):
        """Unpacked, not installed, it has its libraries beside it."""
        folder = pathlib.Path(cls.programs).parent
        libraries = [*folder.glob("lib/*-linux-gnu"), *folder.parent.glob("lib/*-linux-gnu")]
        return os.environ | {"LD_LIBRARY_PATH": ":".join(map(str, libraries))}

    @classmethod
    def version(cls):
        if not cls.programs:
            return ""
        said = subprocess.run([f"{cls.programs}/virtuoso-t", "-?"], capture_output=True, text=True, env=cls.environment())
        return re.search(r"Version ([\d.]+)", said.stdout + said.stderr).group(1)

    def await_start(self):
        for _ in range(600):
            try:
                return socket.create_connection(("127.0.0.1", self.http), 1).close()
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.2)
        raise RuntimeError("Virtuoso does not start:\n" + (self.folder / "virtuoso.log").read_text()[-500:])

    def stop(self):
        self.process.terminate()
        self.process.wait()
        shutil.rmtree(self.folder)

    def sql(self, statements):
        command = [f"{self.programs}/isql-vt", str(self.port), "dba", "dba", "VERBOSE=OFF", "BANNER=OFF", f"exec={statements}"]
        return subprocess.run(command, capture_output=True, text=True, check=True, env=self.environment()).stdout

    def load(self, graph):
        copy = self.folder / "load"
        copy.mkdir()
        (copy / "graph.nt").symlink_to(pathlib.Path(graph).resolve())
        self.sql(f"ld_dir('{copy}', 'graph.nt', '{GRAPH}'); rdf_loader_run(); checkpoint;")
        faults = self.sql("select ll_error from DB.DBA.load_list where ll_error is not null;").strip()
        if faults:
            raise RuntimeError(f"Virtuoso does not load {graph}: {faults}")

    def ask(self, query):
        fields = urllib.parse.urlencode({"query": query, "default-graph-uri": GRAPH}).encode()
        request = urllib.request.Request(f"http://127.0.0.1:{self.http}/sparql", fields, {"Accept": "text/csv"})
        try:
            return urllib.request.urlopen(request).read().decode()
        except urllib.error.HTTPError as error:
            raise RuntimeError(f"Virtuoso: {error.read().decode()[:500]}") from error
