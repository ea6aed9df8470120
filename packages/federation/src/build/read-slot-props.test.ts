import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { readSlotProps } from './read-slot-props.mjs';

let folder: string;
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function read(code: string): Record<string, string> {
  // Inside of the repository, where React's types are.
  folder = mkdtempSync(join(import.meta.dirname, '../../.slots-test-'));
  const file = join(folder, 'remotes.ts');
  writeFileSync(file, code);
  return readSlotProps(file);
}

it('writes out what slots take, so that it needs nothing else', () => {
  const props = read(`
    type Currency = 'EUR' | 'USD';
    interface Money { amountMinor: number; currency: Currency }
    export interface SlotProps {
      'a/nothing': Record<never, never>;
      'a/price': { price: Money; before?: Money | null; onChange: (money: Money) => void; tags: readonly string[] };
    }`);
  const money = '{ "amountMinor": number; "currency": ("EUR") | ("USD") }';
  expect(props).toEqual({
    'a/nothing': '{  }',
    'a/price': `{ "price": ${money}; "before"?: (null) | (${money}); "onChange": (p0: ${money}) => void; "tags": (string)[] }`,
  });
});

it('refuses what cannot be compared', () => {
  expect(() =>
    read(
      "import type { ReactElement } from 'react';\nexport interface SlotProps { 'a/b': { icon: ReactElement } }",
    ),
  ).toThrow('a/b takes a ReactElement');
  expect(() => read("interface Tree { inner: Tree }\nexport interface SlotProps { 'a/b': Tree }")).toThrow(
    'nested too deeply',
  );
});
