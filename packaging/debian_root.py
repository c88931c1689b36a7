"""A bare Debian in a folder: made by debootstrap, entered with chroot, taken away again. Needs root."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

BARE = ("env", "-i", "PATH=/usr/sbin:/usr/bin:/sbin:/bin", "LANG=C.UTF-8", "DEBIAN_FRONTEND=noninteractive")
BOUND = ("/proc", "/dev", "/tmp/.X11-unix")  # noqa: S108  where X servers listen, everywhere


class DebianRoot:
    """One installation of `suite`; `base` keeps the bare one for the next time, `folder` is worked in."""

    def __init__(self, suite: str, base: Path, folder: Path) -> None:
        self.suite = suite
        self.folder = folder
        self._base = base
        self._bound: list[Path] = []

    def make(self) -> None:
        """Bootstrap once, then copy and enter; SystemExit when debootstrap fails."""
        if not (self._base / "usr").exists():
            self._base.parent.mkdir(parents=True, exist_ok=True)
            log = self._base.with_suffix(".log")
            command = ["debootstrap", "--variant=minbase", self.suite, str(self._base)]
            with log.open("w", encoding="utf-8") as target:
                if subprocess.run(command, stdout=target, stderr=subprocess.STDOUT, check=False).returncode != 0:
                    raise SystemExit(f"debootstrap failed; {log} says why.")
        self.remove()
        subprocess.run(["cp", "-a", "--reflink=auto", str(self._base), str(self.folder)], check=True)
        self.enter()

    def enter(self) -> None:
        """Let this machine's processes, devices and screens be seen inside."""
        for place in BOUND:
            if Path(place).exists():  # without an X server there is no folder of its sockets
                self.bind(Path(place), place)

    def bind(self, outside: Path, place: str) -> None:
        """Let the folder `outside` be seen inside at `place`."""
        target = self.folder / place.lstrip("/")
        target.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", "--bind", str(outside), str(target)], check=True)
        self._bound.append(target)

    def leave(self) -> None:
        """Take back what was bound, the last first; also what an earlier run may have left."""
        earlier = [self.folder / place.lstrip("/") for place in BOUND]
        for target in [*reversed(self._bound), *earlier]:
            subprocess.run(["umount", "--lazy", str(target)], capture_output=True, check=False)
        self._bound.clear()
        if any(str(self.folder) + "/" in line for line in Path("/proc/mounts").read_text().splitlines()):
            raise SystemExit(f"{self.folder} still has something mounted in it.")

    def remove(self) -> None:
        """Leave and delete; what is still mounted is never deleted through."""
        self.leave()
        if self.folder.exists():
            shutil.rmtree(self.folder)

    def command(self, *words: str, user: str = "", variables: tuple[str, ...] = ()) -> list[str]:
        """The command line that runs `words` inside, as root or as `user` with a home of that name."""
        if not user:
            return ["chroot", str(self.folder), *BARE, *variables, *words]
        home = (f"HOME=/home/{user}", f"USER={user}")
        return ["chroot", f"--userspec={user}:{user}", str(self.folder), *BARE, *home, *variables, *words]

    def run(self, *words: str, user: str = "", variables: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
        """Run to the end and give back code and output."""
        command = self.command(*words, user=user, variables=variables)
        return subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", check=False)

    def must(self, *words: str, user: str = "", variables: tuple[str, ...] = ()) -> str:
        """Run to the end; SystemExit with the output when it fails."""
        done = self.run(*words, user=user, variables=variables)
        if done.returncode != 0:
            raise SystemExit(f"{' '.join(words)} failed ({done.returncode}):\n{done.stdout}\n{done.stderr}")
        return done.stdout
