import type { AmendmentChange, AmendmentOffer, RowView } from '@don-doc/contracts/http';

/** One change as it is being typed; `key` keeps its place on the page while others come and go. */
export interface ChangeDraft {
  readonly key: string;
  readonly kind: AmendmentChange['kind'];
  readonly rowId: string | null;
  readonly no: string;
  readonly content: string;
  readonly timeText: string;
  readonly fixedLastDay: string | undefined;
  readonly leadUnitIds: readonly string[];
  readonly coordinatorText: string;
  readonly source: string | null;
}

const blank = (kind: AmendmentChange['kind']): Omit<ChangeDraft, 'key'> => ({
  kind,
  rowId: null,
  no: '',
  content: '',
  timeText: '',
  fixedLastDay: undefined,
  leadUnitIds: [],
  coordinatorText: '',
  source: null,
});

export const newChange = (key: string, kind: AmendmentChange['kind']): ChangeDraft => ({ key, ...blank(kind) });

/** A duty of the plan's body, taken for the number that the appendix lacks; who leads it, and by when, is for people to say. */
export const fromOffer = (key: string, { no, source, content }: AmendmentOffer): ChangeDraft => ({
  ...newChange(key, 'add-row'),
  no,
  source,
  content,
});

/** A row as it stands, to be changed. */
export const fromRow = (draft: ChangeDraft, row: RowView): ChangeDraft => ({
  ...draft,
  rowId: row.id,
  no: row.no,
  content: row.content,
  timeText: row.timeText,
  fixedLastDay: undefined,
  leadUnitIds: leadersOf(row),
  coordinatorText: row.coordinatorText,
});

const leadersOf = (row: RowView): string[] =>
  row.assignments.filter(({ state }) => state !== 'withdrawn').map(({ unitId }) => unitId);

/** What is sent; null while something that it needs is missing, or nothing differs from the row as it stands. */
export function toChange(draft: ChangeDraft, rows: readonly RowView[]): AmendmentChange | null {
  if (draft.kind === 'add-row') {
    const { no, content, timeText, leadUnitIds, coordinatorText, source, fixedLastDay } = draft;
    if (!/^\d{1,3}(\.\d{1,3})?$/.test(no.trim()) || content.trim().length < 3 || leadUnitIds.length === 0) return null;
    if (timeText.trim() === '' && fixedLastDay === undefined) return null;
    return {
      kind: 'add-row',
      no: no.trim(),
      content,
      timeText,
      leadUnitIds: [...leadUnitIds],
      coordinatorText,
      ...(source === null ? {} : { source }),
      ...(fixedLastDay === undefined ? {} : { fixedLastDay }),
    };
  }
  const row = rows.find(({ id }) => id === draft.rowId);
  if (!row) return null;
  if (draft.kind === 'withdraw-row') return { kind: 'withdraw-row', rowId: row.id };
  const changed = {
    ...(draft.content.trim() === row.content.trim() ? {} : { content: draft.content }),
    ...(draft.timeText.trim() === row.timeText.trim() ? {} : { timeText: draft.timeText }),
    ...(draft.fixedLastDay === undefined ? {} : { fixedLastDay: draft.fixedLastDay }),
    ...(sameSet(draft.leadUnitIds, leadersOf(row)) ? {} : { leadUnitIds: [...draft.leadUnitIds] }),
    ...(draft.coordinatorText.trim() === row.coordinatorText.trim() ? {} : { coordinatorText: draft.coordinatorText }),
  };
  return Object.keys(changed).length === 0 ? null : { kind: 'change-row', rowId: row.id, ...changed };
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
