import type { DraftRow } from '../../draft/types.js';
import { cite, editRow, type FindingRule, type Sighting } from '../rule.js';

function sightings(row: DraftRow, field: 'leads' | 'coordinators'): Sighting[] {
  const [refs, quoted, role] =
    field === 'leads' ? [row.leads, row.leadText, 'chủ trì'] : [row.coordinators, row.coordinatorText, 'phối hợp'];
  return refs
    .filter((ref) => ref.kind === 'unknown')
    .map((ref) => ({
      rowNo: row.no,
      places: quoted.places,
      message: `Dòng ${row.no}: cơ quan ${role} ${cite(ref.text)} chưa có trong danh mục đơn vị. Đề nghị Văn phòng chọn đơn vị tương ứng hoặc bổ sung vào danh mục.`,
      options: [
        { code: 'MAP_UNIT', label: 'Chọn đơn vị tương ứng', data: { rowNo: row.no, field, text: ref.text } },
        { code: 'ADD_UNIT', label: 'Bổ sung vào danh mục đơn vị', data: { text: ref.text } },
        editRow(row.no, field, `Sửa cơ quan ${role}`),
      ],
    }));
}

export const unitUnknown: FindingRule = {
  code: 'UNIT_UNKNOWN',
  severity: 'blocking',
  title: 'Đơn vị chưa có trong danh mục',
  check: (draft) => draft.rows.flatMap((row) => [...sightings(row, 'leads'), ...sightings(row, 'coordinators')]),
};
