import { compareNumbers } from './positions.js';

it('orders numbers of an appendix as they are counted', () => {
  const numbers = ['9', '5.10', '11.1', '8', '5.9', '5', '11', '7'];
  expect(numbers.sort(compareNumbers)).toEqual(['5', '5.9', '5.10', '7', '8', '9', '11', '11.1']);
});
