"""A file on a network drive is refused with advice, and nothing is written there."""

from pathlib import Path, PurePosixPath

import pytest

from tests.conftest import START
from weibo_operator.domain.errors import DatabaseUnavailableError
from weibo_operator.services.sentences import error_sentence
from weibo_operator.storage import network_drive
from weibo_operator.storage.connection import open_database
from weibo_operator.storage.network_drive import is_among, is_on_network, is_share, mounted_on_a_mac, mounted_on_linux

LINUX = r"""21 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 21 0:40 / /mnt/shop\040files rw,relatime shared:9 - cifs //server/shop rw,vers=3.0
31 21 0:41 / /mnt/nfs rw - nfs4 server:/x rw
32 31 8:2 / /mnt/nfs/own rw - ext4 /dev/sdb1 rw
33 21 0:42 / /home/a/remote rw - fuse.sshfs a@server: rw
34 21 0:43 / /media/stick rw - vfat /dev/sdc1 rw
not a line
"""
MAC = """/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//a@server/shop on /Volumes/shop (one) (smbfs, nodev, nosuid, mounted by a)
/dev/disk4s1 on /Volumes/stick (msdos, local, nodev, nosuid)
"""


@pytest.mark.parametrize(
    ("place", "network"),
    [
        ("/home/a/desk.db", False),
        ("/mnt/shop files/desk.db", True),
        ("/mnt/shop files more/desk.db", False),
        ("/mnt/nfs/desk/desk.db", True),
        ("/mnt/nfs/own/desk.db", False),
        ("/home/a/remote", True),
        ("/media/stick/desk.db", False),
    ],
)
def test_the_innermost_mount_decides(place: str, network: bool):
    assert is_among(PurePosixPath(place), mounted_on_linux(LINUX)) is network


def test_on_a_mac():
    mounted = mounted_on_a_mac(MAC)
    assert is_among(PurePosixPath("/Volumes/shop (one)/desk.db"), mounted)
    assert not is_among(PurePosixPath("/Volumes/stick/desk.db"), mounted)
    assert not is_among(PurePosixPath("/Users/a/desk.db"), mounted)


@pytest.mark.parametrize(
    ("path", "share"),
    [
        (r"\\server\shop\desk.db", True),
        (r"\\?\UNC\server\shop\desk.db", True),
        (r"//server/shop/desk.db", True),
        (r"C:\Users\a\desk.db", False),
        (r"\\?\C:\Users\a\desk.db", False),
        (r"desk.db", False),
    ],
)
def test_on_windows(path: str, share: bool):
    assert is_share(path) is share


def test_the_tests_own_folder_is_none(tmp_path: Path):
    assert not is_on_network(tmp_path / "not" / "there" / "desk.db")


@pytest.mark.skipif(not network_drive.MOUNTS.exists(), reason="only Linux keeps this list")
def test_it_is_refused_with_advice_and_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    told = tmp_path / "mountinfo"
    share = tmp_path / "share"
    share.mkdir()
    told.write_text(f"1 0 8:1 / / rw - ext4 /dev/sda1 rw\n2 1 0:40 / {share} rw - nfs4 server:/x rw\n", "utf-8")
    monkeypatch.setattr(network_drive, "MOUNTS", told)
    for path in (share / "desk.db", share / "below" / "desk.db"):
        with pytest.raises(DatabaseUnavailableError) as caught:
            open_database(path, now=START)
        assert caught.value.data["reason"] == "network_drive"
        assert "请复制到这台电脑的硬盘上" in error_sentence(caught.value)
    assert list(share.iterdir()) == []
    link = tmp_path / "link"
    link.symlink_to(share)
    with pytest.raises(DatabaseUnavailableError):
        open_database(link / "desk.db", now=START)
    open_database(tmp_path / "desk.db", now=START).close()
