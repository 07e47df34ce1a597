import { newCommandId } from './command-id.js';

const version4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

describe('a command id', () => {
  it('is a UUID version 4 where the context is secure', () => {
    expect(newCommandId()).toMatch(version4);
  });

  it('is one too over plain HTTP, where randomUUID does not exist', () => {
    const getRandomValues: Crypto['getRandomValues'] = (array) => {
      if (ArrayBuffer.isView(array)) new Uint8Array(array.buffer).fill(0xff);
      return array;
    };
    expect(newCommandId({ getRandomValues })).toBe('ffffffff-ffff-4fff-bfff-ffffffffffff');
  });
});
