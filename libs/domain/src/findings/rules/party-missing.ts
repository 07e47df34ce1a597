import { cite, editRow, keep, type FindingRule } from '../rule.js';

const COORDINATES =
  /phối hợp với (?<party>[^,;:.]+), (?<act>(?:vận hành|quản lý|khai thác) \p{Lu}\p{L}*(?: \p{Ll}+)?)/giu;
const PARTY = /^(?:các )?(?:đơn vị|cơ quan|tổ chức|bộ phận|phòng|cá nhân|người)(?: |$)/iu;

/** "phối hợp với Lưu trữ cơ quan, vận hành Hệ thống": a verb where a party should stand. */
export const partyMissing: FindingRule = {
  code: 'PARTY_MISSING',
  severity: 'notice',
  title: 'Thiếu tên bên phối hợp',
  check(draft) {
    const uses = draft.rows.flatMap((row) =>
      [...row.content.text.matchAll(COORDINATES)].map(({ groups }) => {
        const party = groups?.['party'] ?? '';
        const act = groups?.['act'] ?? '';
        return { row, act, words: `${party}, ${act}`, whole: PARTY.test(party) };
      }),
    );
    return uses
      .filter((use) => !use.whole)
      .map(({ row, act, words }) => {
        const better = uses.find((use) => use.whole && use.act === act);
        const hint = better ? ` Dòng ${better.row.no} ghi ${cite(better.words)}.` : '';
        return {
          rowNo: row.no,
          places: [...row.content.places, ...(better?.row.content.places.slice(0, 1) ?? [])],
          message: `Dòng ${row.no}: ở ${cite(`phối hợp với ${words}`)} chưa rõ bên nào ${cite(act)}.${hint}`,
          options: [keep, editRow(row.no, 'content', 'Sửa nội dung')],
        };
      });
  },
};
