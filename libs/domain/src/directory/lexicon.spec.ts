import fc from 'fast-check';
import type { UnitLexicon } from '../draft/types.js';
import { resolveUnits } from './lexicon.js';

const lexicon: UnitLexicon = {
  entries: [
    { code: 'VP', kind: 'unit', name: 'Văn phòng Sở', aliases: ['Văn phòng', 'Sở Tư pháp (Văn phòng)'] },
    { code: 'STP', kind: 'agency', name: 'Sở Tư pháp', aliases: [] },
    {
      code: 'CP',
      kind: 'group',
      name: 'Các phòng, đơn vị thuộc Sở có liên quan',
      aliases: ['Các phòng, đơn vị thuộc Sở'],
    },
    { code: 'KHCN', kind: 'unit', name: 'Sở Khoa học và Công nghệ', aliases: [] },
    { code: 'SNV', kind: 'unit', name: 'Sở Nội vụ', aliases: [] },
    {
      code: 'LTLS',
      kind: 'unit',
      name: 'Lưu trữ lịch sử tỉnh',
      aliases: ['Trung tâm Lưu trữ lịch sử', 'Lưu trữ lịch sử'],
    },
    { code: 'BA', kind: 'unit', name: 'Phòng Bá', aliases: [] },
    { code: 'BAO', kind: 'unit', name: 'Phòng Bà', aliases: [] },
  ],
};
const codes = (text: string) =>
  resolveUnits(text, lexicon).map((ref) => (ref.kind === 'unknown' ? `?${ref.text}` : ref.code));

describe('resolving units', () => {
  it.each([
    ['Văn phòng', ['VP']],
    ['Văn phòng Sở', ['VP']],
    ['Sở Tư pháp (Văn phòng)', ['VP']],
    ['Sở Tư pháp (Văn phòng Sở)', ['VP']],
    ['SỞ TƯ PHÁP( văn  phòng )', ['VP']],
    ['Sở Tư pháp', ['STP']],
    ['Sở Tư pháp; Các phòng, đơn vị thuộc Sở có liên quan', ['STP', 'CP']],
    ['Các phòng, đơn vị thuộc Sở có liên quan.', ['CP']],
    ['Các phòng, đơn vị thuộc Sở có liên quan; Lưu trữ lịch sử tỉnh theo quy định; Sở Nội vụ', ['CP', 'LTLS', 'SNV']],
    ['Sở Nội vụ (Trung tâm Lưu trữ lịch sử theo quy định)', ['SNV', 'LTLS']],
    ['Sở Nội vụ (nếu có)', ['SNV']],
    ['Văn phòng Sở, Sở Nội vụ và Lưu trữ lịch sử tỉnh', ['VP', 'SNV', 'LTLS']],
    ['Văn phòng Sở, Sở Khoa học và Công nghệ', ['VP', 'KHCN']],
    ['- Văn phòng Sở\n- Sở Nội vụ', ['VP', 'SNV']],
    ['Các phòng, đơn vị\nthuộc Sở có liên quan', ['CP']],
    ['So Noi vu', ['SNV']],
    ['Văn phòng; Văn phòng Sở', ['VP']],
    ['', []],
    [' ; . ', []],
  ])('“%s” → %j', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it.each([
    ['Sở Tài chính', ['?Sở Tài chính']],
    ['Văn phòng Sở; Phòng Hành chính', ['VP', '?Phòng Hành chính']],
    ['Văn phòng Sở, Phòng Hành chính', ['?Văn phòng Sở, Phòng Hành chính']],
    ['Sở Tư pháp (Phòng Hành chính)', ['?Sở Tư pháp (Phòng Hành chính)']],
    ['Văn phòng Sở Tài chính', ['?Văn phòng Sở Tài chính']],
    ['Phong Ba', ['?Phong Ba']],
  ])('does not guess at “%s”', (text, expected) => {
    expect(codes(text)).toEqual(expected);
  });

  it('keeps the words as written beside the code', () => {
    expect(resolveUnits('Sở Tư pháp (Văn phòng)', lexicon)).toEqual([
      { kind: 'unit', code: 'VP', text: 'Sở Tư pháp (Văn phòng)' },
    ]);
  });

  it('never throws and loses no word', () => {
    const word = fc.constantFrom('Sở', 'Nội', 'vụ', 'Văn', 'phòng', '(', ')', ';', ',', 'và', '.', '\n', 'X');
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'grapheme' }),
          fc.array(word).map((words) => words.join(' ')),
        ),
        (text) => {
          const refs = resolveUnits(text, lexicon);
          if (/[\p{L}\d]/u.test(text)) expect(refs.length).toBeGreaterThan(0);
        },
      ),
    );
  });
});
