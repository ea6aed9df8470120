import { createPublicKey, randomBytes, verify } from 'node:crypto';
import { countrySchema, currencySchema, type ReceiptContent, receiptContentSchema } from '@plaza/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toCanonicalJson } from '../../platform/canonical-json.ts';
import { digestOf, isSealed, publicKeys, sealReceipt } from './seal-receipt.ts';

const amount = fc.nat({ max: 1_000_000_000 });
const anyContent: fc.Arbitrary<ReceiptContent> = fc.record({
  format: fc.constant('plaza-receipt/1'),
  orderId: fc.uuid({ version: 7 }),
  orderNumber: fc.string(),
  paidAt: fc
    .date({ noInvalidDate: true, min: new Date(0), max: new Date('2999-12-31') })
    .map((date) => date.toISOString()),
  currency: fc.constantFrom(...currencySchema.options),
  buyer: fc.record({
    fullName: fc.string({ unit: 'grapheme' }),
    line1: fc.string(),
    line2: fc.string(),
    city: fc.string(),
    region: fc.string(),
    postalCode: fc.string(),
    country: fc.constantFrom(...countrySchema.options),
  }),
  sellerOrders: fc.array(
    fc.record({
      number: fc.string(),
      seller: fc.string({ unit: 'grapheme' }),
      shippingSpeed: fc.constantFrom('standard', 'express'),
      lines: fc.array(
        fc.record({
          title: fc.string({ unit: 'grapheme' }),
          variantLabel: fc.string(),
          quantity: fc.integer({ min: 1, max: 99 }),
          unitPriceMinor: amount,
          totalMinor: amount,
        }),
        { maxLength: 4 },
      ),
      itemsMinor: amount,
      shippingMinor: amount,
      totalMinor: amount,
    }),
    { maxLength: 3 },
  ),
  itemsMinor: amount,
  shippingMinor: amount,
  totalMinor: amount,
});

/** Every value in it, as the keys that lead there. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (value === null || typeof value !== 'object') return [path];
  return Object.entries(value).flatMap(([key, member]) => pathsOf(member, [...path, key]));
}

/** A copy with the value at the end of a path changed. */
function changed(value: unknown, [key, ...rest]: readonly string[]): unknown {
  if (key === undefined) return typeof value === 'number' ? value + 1 : `${value}.`;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...Object(value) };
  Reflect.set(copy, key, changed(Reflect.get(copy, key), rest));
  return copy;
}

const newKey = (id: string) => ({ id, seed: randomBytes(32) });
const digest = (content: ReceiptContent) => digestOf(toCanonicalJson(content));

describe('the digest of a receipt', () => {
  it('changes with every field of it, whichever it is', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const before = digest(content);
        for (const path of pathsOf(content)) {
          expect(digestOf(toCanonicalJson(JSON.parse(JSON.stringify(changed(content, path)))))).not.toBe(
            before,
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('is the same after storing and reading', () => {
    fc.assert(
      fc.property(anyContent, (content) => {
        const read = receiptContentSchema.parse(JSON.parse(toCanonicalJson(content)));
        expect(digest(read)).toBe(digest(content));
      }),
    );
  });
});

describe('the seal of a receipt', () => {
  it('holds for its digest and key, and for nothing else', () => {
    const [key, other] = [newKey('a'), newKey('b')];
    fc.assert(
      fc.property(anyContent, (content) => {
        const seal = sealReceipt(content, [key, other]);
        expect(isSealed(seal, [other, key])).toBe(true);
        expect(isSealed({ ...seal, keyId: 'b' }, [key, other])).toBe(false);
        expect(isSealed(seal, [other])).toBe(false);
        expect(isSealed(seal, [{ ...other, id: 'a' }])).toBe(false);
        expect(
          isSealed({ ...seal, digest: seal.digest.replace(/^./, (c) => (c === '0' ? '1' : '0')) }, [key]),
        ).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('outlives its key: a newer one signs, the older still verifies', () => {
    const [older, newer] = [newKey('2025'), newKey('2026')];
    const [content] = fc.sample(anyContent, 1);
    if (!content) throw new Error('There is a sample.');
    const seal = sealReceipt(content, [older]);
    expect(isSealed(seal, [newer, older])).toBe(true);
    expect(sealReceipt(content, [newer, older]).keyId).toBe('2026');
  });

  it('can be checked by anyone with the public key', () => {
    const key = newKey('a');
    const [content] = fc.sample(anyContent, 1);
    if (!content) throw new Error('There is a sample.');
    const seal = sealReceipt(content, [key]);
    const [jwk] = publicKeys([key]);
    if (!jwk) throw new Error('There is a key.');
    expect(jwk).not.toHaveProperty('d');
    const publicKey = createPublicKey({ key: jwk, format: 'jwk' });
    const signature = Buffer.from(seal.signature, 'base64url');
    expect(verify(null, Buffer.from(`plaza-receipt:${seal.digest}`), publicKey, signature)).toBe(true);
  });
});
