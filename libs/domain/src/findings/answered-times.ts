import type { DraftRow, PlanDraft } from '../draft/types.js';
import { readPhrase } from '../time/read-phrase.js';
import type { TimeReading } from '../time/reading.js';

/** What the Office chose of a finding's ways out, with the data that the option carries. */
export interface FindingAnswer {
  readonly option: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/**
 * The draft with the times of its rows read as the Office decided in its review. The plan's words stay as they are; only
 * the reading changes, and says so. Options that do not concern a row's time leave the draft alone.
 */
export function timesAsAnswered(draft: PlanDraft, answers: readonly FindingAnswer[]): PlanDraft {
  const readings = new Map<string, TimeReading>();
  for (const answer of answers) {
    const row = draft.rows.find((candidate) => candidate.no === answer.data['rowNo']);
    const reading = row === undefined ? null : decided(draft, row, answer);
    if (row !== undefined && reading !== null) readings.set(row.no, reading);
  }
  if (readings.size === 0) return draft;
  return { ...draft, rows: draft.rows.map((row) => ({ ...row, reading: readings.get(row.no) ?? row.reading })) };
}

function decided(draft: PlanDraft, row: DraftRow, { option, data }: FindingAnswer): TimeReading | null {
  const { phrase, trace } = row.reading;
  const as = (spec: TimeReading['spec'], why: string): TimeReading => ({ phrase, spec, trace: [...trace, why] });
  switch (option) {
    case 'USE_PARENT_TIME': {
      const parent = draft.rows.find((candidate) => candidate.no === data['parentNo']);
      if (parent === undefined) return null;
      return as(parent.reading.spec, `Văn phòng quyết định tính theo thời gian của nhiệm vụ ${parent.no}.`);
    }
    case 'USE_CONTENT_TIME': {
      if (typeof data['phrase'] !== 'string') return null;
      const year = draft.head.year === null ? {} : { year: draft.head.year };
      return as(readPhrase(data['phrase'], year).spec, `Văn phòng quyết định tính theo nội dung: “${data['phrase']}”.`);
    }
    case 'FIX_DATE': {
      // Where the plan already leaves the date to the Office, there is nothing to set aside.
      if (row.reading.spec.kind === 'after-event' || row.reading.spec.kind === 'unreadable') return null;
      const ask = `Văn phòng quyết định ấn định thời hạn khác cho dòng ${row.no}; đề nghị ghi ngày khi khởi chạy.`;
      return as({ kind: 'unreadable', ask }, ask);
    }
    default:
      return null;
  }
}
