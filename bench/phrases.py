"""What the report says, in English and in Vietnamese."""

from dataclasses import dataclass

NAMES = {
    "ours": "Minh Bạch",
    "hugo": "Hugo, Markdown",
    "hugo-data": "Hugo, data",
    "eleventy": "Eleventy, Markdown",
    "mkdocs": "MkDocs + Material",
    "zensical": "Zensical",
}


@dataclass(frozen=True)
class Phrases:
    """The words of one language."""

    point: str
    title: str
    how: str
    sets: dict[str, str]
    modes: dict[str, str]
    heads: tuple[str, ...]
    sizes: str
    left_out: str
    does: str
    each: dict[str, str]
    aims: dict[str, str]
    aim_heads: tuple[str, ...]
    verdicts: dict[bool | None, str]


ENGLISH = Phrases(
    point=".",
    title="How fast sites are built",
    how=(
        "Medians of {runs} rounds after a warm-up, or of 2 for builds of over a minute, on {cores} cores "
        "({processor}). In each round every tool is run with ours beside it, who goes first taking turns; a ratio is "
        "ours divided by theirs of the same pair, below 1 ours is less, in brackets the least and the most. Memory is "
        "the PSS of all processes together. "
        "Versions: {versions}."
    ),
    sets={
        "made": "{count} made procedures, {pages} pages",
        "real": "{count} real procedures, drafts from the national portal, {pages} pages",
    },
    modes={
        "cold": "From nothing: no site, no cache",
        "changed": "After one record has changed; {differ} pages differ",
    },
    heads=("Tool", "wall, s", "CPU, s", "memory, MB", "ours/theirs: wall", "CPU", "memory", "rounds", "pages"),
    sizes=(
        "A procedure page of ours: {middle} KB of HTML in the middle, nine of ten at most {nine} KB, "
        "the largest {largest} KB."
    ),
    left_out="Left out on this machine: {name}: {why}",
    does="What each does and leaves out",
    each={
        "ours": (
            "reads YAML with lines, checks every record against the rules, computes states and sums, cleans the HTML, "
            "checks every link, writes Atom feeds and a content security policy, and exchanges the sites in one step"
        ),
        "hugo": (
            "gets the Markdown that we have made: reads, checks and computes no record; one plain layout with "
            "breadcrumb and contents list; no check of links, feeds, policy, labels in tables; the whole site anew "
            "after a change"
        ),
        "hugo-data": (
            "gets the records as JSON, made beforehand outside the clock; prints their facts, but checks nothing, "
            "computes no summary or state, cleans nothing, no feeds and no policy, contents lists written by hand, no "
            "data dictionary; the whole site anew after a change"
        ),
        "eleventy": (
            "gets our Markdown like Hugo, with one layout in JavaScript; leaves out the same; the whole site anew "
            "after a change, because it can be told of one changed file only and a change meets several"
        ),
        "mkdocs": (
            "gets our Markdown; the theme as it comes, a short menu, no plugins, so no search; checks links between "
            "files; no feeds, no policy; after a change with `--dirty`, which does not look at other pages"
        ),
        "zensical": (
            "gets our Markdown; the theme as it comes, a short menu; writes a search index, which cannot be switched "
            "off; no feeds, no policy; after a change with its cache"
        ),
    },
    aims={
        "cold-hugo": "Cold build, of Hugo from the same Markdown",
        "cold-mkdocs": "Cold build, of plain MkDocs",
        "cold-hugo-data": "Cold build, of Hugo from data",
        "changed-hugo": "One changed record, of Hugo",
        "changed-seconds": "One changed record, s",
        "cold-memory": "Memory, cold, MB",
        "changed-memory": "Memory, one changed record, MB",
        "growth": "Growth from 2,000 to 6,500 procedures, times",
        "page": "A procedure page, median, KB of HTML",
    },
    aim_heads=("Aim at 6,500 procedures", "at most", "measured", ""),
    verdicts={True: "reached", False: "not reached", None: "not measured"},
)

