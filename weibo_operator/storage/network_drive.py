"""Whether a file lies on a network drive, where SQLite's locks and its shared memory can't be relied on."""

import re
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath

MOUNTS = Path("/proc/self/mountinfo")
"""Linux's own list of what is mounted where."""
_KINDS = re.compile(
    r"nfs4?|cifs|smb[23]|smbfs|afs|afpfs|ncpfs|coda|ceph|glusterfs|lustre|davfs|webdav|ftp"
    r"|fuse\.(?:sshfs|rclone|davfs2|glusterfs|gvfsd-fuse|cephfs|s3fs|curlftpfs)"
)
_REMOTE = 4
"""GetDriveType's word for a network drive."""
_OCTAL = re.compile(r"\\([0-7]{3})")
_MAC_LINE = re.compile(r"^.* on (?P<place>/.*) \((?P<kind>[a-z0-9]+)[,)]", re.MULTILINE)


def is_on_network(path: Path) -> bool:
    """True for a file (which need not exist yet) on a drive of another machine; False where nobody knows."""
    place = path.absolute()
    while not place.exists() and place != place.parent:
        place = place.parent
    place = place.resolve()
    if sys.platform == "win32":
        return is_share(str(place)) or _drive_kind(place.anchor) == _REMOTE
    if sys.platform == "darwin":
        # The system mounts shares there; only then a program is asked.
        return place.is_relative_to("/Volumes") and is_among(PurePosixPath(place), mounted_on_a_mac(_mac_mounts()))
    return is_among(PurePosixPath(place), mounted_on_linux(_linux_mounts()))


def is_share(path: str) -> bool:
    r"""A path of Windows that names another machine, such as ``\\server\share\desk.db``."""
    drive = PureWindowsPath(path).drive.upper()
    return drive.startswith("\\\\?\\UNC\\") or (
        drive.startswith("\\\\") and not drive.startswith(("\\\\?\\", "\\\\.\\"))
    )


def is_among(place: PurePosixPath, mounted: dict[PurePosixPath, str]) -> bool:
    """The innermost mount that holds ``place`` is of a kind that goes over the network."""
    for outer in (place, *place.parents):
        if outer in mounted:
            return _KINDS.fullmatch(mounted[outer]) is not None
    return False


def mounted_on_linux(mountinfo: str) -> dict[PurePosixPath, str]:
    """Place and kind of each mount (proc(5): place is the fifth field, kind the first behind the dash)."""
    found: dict[PurePosixPath, str] = {}
    for line in mountinfo.splitlines():
        before, dash, after = line.partition(" - ")
        fields = before.split(" ")
        if dash and len(fields) > 4:
            found[PurePosixPath(_OCTAL.sub(lambda code: chr(int(code[1], 8)), fields[4]))] = after.split(" ")[0]
    return found


def mounted_on_a_mac(told: str) -> dict[PurePosixPath, str]:
    """Place and kind of each mount, as the program ``mount`` tells them."""
    return {PurePosixPath(line["place"]): line["kind"] for line in _MAC_LINE.finditer(told)}


def _linux_mounts() -> str:
    try:
        return MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""


def _mac_mounts() -> str:
    try:
        return subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False).stdout
    except (OSError, subprocess.SubprocessError):
        return ""


def _drive_kind(anchor: str) -> int:
    if sys.platform != "win32":
        return 0
    import ctypes

    return int(ctypes.windll.kernel32.GetDriveTypeW(anchor))
