import { formatDate } from '@don-doc/domain';
import type { CivilDate, WorkCalendar } from '@don-doc/domain';
import type { LetterItem } from './letter-items.js';
import { greetingOf, subjectOf, wordsOf, type ItemWords } from './letter-words.js';

export interface LetterInput {
  readonly kind: 'digest' | 'manual';
  readonly day: CivilDate;
  readonly isRehearsal: boolean;
  readonly planId: string;
  readonly planName: string;
  readonly planTitle: string;
  readonly personName: string;
  readonly items: readonly LetterItem[];
  readonly calendar: WorkCalendar;
  readonly publicUrl: string;
}

export interface WrittenLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

const REHEARSAL = 'DIỄN TẬP: thư này thuộc một buổi diễn tập, không phải việc thật.';
const CLOSING = 'Thư được lập tự động theo lịch của kế hoạch. Người nhận xem và cập nhật kết quả tại trang Đôn Đốc.';
const QUOTE_LENGTH = 320;

/** Both parts from the same words: what stands in one stands in the other. Simple tables, readable at 320 px. */
export function writeLetter(input: LetterInput): WrittenLetter {
  const items = input.items.map((item) => ({
    item,
    words: wordsOf(item, input.calendar, input.day),
    link: linkOf(input, item),
  }));
  return {
    subject: subjectOf(input, input.items, input.planName),
    text: textOf(input, items),
    html: htmlOf(input, items),
  };
}

interface Told {
  readonly item: LetterItem;
  readonly words: ItemWords;
  readonly link: string;
}

function linkOf({ publicUrl, planId }: LetterInput, { rowId }: LetterItem): string {
  return rowId === null ? `${publicUrl}/ke-hoach/${planId}` : `${publicUrl}/ke-hoach/${planId}/dong/${rowId}`;
}

function titleOf({ rowNo, unitName }: LetterItem): string {
  if (rowNo === null) return 'Cả kế hoạch';
  return unitName === null ? `Nhiệm vụ ${rowNo}` : `Nhiệm vụ ${rowNo} · ${unitName}`;
}

function quoteOf({ content }: LetterItem): string | null {
  if (content === null) return null;
  const flat = content.replace(/\s+/g, ' ').trim();
  return flat.length <= QUOTE_LENGTH ? flat : `${flat.slice(0, flat.lastIndexOf(' ', QUOTE_LENGTH))} …`;
}

function textOf(input: LetterInput, items: readonly Told[]): string {
  const blocks = items.map(({ item, words, link }, index) => {
    const quote = quoteOf(item);
    return [
      `${index + 1}. ${titleOf(item)}`,
      `   ${words.standing}.`,
      ...(quote === null ? [] : [`   “${quote}”`]),
      ...(words.ask === null ? [] : [`   ${words.ask}`]),
      `   ${link}`,
    ].join('\n');
  });
  return [
    ...(input.isRehearsal ? [REHEARSAL, ''] : []),
    `Kính gửi ${input.personName},`,
    '',
    input.planTitle,
    `Ngày ${formatDate(input.day)}. ${greetingOf(input.items)}`,
    '',
    blocks.join('\n\n'),
    '',
    CLOSING,
    '',
  ].join('\n');
}

const SANS = "font-family:'Be Vietnam Pro',Arial,sans-serif";
const SERIF = "font-family:'Times New Roman',Tinos,serif;font-style:italic";

function htmlOf(input: LetterInput, items: readonly Told[]): string {
  const rows = items.map(({ item, words, link }) => {
    const quote = quoteOf(item);
    const edge = words.late ? '#9f1d20' : '#b9b4aa';
    const standing = words.late ? 'color:#9f1d20;font-weight:600' : 'color:#262320;font-weight:600';
    return `<tr><td style="padding:12px 0 12px 12px;border-left:3px solid ${edge};border-bottom:1px solid #e4e0d8">
<div style="color:#5c564d;font-size:14px">${esc(titleOf(item))}</div>
<div style="${standing};font-size:16px">${esc(words.standing)}</div>
${quote === null ? '' : `<div style="${SERIF};font-size:16px;color:#262320;margin:4px 0">“${esc(quote)}”</div>\n`}${words.ask === null ? '' : `<div style="font-size:15px">${esc(words.ask)}</div>\n`}<div style="font-size:15px;margin-top:4px"><a href="${esc(link)}" style="color:#1f4e79">Mở dòng này trong kế hoạch</a></div>
</td></tr>`;
  });
  const band = input.isRehearsal
    ? `<p style="margin:0 0 12px;padding:8px 12px;background:#fdf3d0;border:1px dashed #8a6d00;color:#4d3d00;font-weight:600">${REHEARSAL}</p>\n`
    : '';
  return `<!DOCTYPE html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${esc(subjectOf(input, input.items, input.planName))}</title></head>
<body style="margin:0;padding:12px;background:#ffffff;color:#262320;${SANS};line-height:1.45">
<div style="max-width:640px;margin:0 auto">
${band}<p style="margin:0 0 8px">Kính gửi ${esc(input.personName)},</p>
<p style="${SERIF};margin:0 0 8px;font-size:16px">${esc(input.planTitle)}</p>
<p style="margin:0 0 12px">Ngày ${formatDate(input.day)}. ${esc(greetingOf(input.items))}</p>
<table role="presentation" width="100%" cellpadding="0" cellspacing="0" style="border-collapse:collapse;width:100%">
${rows.join('\n')}
</table>
<p style="margin:16px 0 0;color:#5c564d;font-size:14px">${CLOSING}</p>
</div>
</body></html>
`;
}

function esc(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
