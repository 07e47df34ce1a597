import { resolveUnits } from '../src/directory/lexicon.js';
import type { BodyItem, DraftRow, Place, PlanDraft, Quoted, UnitLexicon } from '../src/draft/types.js';
import { readPhrase } from '../src/time/read-phrase.js';

/** An office with a unit, the agency, a group and a coordinator. */
export const lexicon: UnitLexicon = {
  entries: [
    { code: 'VP', kind: 'unit', name: 'Văn phòng', aliases: ['Văn phòng Sở'] },
    { code: 'STP', kind: 'agency', name: 'Sở Tư pháp', aliases: [] },
    { code: 'CP', kind: 'group', name: 'Các phòng', aliases: [] },
    { code: 'SNV', kind: 'unit', name: 'Sở Nội vụ', aliases: [] },
  ],
};

const place = (label: string): Place => ({ source: 'text', label });
const quote = (text: string, label: string): Quoted => ({ text, places: [place(label)] });

/** A row by what is of interest; the rest is plain. */
export interface RowOf {
  readonly no: string;
  readonly content?: string;
  readonly lead?: string;
  readonly coordinator?: string;
  readonly time?: string;
}

function rowOf({
  no,
  content = 'Rà soát hồ sơ',
  lead = 'Văn phòng',
  coordinator = 'Sở Nội vụ',
  time = 'Trước 30/5/2025',
}: RowOf): DraftRow {
  return {
    no,
    parentNo: no.includes('.') ? no.slice(0, no.lastIndexOf('.')) : null,
    content: quote(content, `${no} nội dung`),
    leadText: quote(lead, `${no} chủ trì`),
    leads: resolveUnits(lead, lexicon),
    coordinatorText: quote(coordinator, `${no} phối hợp`),
    coordinators: resolveUnits(coordinator, lexicon),
    timeText: quote(time, `${no} thời gian`),
    reading: readPhrase(time),
    place: place(no),
    stitched: false,
  };
}

/** An item of the body. */
export const itemOf = (no: string, heading: string | null, ...texts: string[]): BodyItem => ({
  no,
  heading,
  paragraphs: texts.map((text) => quote(text, no)),
});

/** A signed plan of 05/5/2025 with these rows. */
export function draftOf(rows: readonly RowOf[], more: Partial<PlanDraft> = {}): PlanDraft {
  return {
    source: { name: 'a.txt', format: 'text', sha256: '' },
    head: {
      issuer: quote('Sở Tư pháp', 'head'),
      code: quote('15/KH-STP', 'head'),
      number: '15',
      placeOfIssue: 'Kiên Giang',
      dateText: quote('ngày 05 tháng 5 năm 2025', 'head'),
      date: '2025-05-05',
      year: 2025,
      kind: quote('KẾ HOẠCH', 'head'),
      title: quote('Công tác văn thư', 'head'),
      recipients: [],
      signerTitle: null,
      signer: null,
    },
    body: [],
    appendixTitle: [],
    rows: rows.map(rowOf),
    cells: [],
    otherText: [],
    ...more,
  };
}
