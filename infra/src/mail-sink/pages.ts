import type { MailDetail, MailSummary } from './store.js';

export interface ListView {
  readonly mails: readonly MailSummary[];
  readonly total: number;
  readonly all: number;
  readonly query: string;
  readonly page: number;
  readonly pages: number;
}

const when = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** dd/mm/yyyy hh:mm, whatever order the runtime's locale data has. */
export function shownTime(iso: string | null): string {
  if (!iso) return 'không ghi ngày';
  const parts = Object.fromEntries(when.formatToParts(new Date(iso)).map((part) => [part.type, part.value]));
  return `${parts['day']}/${parts['month']}/${parts['year']} ${parts['hour']}:${parts['minute']}`;
}

export function listPage(view: ListView): string {
  const rows = view.mails.map(
    (mail) => `<tr>
<td class="num">${escape(shownTime(mail.date))}</td>
<td>${mail.to.map(escape).join('<br>')}</td>
<td>${mark(mail)}<a href="/mails/${escape(mail.id)}">${escape(mail.subject || '(không có tiêu đề)')}</a></td>
</tr>`,
  );
  const table = `<table><thead><tr><th class="num">Ngày trên thư</th><th>Gửi tới</th><th>Tiêu đề</th></tr></thead><tbody>
${rows.join('\n')}
</tbody></table>`;
  const empty = view.query
    ? `<p class="empty">Không có thư nào có “${escape(view.query)}” trong tiêu đề hoặc địa chỉ. <a href="/">Xem tất cả</a></p>`
    : '<p class="empty">Chưa có thư nào. Thư nhắc việc sẽ hiện ở đây khi hệ thống gửi đi, vào 08:00 ngày làm việc theo giờ của kế hoạch.</p>';
  const link = (page: number, label: string): string =>
    `<a href="/?${escape(new URLSearchParams({ ...(view.query ? { q: view.query } : {}), trang: String(page) }).toString())}">${label}</a>`;
  const pager =
    view.pages > 1
      ? `<nav>${view.page > 1 ? link(view.page - 1, 'Trang trước') : ''} <span>Trang ${view.page} / ${view.pages}</span> ${view.page < view.pages ? link(view.page + 1, 'Trang sau') : ''}</nav>`
      : '';
  return shell(
    'Hộp hứng thư',
    `<header><h1>Hộp hứng thư</h1><p>Thư gửi trên máy này dừng lại ở đây, không đi ra ngoài.</p></header>
<form action="/" method="get"><label for="q">Tìm trong địa chỉ và tiêu đề</label>
<input id="q" name="q" type="search" value="${escape(view.query)}"><button>Tìm</button>
<span class="count">${view.total} thư</span> <a id="new" href="/" hidden></a></form>
${view.mails.length > 0 ? table : empty}${pager}
<script>
const known = ${view.all}, link = document.getElementById('new');
setInterval(async () => {
  const { all } = await (await fetch('/api/mails?limit=0')).json().catch(() => ({ all: known }));
  if (all > known) { link.textContent = 'Có ' + (all - known) + ' thư mới, xem'; link.hidden = false; }
}, 3000);
</script>`,
  );
}

export function mailPage(mail: MailDetail): string {
  const fact = (name: string, value: string): string => `<dt>${name}</dt><dd>${value}</dd>`;
  const files = mail.attachments
    .map((file) => `${escape(file.name)} (${Math.ceil(file.bytes / 1024)} KB)`)
    .join('<br>');
  const body = mail.html
    ? `<iframe title="Nội dung thư" sandbox="allow-popups allow-popups-to-escape-sandbox" src="/api/mails/${escape(mail.id)}/html"></iframe>`
    : `<pre>${escape(mail.text)}</pre>`;
  return shell(
    mail.subject,
    `<header><p><a href="/">Hộp hứng thư</a></p><h1>${escape(mail.subject || '(không có tiêu đề)')}</h1>${mark(mail)}</header>
<dl>${fact('Người gửi', escape(mail.from))}${fact('Gửi tới', mail.to.map(escape).join('<br>'))}
${fact('Ngày trên thư', escape(shownTime(mail.date)))}${fact('Nhận lúc', escape(shownTime(mail.receivedAt)))}
${fact('Message-ID', `<code>${escape(mail.messageId ?? 'không có')}</code>`)}
${mail.rehearsal === null ? '' : fact('Diễn tập', `<code>${escape(mail.rehearsal)}</code>`)}${files ? fact('Tệp kèm', files) : ''}</dl>
${body}
${mail.html ? `<details><summary>Bản chữ</summary><pre>${escape(mail.text)}</pre></details>` : ''}
<details><summary>Đầu thư</summary><pre>${mail.headers.map(([name, value]) => `${escape(name)}: ${escape(value)}`).join('\n')}</pre></details>
<p><a href="/api/mails/${escape(mail.id)}/raw">Tải thư gốc (.eml)</a></p>`,
  );
}

