const escape = (text) => String(text ?? "").replace(/[&<>"]/g, (mark) => ({ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" })[mark]);
const each = (items, one) => (items ?? []).map(one).join("");

export const render = ({ title, description, notice, crumbs, badges, actions, checked, page, content }) => `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} – Tỉnh Minh Họa</title>
<meta name="description" content="${escape(description)}">
<link rel="canonical" href="http://127.0.0.1:8000${escape(page.url)}">
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header class="site-header">
<a class="logo" href="/">Tỉnh Minh Họa</a>
<nav aria-label="Mục chính"><a href="/thu-tuc/">Thủ tục</a> <a href="/ho-so-mau/">Hồ sơ mẫu</a> <a href="/ke-hoach/">Kế hoạch</a> <a href="/van-ban/">Văn bản</a> <a href="/quyet-dinh/">Quyết định</a> <a href="/co-quan/">Cơ quan</a></nav>
</header>
<main>
${notice ? `<p class="notice">${escape(notice)}</p>` : ""}
${crumbs ? `<nav class="crumbs" aria-label="Đường dẫn"><a href="/">Trang chủ</a>${each(crumbs, (one) => ` <a href="/${escape(one.to)}">${escape(one.text)}</a>`)}</nav>` : ""}
<p class="badges">${each(badges, (one) => `<span class="tag tag--${escape(one.tone)}">${escape(one.text)}</span> `)}</p>
<aside>
${each(actions, (one) => `<a class="button" href="${one.outside ? "" : "/"}${escape(one.to)}">${escape(one.text)}</a> `)}
<nav aria-label="Trên trang này"><ul>${each(page.contents, (one) => `<li><a href="#${one.id}">${escape(one.title)}</a></li>`)}</ul></nav>
</aside>
<article>
${content}
</article>
</main>
<footer class="site-footer">
${checked ? `<p>Đối chiếu ngày ${escape(checked.on)} với ${escape(checked.name)}.</p>` : ""}
<p>Trang tra cứu phụ trợ. <a href="/tu-dien-du-lieu/">Từ điển dữ liệu</a></p>
</footer>
</body>
</html>
`;
