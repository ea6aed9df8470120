import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { findMismatches } from './find-mismatches.ts';
import { type JsonSchema, jsonSchemaSchema } from './json-schema.ts';

const schemaOf = (type: z.ZodType, io: 'input' | 'output'): JsonSchema =>
  jsonSchemaSchema.parse(z.toJSONSchema(type, { io, unrepresentable: 'any' }));
const sent = (by: z.ZodType, to: z.ZodType) =>
  findMismatches(schemaOf(by, 'input'), schemaOf(to, 'input'), 'sends');
const read = (answered: z.ZodType, expected: z.ZodType) =>
  findMismatches(schemaOf(answered, 'output'), schemaOf(expected, 'output'), 'reads');

describe('what a frontend sends', () => {
  const known = z.object({ slug: z.string().max(100), page: z.int().min(1).optional() });

  it('is taken by who knows the same', () => expect(sent(known, known)).toEqual([]));

  it.each<[string, z.ZodType, string[]]>([
    ['something new', known.extend({ color: z.string().optional() }), ['color is not known there']],
    ['less than is needed', known.omit({ slug: true }), ['slug is missing']],
    ['perhaps less than is needed', known.partial(), ['slug may be missing']],
    ['another kind', known.extend({ slug: z.number() }), ['slug is number, and has to be string']],
    [
      'more than fits',
      known.extend({ slug: z.string().max(200) }),
      ['slug maxLength has to be 100, and is 200'],
    ],
    ['anything', known.extend({ slug: z.unknown() }), ['slug may be anything, and has to be string']],
    [
      'nothing in place of something',
      known.extend({ slug: known.shape.slug.nullable() }),
      ['slug may be null, and has to be string'],
    ],
  ])('is refused when it is %s', (_what, by, mismatches) => expect(sent(by, known)).toEqual(mismatches));

  it('may be narrower than what is taken', () => {
    const narrow = z.object({ slug: z.enum(['a', 'b']), page: z.int().min(2).max(3) });
    expect(sent(narrow, known)).toEqual([]);
  });

  it('names the choice that is not known there', () => {
    const kind = (...kinds: [string, ...string[]]) => z.object({ kind: z.enum(kinds) });
    expect(sent(kind('card', 'cash'), kind('card'))).toEqual(['kind may be "cash", and has to be "card"']);
    const audience = z.object({ kind: z.literal('share'), percent: z.int() });
    const internal = z.object({ kind: z.literal('internal') });
    const both = z.discriminatedUnion('kind', [audience, internal]);
    expect(sent(internal, both)).toEqual([]);
    expect(sent(both, z.discriminatedUnion('kind', [audience]))).toHaveLength(1);
    expect(sent(both.or(z.object({ kind: z.literal('share'), percent: z.string() })), both)).not.toEqual([]);
  });
});

describe('what a frontend reads', () => {
  const expected = z.object({
    title: z.string(),
    status: z.enum(['open', 'closed']),
    note: z.string().nullable(),
  });

  it.each<[string, z.ZodType]>([
    ['the same', expected],
    ['more', expected.extend({ rating: z.number() })],
    ['other bounds', expected.extend({ title: z.string().min(3).max(500) })],
    ['fewer choices', expected.extend({ status: z.literal('open'), note: z.null() })],
  ])('may be %s', (_what, answered) => expect(read(answered, expected)).toEqual([]));

  it.each<[string, z.ZodType, string[]]>([
    ['lacks', expected.omit({ title: true }), ['title is missing']],
    ['may lack', expected.partial({ title: true }), ['title may be missing']],
    [
      'has become another',
      expected.extend({ title: z.array(z.string()) }),
      ['title is array, and has to be string'],
    ],
    [
      'has a new choice',
      expected.extend({ status: z.enum(['open', 'closed', 'lost']) }),
      ['status may be "lost", and has to be "open" | "closed"'],
    ],
    [
      'may be null now',
      expected.extend({ title: z.string().nullable() }),
      ['title may be null, and has to be string'],
    ],
  ])('is refused when it %s', (_what, answered, mismatches) =>
    expect(read(answered, expected)).toEqual(mismatches),
  );

  it('is compared inside of lists, records and pages', () => {
    const page = (item: z.ZodType) => z.object({ items: z.array(item), byId: z.record(z.string(), item) });
    expect(read(page(z.object({ id: z.string() })), page(z.object({ id: z.number() })))).toEqual([
      'items[].id is string, and has to be number',
      'byId[…].id is string, and has to be number',
    ]);
  });

  it('may contain itself', () => {
    type Tree = { name: string; children: Tree[] };
    const tree = (name: z.ZodType<string>): z.ZodType<Tree> =>
      z.object({
        name,
        get children() {
          return z.array(node);
        },
      });
    const node: z.ZodType<Tree> = tree(z.string());
    const other = z.object({
      name: z.number(),
      get children() {
        return z.array(other);
      },
    }) as z.ZodType;
    expect(read(node, node)).toEqual([]);
    expect(read(other, node)).toContain('name is number, and has to be string');
  });
});

