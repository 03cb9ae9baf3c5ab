"""Records as the national portal saves them become drafts that load, with nothing lost."""

import json
from pathlib import Path

import pytest

from generator.check import check
from generator.cli import commands, run
from generator.errors import DataError
from generator.read import read
from tests.builds import TODAY

RECORD = {
    "ma_thu_tuc": "1.999999",
    "ten_thu_tuc": "Cấp phép trồng cây ví dụ",
    "so_quyet_dinh": "77/QĐ-VD",
    "cap_thuc_hien": "Cấp tỉnh",
    "loai_thu_tuc": "TTHC được luật giao quy định chi tiết",
    "linh_vuc": "Cây ví dụ",
    "doi_tuong_thuc_hien": "Công dân Việt Nam, Doanh nghiệp",
    "co_quan_thuc_hien": "Sở Ví dụ",
    "trinh_tu_thuc_hien": "Bước 1: Nộp đơn tại quầy.\nBước 2: Chờ khảo sát vườn.",
    "cach_thuc_thuc_hien": (
        "Hình thức nộpThời gianPhí, lệ phíMô tả"
        "Trực tiếp5 Ngày làm việc20,000 Việt Nam Đồng(Lệ phí cấp phép)Nộp ở quầy số 3"
        "Trực tuyến4 Ngày làm việc"
    ),
    "thanh_phan_ho_so": (
        "Hồ sơ trồng mớiTên giấy tờMẫu đơn, tờ khaiSố lượng"
        "Đơn xin trồng cây1 bản chínhBản vẽ khu vườn0 bản chính,2 bản sao"
    ),
    "yeu_cau_dieu_kien": "Vườn rộng hơn 10 m2.",
}


def imported(tmp_path: Path, *records: object) -> Path:
    """Return the data folder that an import of ``records`` wrote."""
    source = tmp_path / "records.jsonl"
    source.write_text("\n".join(json.dumps(each, ensure_ascii=False) for each in records), encoding="utf-8")
    out = tmp_path / "drafts"
    assert run(commands.main, ["import", "portal", str(source), "--out", str(out)]) == 0
    return out


def test_tables_are_taken_apart(tmp_path: Path) -> None:
    """Run-together tables become channels with limits and fees, and papers with numbers."""
    facts = check(read(imported(tmp_path, RECORD)), TODAY).facts
    procedure = facts.whole("procedures", "1.999999")
    assert [row.channel.value for row in procedure.channels] == ["in-person", "online"]
    assert [str(row.time_limit.value) for row in procedure.channels if row.time_limit] == ["5", "4"]
    assert [fee.amount_vnd for fee in procedure.channels[0].fees or ()] == [20000]
    papers = [paper for group in procedure.documents for paper in group.items]
    assert [(paper.originals, paper.copies) for paper in papers] == [(1, None), (0, 2)]
    assert len(procedure.steps) == 2


@pytest.mark.parametrize("word", ["khảo", "quầy", "vườn", "xin", "Bản", "rộng", "10"])
def test_no_word_is_lost(tmp_path: Path, word: str) -> None:
    """Each word of the source stands in the draft."""
    out = imported(tmp_path, RECORD)
    draft = next(out.glob("procedures/*/1.999999.yml")).read_text(encoding="utf-8")
    assert word in draft


@pytest.mark.parametrize("text", ["không phải JSON", '{"ma_thu_tuc": ', "[" * 5000, "\x00"])
def test_broken_files_get_words(tmp_path: Path, text: str) -> None:
    """A file that is not what it should be ends in words and an exit code, not in a traceback."""
    source = tmp_path / "hỏng.jsonl"
    source.write_text(text, encoding="utf-8")
    code = run(commands.main, ["import", "portal", str(source), "--out", str(tmp_path / "drafts")])
    assert code in {0, 1}
    if (tmp_path / "drafts").exists():
        try:
            check(read(tmp_path / "drafts"), TODAY)
        except DataError as error:
            assert error.problems
