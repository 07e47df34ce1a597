import { parseTable } from './parse-table.js';

const HEAD = ['Đơn vị', 'Họ và tên', 'Chức vụ', 'Vai trò', 'Thư điện tử', 'Tên gọi khác', 'Loại đơn vị'];
const read = (...rows: string[][]) => parseTable([HEAD, ...rows]);
const problems = (...rows: string[][]) => read(...rows).problems.map(({ line, code, value }) => [line, code, value]);

describe('reading a directory from a table', () => {
  it('takes a line for a person, its unit with it, each unit once', () => {
    const parsed = read(
      ['Văn phòng', 'Lê Thị An', 'Chánh Văn phòng', 'Văn phòng; Lãnh đạo đơn vị', 'an@so.example', 'Văn phòng Sở', ''],
      ['VĂN PHÒNG', 'Trần Văn Bình', 'Chuyên viên', 'Chuyên viên', '', '', ''],
      ['', 'Phạm Thị Chi', 'Giám đốc', 'Giám đốc', 'chi@so.example', '', ''],
      ['Sở Nội vụ', '', '', '', '', '', 'Cơ quan ngoài'],
    );
    expect(parsed.problems).toEqual([]);
    expect(parsed.units).toEqual([
      { name: 'Văn phòng', code: null, kind: 'unit', aliases: ['Văn phòng Sở'] },
      { name: 'Sở Nội vụ', code: null, kind: 'guest', aliases: [] },
    ]);
    expect(parsed.people).toEqual([
      {
        line: 2,
        name: 'Lê Thị An',
        position: 'Chánh Văn phòng',
        email: 'an@so.example',
        unit: 'Văn phòng',
        roles: ['office', 'unit-head'],
      },
      {
        line: 3,
        name: 'Trần Văn Bình',
        position: 'Chuyên viên',
        email: null,
        unit: 'VĂN PHÒNG',
        roles: ['unit-staff'],
      },
      { line: 4, name: 'Phạm Thị Chi', position: 'Giám đốc', email: 'chi@so.example', unit: null, roles: ['director'] },
    ]);
  });

  it('finds the headings under a title, in any order, with or without marks', () => {
    const parsed = parseTable([
      ['DANH BẠ CỦA SỞ'],
      [],
      ['TT', 'HO TEN', 'Email', 'vai tro', 'chức danh', 'Phòng, đơn vị'],
      ['1', 'Lê Thị An', 'an@so.example', 'Lãnh đạo đơn vị', 'Trưởng phòng', 'Phòng Một'],
    ]);
    expect(parsed.people.map(({ line, name, unit }) => [line, name, unit])).toEqual([[4, 'Lê Thị An', 'Phòng Một']]);
  });

  it('says which columns are missing, and reads nothing', () => {
    expect(
      parseTable([
        ['Họ và tên', 'Chức vụ'],
        ['An', 'Trưởng phòng'],
      ]),
    ).toMatchObject({
      missing: ['unit', 'roles', 'email'],
      people: [],
    });
    expect(parseTable([]).missing).toHaveLength(5);
  });

  it('tells everything that is wrong at once, each with its line', () => {
    expect(
      problems(
        ['Phòng Một', 'An', '', 'Trưởng ban', 'an@so', '', ''],
        ['', 'Bình', '', 'Lãnh đạo đơn vị', '', '', ''],
        ['Phòng Một', '', '', 'Chuyên viên', '', '', ''],
        ['Phòng Một', 'Chi', '', '', '', '', 'Hội'],
        ['', '', 'Trưởng phòng', '', '', '', ''],
      ),
    ).toEqual([
      [2, 'ROLE_UNKNOWN', 'Trưởng ban'],
      [2, 'EMAIL_WRONG', 'an@so'],
      [3, 'UNIT_MISSING', 'Bình'],
      [4, 'NAME_MISSING', ''],
      [5, 'UNIT_KIND_UNKNOWN', 'Hội'],
      [5, 'ROLE_MISSING', 'Chi'],
      [6, 'NOTHING_IN_ROW', ''],
    ]);
  });

  it('knows a person and an address only once', () => {
    expect(
      problems(
        ['Phòng Một', 'An', '', 'Chuyên viên', 'an@so.example', '', ''],
        ['Phòng Hai', 'AN', '', 'Chuyên viên', '', '', ''],
        ['Phòng Hai', 'Bình', '', 'Chuyên viên', 'An@so.example', '', ''],
      ),
    ).toEqual([
      [3, 'PERSON_TWICE', 'AN'],
      [4, 'EMAIL_TWICE', 'an@so.example'],
    ]);
  });
});
