"""Real web servers on this machine, as a town's technician sets them up."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_NGINX = """
pid {folder}/nginx.pid;
error_log {folder}/error.log;
{user}
events {{}}
http {{
  access_log off;
  client_body_temp_path {folder}/body;
  proxy_temp_path {folder}/proxy;
  fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi;
  scgi_temp_path {folder}/scgi;
  include /etc/nginx/mime.types;
  include {site};
}}
"""
_APACHE = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/apache.pid
ErrorLog {folder}/error.log
Listen 127.0.0.1:{port}
{modules}
TypesConfig /etc/mime.types
DocumentRoot {site}
<Directory {site}>
  AllowOverride All
  Require all granted
</Directory>
"""
_MODULES = "mpm_event authz_core dir mime alias headers deflate brotli filter".split()


def found(program: str) -> str | None:
    """Where a server is installed; it is not always on the path of people."""
    return shutil.which(program, path=f"{os.environ.get('PATH', '')}:/usr/sbin:/usr/local/sbin")


@contextmanager
def open_folder() -> Iterator[Path]:
    """A folder that the user of a web server may read: those of pytest are closed."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


@contextmanager
def nginx(conf: Path) -> Iterator[str]:
    """The site of a file for `conf.d`; gives its address."""
    with open_folder() as folder:
        port = _free_port()
        site = folder / "site.conf"
        site.write_text(conf.read_text("utf-8").replace("listen 80;", f"listen {port};"), "utf-8")
        user = "user root;" if os.geteuid() == 0 else ""
        main = folder / "nginx.conf"
        main.write_text(_NGINX.format(folder=folder, site=site, user=user), "utf-8")
        command = ["nginx", "-p", str(folder), "-c", str(main), "-e", f"{folder}/error.log"]
        with _running(command, [*command, "-s", "stop"]):
            yield f"http://127.0.0.1:{port}"


@contextmanager
def apache(site: Path) -> Iterator[str]:
    """The site of a folder with a `.htaccess`; gives its address."""
    with open_folder() as folder:
        port = _free_port()
        modules = "\n".join(
            f"LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so" for name in _MODULES
        )
        main = folder / "apache.conf"
        text = _APACHE.format(folder=folder, port=port, modules=modules, site=site)
        main.write_text(text, "utf-8")
        command = ["apache2", "-f", str(main), "-k"]
        with _running([*command, "start"], [*command, "stop"]):
            yield f"http://127.0.0.1:{port}"


@contextmanager
def _running(start: list[str], stop: list[str]) -> Iterator[None]:
    """A server between two commands; the first returns once it listens."""
    program = found(start[0])
    assert program
    subprocess.run([program, *start[1:]], check=True, capture_output=True, timeout=60)
    try:
        yield
    finally:
        subprocess.run([program, *stop[1:]], check=True, capture_output=True, timeout=60)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])