export function notFoundPage(): string {
  return shell(
    'Không có thư này',
    '<header><h1>Không có thư này</h1><p>Thư có thể đã được dọn. <a href="/">Về hộp hứng thư</a></p></header>',
  );
}

/** What the mail's own HTML is wrapped in: links open in a tab of their own, nothing is loaded from elsewhere. */
export function mailBody(html: string): string {
  return `<base target="_blank">${html}`;
}

function mark(mail: MailSummary): string {
  return mail.rehearsal === null ? '' : '<span class="rehearsal">DIỄN TẬP</span> ';
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`);
}

function shell(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escape(title)} – Đôn Đốc</title><style>
:root{color-scheme:light dark;--ink:#1f2328;--soft:#59636e;--line:#d6dade;--paper:#fff;--wash:#f6f7f8;--link:#0b5cad;--stripe:#e9ecef}
@media(prefers-color-scheme:dark){:root{--ink:#e6e8ea;--soft:#a2abb4;--line:#3a4148;--paper:#16191c;--wash:#1e2226;--link:#7ab7ff;--stripe:#2b3035}}
*{box-sizing:border-box}body{margin:0 auto;max-width:68rem;padding:1.5rem 1rem 4rem;background:var(--paper);color:var(--ink);
font:15px/1.5 "Be Vietnam Pro",system-ui,"Segoe UI",Roboto,"Noto Sans",sans-serif}
h1{font-size:1.35rem;margin:.2rem 0;overflow-wrap:anywhere}header p{margin:0;color:var(--soft)}a{color:var(--link)}
form{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:1rem 0}label{color:var(--soft)}
input,button{font:inherit;padding:.3rem .6rem;border:1px solid var(--line);border-radius:4px;background:var(--paper);color:inherit}
input{flex:1 1 12rem}.count{color:var(--soft);font-variant-numeric:tabular-nums}
table{width:100%;border-collapse:collapse}th,td{text-align:left;vertical-align:top;padding:.4rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:anywhere}
th{color:var(--soft);font-weight:600}.num{font-variant-numeric:tabular-nums;white-space:nowrap}tbody tr:hover{background:var(--wash)}
.rehearsal{display:inline-block;padding:0 .4rem;border:1px solid var(--line);border-radius:3px;font-size:.75rem;font-weight:600;
background:repeating-linear-gradient(135deg,var(--stripe) 0 6px,var(--paper) 6px 12px)}
.empty{padding:2rem 0;color:var(--soft)}nav{display:flex;gap:1rem;margin-top:1rem}
dl{display:grid;grid-template-columns:max-content 1fr;gap:.25rem 1rem;margin:1rem 0}dt{color:var(--soft)}dd{margin:0;overflow-wrap:anywhere}
iframe{width:100%;height:65vh;border:1px solid var(--line);border-radius:4px;background:#fff}
pre{white-space:pre-wrap;overflow-wrap:anywhere;padding:.8rem;background:var(--wash);border-radius:4px}summary{cursor:pointer;padding:.4rem 0}
@media(max-width:40rem){thead{display:none}tr{display:block;border-bottom:1px solid var(--line);padding:.5rem 0}td{display:block;border:0;padding:.1rem 0}}
@media print{form,nav,details,script{display:none}}
</style></head><body>${body}</body></html>`;
}
