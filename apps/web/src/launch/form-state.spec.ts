import { launchRequest, type DirectoryView, type PlanView } from '@don-doc/contracts/http';
import { emptyForm, firstDirectory, missingAnswers, requestOf, suggested, type LaunchForm } from './form-state.js';

const uuid = (tail: number): string => `00000000-0000-4000-8000-${String(tail).padStart(12, '0')}`;
const unit = (tail: number, name: string, kind: 'unit' | 'guest' | 'agency' = 'unit') => ({
  id: uuid(tail),
  code: `U${tail}`,
  name,
  kind,
  headName: null,
  demo: true,
});
const directory: DirectoryView = {
  id: uuid(1),
  name: 'Danh bạ minh họa',
  demo: true,
  units: [
    unit(2, 'Phòng Hành chính tư pháp'),
    unit(3, 'Văn phòng Sở'),
    unit(4, 'Sở Nội vụ', 'guest'),
    unit(5, 'Sở Tư pháp', 'agency'),
  ],
};
const groups = [{ code: 'CAC_PHONG_DON_VI', name: 'Các phòng, đơn vị thuộc Sở có liên quan' }];
const plan = { issuedOn: null, code: null } as PlanView;
const ready = suggested(emptyForm('2025-05-05', plan), directory, groups);
const commandId = '3b241101-e2bb-4255-8caf-4136c566a962';
const request = (with_: Partial<LaunchForm> = {}) => requestOf({ ...ready, ...with_ }, commandId, groups);

describe('the launch form', () => {
  it('suggests the Office for the agency and the other own units, no guest, for the group', () => {
    expect(ready.agencyUnitId).toBe(uuid(3));
    expect(ready.groups).toEqual({ CAC_PHONG_DON_VI: [uuid(2)] });
  });

  it('begins with the own directory, for a rehearsal with the demo one, and never with one that has no units to pick', () => {
    const own = { ...directory, id: uuid(9), demo: false };
    const bare = { ...own, id: uuid(8), units: [unit(3, 'Văn phòng Sở')] };
    expect(firstDirectory([directory, own], true)).toBe(own);
    expect(firstDirectory([own, directory], false)).toBe(directory);
    expect(firstDirectory([bare, directory], true)).toBe(directory);
    expect(firstDirectory([bare], true)).toBe(bare);
  });

  it('becomes a request the contract accepts', () => {
    expect(launchRequest.parse(request())).toMatchObject({
      issuedOn: '2025-05-05',
      signed: true,
      event: null,
      rehearsal: null,
    });
  });

  it('starts a rehearsal at a named instant of the plan zone', () => {
    const parsed = launchRequest.parse(request({ real: false, startAt: '2025-05-05T07:55' }));
    expect(parsed.rehearsal).toEqual({ startAt: '2025-05-05T07:55:00+07:00', rate: 2880 });
  });

  it('sends only the dates that were fixed', () => {
    expect(request({ fixedDue: { '10': '2025-07-29', '11': undefined } })?.fixedDue).toEqual({ '10': '2025-07-29' });
  });

  it('is no request while an answer is missing, and says which', () => {
    expect(request({ eventKind: 'confirmed' })).toBeNull();
    expect(missingAnswers({ ...ready, issuedOn: undefined, groups: {} }, groups)).toEqual([
      'ngày ký',
      'đơn vị thuộc nhóm “Các phòng, đơn vị thuộc Sở có liên quan”',
    ]);
  });
});
