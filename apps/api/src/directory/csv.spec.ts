import { csvCells } from './csv.js';

describe('cells of a CSV text', () => {
  it.each([
    ['commas', 'Đơn vị,Họ và tên\r\nPhòng Một,An\r\n'],
    ['semicolons, as Excel writes here', '\uFEFFĐơn vị;Họ và tên\nPhòng Một;An'],
    ['tabs', 'Đơn vị\tHọ và tên\nPhòng Một\tAn\n'],
  ])('are told apart by %s', (_, text) => {
    expect(csvCells(text)).toEqual([
      ['Đơn vị', 'Họ và tên'],
      ['Phòng Một', 'An'],
    ]);
  });

  it('may hold the separator, quotes and line ends between quotes', () => {
    expect(csvCells('a,b,c\n"Phòng Một, Sở","gọi là ""Một""","hai\ndòng"')).toEqual([
      ['a', 'b', 'c'],
      ['Phòng Một, Sở', 'gọi là "Một"', 'hai\ndòng'],
    ]);
  });

  it('are none in an empty text', () => {
    expect(csvCells('')).toEqual([]);
  });
});
