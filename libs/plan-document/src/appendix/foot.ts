import type { SourceTable } from '../source.js';
import { columnAt, headerAt, type Header } from './columns.js';
import { lineOf, type Line } from './line.js';
import { isLabel } from './numbers.js';
import { isUpper } from './sections.js';

const RECIPIENTS = /^nơi nhận\s*:/iu;
const SIGNER =
  /^(?:người lập biểu\b|người lập\s*(?:$|[:(\n])|(?:kt\.|tm\.|tl\.|tuq\.|q\.)?\s*(?:phó )?(?:giám đốc|chủ tịch|chánh văn phòng|cục trưởng|bộ trưởng|thủ trưởng đơn vị)$)/iu;
const SIGNED_ON = /^[^,;:]{2,60},\s*ngày[\s\d.…_]*tháng[\s\d.…_]*năm/iu;

/**
 * Where a sheet ends its appendix and goes on with recipients and signature. "Giám đốc" may also lead or coordinate a
 * task: a line with a number, or that says what is to be done or when, is none of the foot.
 */
export function looksLikeFoot({ row, header, number }: Line): boolean {
  const said = row.cells.filter(({ text }) => text !== '');
  const recipients = said.some(({ text }) => RECIPIENTS.test(text));
  if (isLabel(number) || !(recipients || said.some(({ text }) => SIGNER.test(text)))) return false;
  const task = row.cells.filter((cell) => {
    const key = columnAt(cell, header)?.key;
    return key === 'no' || key === 'content' || key === 'time';
  });
  // What is merged downwards into the line makes it part of the row above.
  if (task.some(({ merged }) => merged)) return false;
  const signs = (text: string) => text === '' || SIGNER.test(text) || SIGNED_ON.test(text) || isUpper(text);
  return recipients || task.every(({ text }) => signs(text));
}

/** The first row from `start`, under the same header, that has a number or all that a task needs; Infinity without one. */
export function nextRow(table: SourceTable, start: number, header: Header): number {
  for (let i = start; i < table.rows.length && headerAt(table, i) === null; i += 1) {
    const row = table.rows[i];
    if (row === undefined) continue;
    const line = lineOf(row, header);
    const parties = line.text('lead') !== '' || line.text('parties') !== '';
    if (isLabel(line.number) || (parties && line.text('content') !== '' && line.text('time') !== '')) return i;
  }
  return Infinity;
}