/** Schemas of every kind that procedures use, as zod types, which write them and check values by them. */
const { type } = fc.letrec<{ type: z.ZodType }>((tie) => ({
  type: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom<z.ZodType>(z.string(), z.boolean(), z.null(), z.int(), z.number()),
    fc
      .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 2, max: 4 }))
      .map(([min, max]) => z.string().min(min).max(max)),
    fc
      .tuple(fc.integer({ min: -2, max: 2 }), fc.integer({ min: 2, max: 4 }))
      .map(([min, max]) => z.int().min(min).max(max)),
    fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 1, maxLength: 3 })
      .map((names) => z.enum(names)),
    fc.constantFrom('a', 1, true, null).map((value) => z.literal(value)),
    tie('type').map((item) => z.array(item)),
    tie('type').map((item) => z.record(z.string(), item)),
    tie('type').map((inner) => z.nullable(inner)),
    fc.array(tie('type'), { minLength: 1, maxLength: 3 }).map((options) => z.union(options)),
    fc
      .dictionary(fc.constantFrom('x', 'y', 'z'), fc.tuple(tie('type'), fc.boolean()), { maxKeys: 3 })
      .map((members) =>
        z.object(
          Object.fromEntries(
            Object.entries(members).map(([name, [member, isOptional]]) => [
              name,
              isOptional ? member.optional() : member,
            ]),
          ),
        ),
      ),
  ),
}));

/** Values that are often of a small schema. */
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>('', 'a', 'b', 'abc', 'abcde', 0, 1, -3, 2.5, 5, true, false, null),
    fc.array(tie('value'), { maxLength: 2 }),
    fc.dictionary(fc.constantFrom('x', 'y', 'z'), tie('value'), { maxKeys: 3 }),
  ),
}));

describe('comparing schemas', () => {
  it('finds nothing between a schema and itself', () => {
    fc.assert(
      fc.property(type, (one) => {
        expect([...sent(one, one), ...read(one, one)]).toEqual([]);
      }),
    );
  });

  it('lets nothing pass that would be refused', () => {
    fc.assert(
      fc.property(type, type, fc.array(value, { minLength: 20, maxLength: 20 }), (given, wanted, values) => {
        if (sent(given, wanted).length > 0) return;
        for (const one of values) {
          // Without what the type does not name: a frontend sends nothing else.
          const { success, data } = given.safeParse(one);
          if (success) expect(wanted.safeParse(data).success).toBe(true);
        }
      }),
      { numRuns: 2_000 },
    );
  });

  it('lets every optional addition to what is taken pass, and every addition to what is answered', () => {
    const members = fc.dictionary(fc.constantFrom('x', 'y'), type, { maxKeys: 2 });
    fc.assert(
      fc.property(members, type, (known, added) => {
        const [before, after] = [z.object(known), z.object({ ...known, z: added.optional() })];
        expect(sent(before, after)).toEqual([]);
        expect(read(z.object({ ...known, z: added }), before)).toEqual([]);
      }),
    );
  });
});
