import type { PlanReading } from '@don-doc/plan-document';
import { severityNames } from '@don-doc/i18n';
import { failureText, readPlanFile } from './plan-file.js';
import {
  leftCells,
  summarizeCells,
  type DraftSentence,
  type LeftReason,
  type PlanHead,
  type UnitRef,
} from '@don-doc/domain';

/** Why a cell was left, for the person who is to place it. */
const REASONS: Readonly<Record<LeftReason, string>> = {
  'unknown-column': 'cột chưa rõ nghĩa',
  'no-row': 'không thuộc dòng nào',
  'other-table': 'bảng không phải phụ lục nhiệm vụ',
};

const sentenceJson = ({ text, bodyNo, place, times, units }: DraftSentence) => ({
  text,
  bodyNo,
  place,
  times: times.map(({ from, to, reading }) => ({ from, to, text: reading.phrase, deadline: reading.spec })),
  units: units.map(({ from, to, ref }) => ({ from, to, ...ref })),
});

/** A sentence with its times in «…» and its units in […]: marks that no office prints. */
function marked({ text, times, units, place }: DraftSentence): string {
  const spans = [
    ...times.map((span) => ({ ...span, marks: '«»' })),
    ...units.map((span) => ({ ...span, marks: '[]' })),
  ];
  const shown = spans
    .sort((a, b) => b.from - a.from)
    .reduce(
      (line, { from, to, marks }) =>
        `${line.slice(0, from)}${marks[0] ?? ''}${line.slice(from, to)}${marks[1] ?? ''}${line.slice(to)}`,
      text,
    );
  return `- ${shown} (${place.label})`;
}

function toJson({ draft, findings }: PlanReading): unknown {
  return {
    head: draft.head,
    rows: draft.rows.map((row) => ({
      no: row.no,
      content: row.content.text,
      leads: row.leads,
      coordinators: row.coordinators,
      timeText: row.timeText.text,
      deadline: { ...row.reading.spec, trace: row.reading.trace },
      place: row.place,
      ...(row.printedNo === undefined ? {} : { printedNo: row.printedNo }),
      ...(row.resultText ? { result: row.resultText.text } : {}),
      ...(row.noteText ? { note: row.noteText.text } : {}),
      ...(row.section === undefined ? {} : { section: row.section }),
    })),
    findings: findings.map(({ code, severity, rowNo, place, message }) => ({ code, severity, rowNo, place, message })),
    cells: summarizeCells(draft.cells),
    left: leftCells(draft.cells).map(({ text, reason, rowNo, place }) => ({
      text,
      reason,
      rowNo: rowNo ?? null,
      place,
    })),
    ...(draft.sentences ? { sentences: draft.sentences.map(sentenceJson) } : {}),
  };
}

function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/\s+/u)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

function tableRow(cells: readonly string[], widths: readonly number[]): string[] {
  const columns = cells.map((cell, i) => wrap(cell, widths[i] ?? 20));
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    columns
      .map((lines, i) => (lines[line] ?? '').padEnd(widths[i] ?? 20))
      .join('  ')
      .trimEnd(),
  );
}

const unitNames = (refs: readonly UnitRef[]) =>
  refs.map((ref) => (ref.kind === 'unknown' ? `${ref.text} (chưa rõ)` : ref.text)).join('; ');

function headLines(head: PlanHead): string[] {
  const fields: [string, string | null | undefined][] = [
    ['Cơ quan ban hành', head.issuer?.text],
    ['Số, ký hiệu', head.code?.text],
    ['Nơi, ngày ban hành', [head.placeOfIssue, head.dateText?.text].filter(Boolean).join(', ')],
    ['Văn bản', [head.kind?.text, head.title?.text].filter(Boolean).join('. ')],
    ['Nơi nhận', head.recipients.map((recipient) => recipient.text).join('; ')],
    ['Người ký', [head.signerTitle?.text, head.signer?.text].filter(Boolean).join(' ')],
  ];
  return fields.map(([label, value]) => `${label}: ${value ? value : '(không có)'}`);
}

function toText({ draft, findings }: PlanReading): string {
  const widths = [5, 48, 26, 26, 30];
  const table = draft.rows.flatMap((row) =>
    tableRow([row.no, row.content.text, unitNames(row.leads), unitNames(row.coordinators), row.timeText.text], widths),
  );
  const notes = findings.map(
    ({ severity, message, place }) => `[${severityNames[severity]}] ${message}${place ? ` (${place.label})` : ''}`,
  );
  const { taken, header, section, left, empty } = summarizeCells(draft.cells);
  const unplaced = leftCells(draft.cells).map(
    ({ text, reason, place }) => `${text} (${reason ? `${REASONS[reason]}; ` : ''}${place.label})`,
  );
  const sentences = draft.sentences
    ? [
        '',
        'Không có bảng nhiệm vụ. Từng câu, với thời gian trong «…» và đơn vị trong […]:',
        ...draft.sentences.map(marked),
      ]
    : [];
  return [
    ...headLines(draft.head),
    '',
    ...tableRow(['STT', 'Nội dung thực hiện', 'Cơ quan chủ trì', 'Cơ quan phối hợp', 'Thời gian thực hiện'], widths),
    ...table,
    '',
    `${draft.rows.length} dòng; ${findings.length} điểm cần xem:`,
    ...notes,
    '',
    `Ô của các bảng: ${taken} đã lấy, ${header} tiêu đề, ${section} đề mục, ${left} chưa xếp, ${empty} trống.`,
    ...unplaced,
    ...sentences,
  ].join('\n');
}

/**
 * `don-doc read FILE [--json]`: reads a plan and prints its head, rows and findings; nothing is stored. Returns the exit
 * code: 0, or 1 with a Vietnamese sentence on stderr.
 */
export async function readCommand(file: string, options: { json?: boolean } = {}): Promise<number> {
  try {
    const reading = await readPlanFile(file);
    process.stdout.write(`${options.json ? JSON.stringify(toJson(reading), null, 2) : toText(reading)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${failureText(file, error)}\n`);
    return 1;
  }
}