VIETNAMESE = Phrases(
    point=",",
    title="Tạo trang nhanh đến đâu",
    how=(
        "Trung vị của {runs} lượt sau một lượt chạy thử, hay của 2 lượt nếu tạo trang lâu hơn một phút, trên {cores} "
        "lõi ({processor}). Mỗi lượt, từng công cụ chạy cạnh Minh Bạch, thay nhau chạy trước; tỷ lệ là của ta chia cho "
        "của họ trong cùng một cặp, dưới 1 là ta ít hơn, trong ngoặc là nhỏ nhất và lớn nhất. Bộ nhớ là tổng PSS của "
        "mọi tiến trình. Phiên bản: {versions}."
    ),
    sets={
        "made": "{count} thủ tục do máy viết, {pages} trang",
        "real": "{count} thủ tục thật, bản nháp từ Cổng Dịch vụ công quốc gia, {pages} trang",
    },
    modes={
        "cold": "Từ đầu: chưa có trang, chưa có bộ nhớ đệm",
        "changed": "Sau khi sửa một bản ghi; {differ} trang khác đi",
    },
    heads=("Công cụ", "chờ, giây", "CPU, giây", "bộ nhớ, MB", "ta/họ: chờ", "CPU", "bộ nhớ", "lượt", "trang"),
    sizes=(
        "Một trang thủ tục của ta: trung vị {middle} KB HTML, chín phần mười không quá {nine} KB, "
        "lớn nhất {largest} KB."
    ),
    left_out="Không có trên máy này: {name}: {why}",
    does="Mỗi công cụ làm gì, bỏ gì",
    each={
        "ours": (
            "đọc YAML kèm số dòng, kiểm tra mọi bản ghi theo các quy tắc, tính trạng thái và tổng, làm sạch HTML, kiểm "
            "tra mọi liên kết, viết kênh Atom và chính sách bảo mật nội dung, đổi trang cũ lấy trang mới trong một bước"
        ),
        "hugo": (
            "nhận Markdown do ta viết sẵn: không đọc, không kiểm tra, không tính gì từ bản ghi; một bố cục đơn giản "
            "có đường dẫn và mục lục trang; không kiểm tra liên kết, không kênh Atom, không chính sách bảo mật, không "
            "nhãn trong bảng; sửa một bản ghi thì tạo lại tất cả"
        ),
        "hugo-data": (
            "nhận bản ghi dạng JSON, chuyển sẵn, không tính giờ; in các dữ kiện nhưng không kiểm tra, không tính tóm "
            "tắt hay trạng thái, không làm sạch, không kênh Atom, không chính sách bảo mật, mục lục trang viết sẵn, "
            "không có từ điển dữ liệu; sửa một bản ghi thì tạo lại tất cả"
        ),
        "eleventy": (
            "nhận Markdown như Hugo, một bố cục bằng JavaScript; bỏ những thứ như Hugo; sửa một bản ghi thì tạo lại "
            "tất cả, vì chỉ báo được một tệp đã đổi mà mỗi lần sửa chạm nhiều trang"
        ),
        "mkdocs": (
            "nhận Markdown; giao diện nguyên bản, thực đơn ngắn, không phần bổ sung nên không có tìm kiếm; kiểm tra "
            "liên kết giữa các tệp; không kênh Atom, không chính sách bảo mật; sửa một bản ghi thì chạy với `--dirty`, "
            "không xem các trang khác"
        ),
        "zensical": (
            "nhận Markdown; giao diện nguyên bản, thực đơn ngắn; viết chỉ mục tìm kiếm vì không tắt được; không kênh "
            "Atom, không chính sách bảo mật; sửa một bản ghi thì chạy với bộ nhớ đệm của nó"
        ),
    },
    aims={
        "cold-hugo": "Từ đầu, so với Hugo từ cùng Markdown",
        "cold-mkdocs": "Từ đầu, so với MkDocs nguyên bản",
        "cold-hugo-data": "Từ đầu, so với Hugo từ dữ liệu",
        "changed-hugo": "Sửa một bản ghi, so với Hugo",
        "changed-seconds": "Sửa một bản ghi, giây",
        "cold-memory": "Bộ nhớ, từ đầu, MB",
        "changed-memory": "Bộ nhớ, sửa một bản ghi, MB",
        "growth": "Từ 2.000 lên 6.500 thủ tục, số lần",
        "page": "Một trang thủ tục, trung vị, KB HTML",
    },
    aim_heads=("Mục tiêu ở 6.500 thủ tục", "không quá", "đo được", ""),
    verdicts={True: "đạt", False: "chưa đạt", None: "chưa đo"},
)
