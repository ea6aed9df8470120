import fc from 'fast-check';
import { z } from 'zod';

/** What has broken programs before. */
const nastyText = fc.constantFrom(
  '',
  ' ',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\u202e\u200b',
  "' or 1=1 --",
  '"; drop table account; --',
  '<script>alert(1)</script>',
  '{{7*7}}',
  '../../../../etc/passwd',
  '%00%0a%0d',
  '__proto__',
  'constructor',
  '\u{1f600}'.repeat(300),
  'x'.repeat(20_000),
  '-1',
  '1e309',
  'NaN',
  '9'.repeat(400),
);
const anyText = fc.oneof(nastyText, fc.string(), fc.string({ unit: 'binary', maxLength: 300 }));
const anyNumber = fc.oneof(
  fc.integer(),
  fc.double(),
  fc.constantFrom(-1, 0, 2 ** 31, 2 ** 53, Number.MAX_VALUE, -Number.MAX_VALUE),
);
const anyValue = fc.oneof(fc.jsonValue({ maxDepth: 4 }), anyText, anyNumber);

const nodeSchema = z.looseObject({
  type: z.string().optional(),
  format: z.string().optional(),
  pattern: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.unknown()).optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/**
 * Inputs that are nearly what a schema asks for: right in most places, and in each of them sometimes not. Right ones get
 * further than noise does.
 * @param schema zod's; noise alone when there is none
 */
export function anyInputOf(schema: unknown): fc.Arbitrary<unknown> {
  if (!(schema instanceof z.ZodType)) return fc.oneof(fc.constant(undefined), anyValue);
  const json: unknown = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' });
  return fc.oneof({ arbitrary: nearly(json), weight: 9 }, { arbitrary: anyValue, weight: 1 });
}

function nearly(json: unknown): fc.Arbitrary<unknown> {
  return fc.oneof({ arbitrary: right(json), weight: 12 }, { arbitrary: anyValue, weight: 1 });
}

function right(json: unknown): fc.Arbitrary<unknown> {
  const parsed = nodeSchema.safeParse(json);
  if (!parsed.success) return anyValue;
  const node = parsed.data;
  if ('const' in node) return fc.constant(node.const);
  if (node.enum) return fc.constantFrom(...node.enum);
  const choices = node.anyOf ?? node.oneOf ?? node.allOf;
  if (choices && choices.length > 0) return fc.oneof(...choices.map(nearly));
  switch (node.type) {
    case 'object':
      return fc.oneof(
        fc.record(mapValues(node.properties ?? {}, nearly)),
        fc.record(mapValues(node.properties ?? {}, nearly), { requiredKeys: [] }),
      );
    case 'array':
      return fc.array(nearly(node.items), { maxLength: 5 });
    case 'number':
    case 'integer':
      return fc.oneof(fc.nat(200), anyNumber);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'string':
      return textOf(node);
    default:
      return anyValue;
  }
}

function textOf({ format, pattern }: z.output<typeof nodeSchema>): fc.Arbitrary<unknown> {
  if (format === 'email') return fc.oneof(fc.emailAddress(), anyText);
  if (format === 'uuid') return fc.oneof(fc.uuid({ version: 7 }), anyText);
  if (format === 'date-time')
    return fc.oneof(
      fc.date({ noInvalidDate: true }).map((at) => at.toISOString()),
      anyText,
    );
  if (pattern)
    return fc.oneof(
      { arbitrary: fc.stringMatching(new RegExp(pattern)), weight: 4 },
      { arbitrary: anyText, weight: 1 },
    );
  return anyText;
}

const mapValues = <Value, Result>(record: Record<string, Value>, map: (value: Value) => Result) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
