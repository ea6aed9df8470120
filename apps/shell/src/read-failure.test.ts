import { describe, expect, it } from 'vitest';
import { readFailure } from './read-failure.ts';

const failing = (stack: string) => Object.assign(new TypeError('x is undefined'), { stack });

describe('an uncaught error', () => {
  it('says what happened where, and which release of which frontend it is', () => {
    const stack =
      'TypeError: x is undefined\n    at f (https://shop.example/remotes/catalog/0a1b2c3d4e5f6071/assets/search-Bx1.js?attempt=1:10:2045)';
    expect(readFailure(failing(stack), '')).toEqual({
      message: 'TypeError: x is undefined',
      source: '/remotes/catalog/0a1b2c3d4e5f6071/assets/search-Bx1.js:10:2045',
      mfe: 'catalog',
      mfeVersion: '0a1b2c3d4e5f6071',
    });
  });

  it('is the shell’s where no remote is named', () => {
    expect(readFailure(failing(''), 'https://shop.example/assets/shell.js:1:2')).toMatchObject({
      source: '/assets/shell.js:1:2',
      mfe: 'shell',
    });
    expect(readFailure('stopped', '')).toEqual({ message: 'stopped', source: '', mfe: 'shell' });
  });

  it('fits into an event, however long it is', () => {
    const failure = readFailure(new Error('x'.repeat(9_000)), `https://a.example/${'y'.repeat(900)}:1:1`);
    expect([failure?.message.length, failure?.source.length]).toEqual([500, 300]);
  });

  it('is none when a browser only wants another round', () => {
    expect(readFailure('ResizeObserver loop limit exceeded', '')).toBeNull();
  });
});
