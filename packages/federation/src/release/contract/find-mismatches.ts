import { alternativesOf, type JsonSchema, resolveSchema } from './json-schema.ts';

/**
 * Which way values travel. `sends`: every value of `given` must be taken by whoever wants `wanted`, and nothing of it may
 * be ignored. `reads`: whoever expects `wanted` gets `given`; more than expected does no harm, nor do other bounds.
 */
export type Direction = 'sends' | 'reads';

interface Comparison {
  given: JsonSchema;
  wanted: JsonSchema;
  direction: Direction;
  /** Pairs that are being compared further up: schemas may contain themselves. */
  open: [JsonSchema, JsonSchema][];
}

/**
 * Where values of one JSON Schema are not values of another, each as one line with the path; empty when all are. Careful:
 * what cannot be told is a mismatch.
 */
export function findMismatches(given: JsonSchema, wanted: JsonSchema, direction: Direction): string[] {
  return same(given, wanted) ? [] : compare(given, wanted, '', { given, wanted, direction, open: [] });
}

const isAny = (schema: JsonSchema) => Object.keys(schema).every((key) => !CONSTRAINTS.has(key));
const CONSTRAINTS = new Set([
  ...['type', 'const', 'enum', 'anyOf', 'oneOf', 'allOf', 'not', '$ref', 'properties', 'items'],
]);
/** `{ not: {} }`: what nothing is a value of. */
const isNever = (schema: JsonSchema) => schema.not !== undefined && isAny(schema.not);

function compare(givenRaw: JsonSchema, wantedRaw: JsonSchema, path: string, roots: Comparison): string[] {
  if (roots.open.some(([given, wanted]) => given === givenRaw && wanted === wantedRaw)) return [];
  const inner = { ...roots, open: [...roots.open, [givenRaw, wantedRaw] satisfies [JsonSchema, JsonSchema]] };
  const given = resolveSchema(givenRaw, roots.given);
  const wanted = resolveSchema(wantedRaw, roots.wanted);
  if (isNever(given) || isAny(wanted)) return [];
  if (isNever(wanted)) return [at(path, `is ${describe(given)}, and nothing is taken`)];
  if (isAny(given)) return [at(path, `may be anything, and has to be ${describe(wanted)}`)];

  const givens = alternativesOf(given);
  const wanteds = alternativesOf(wanted);
  if (givens.length === 1 && wanteds.length === 1 && givens[0] === given && wanteds[0] === wanted)
    return compareOne(given, wanted, path, inner);
  return givens.flatMap((one) => {
    const attempts = wanteds.map((other) => compare(one, other, path, inner));
    if (attempts.some((mismatches) => mismatches.length === 0)) return [];
    // What is wrong with the only one that could be meant says more than that none fits.
    const near = attempts.filter((_, index) => isSameKind(one, wanteds[index], roots));
    return near.length === 1 && near[0]
      ? near[0]
      : [at(path, `may be ${describe(one)}, and has to be ${describe(wanted)}`)];
  });
}

/** Neither is a choice. */
function compareOne(given: JsonSchema, wanted: JsonSchema, path: string, roots: Comparison): string[] {
  if (Object.hasOwn(wanted, 'const')) {
    const isSame = Object.hasOwn(given, 'const') && same(given.const, wanted.const);
    return isSame ? [] : [at(path, `may be ${describe(given)}, and has to be ${describe(wanted)}`)];
  }
  const type = typeOf(given);
  if (type !== wanted.type && !(type === 'integer' && wanted.type === 'number'))
    return [at(path, `is ${describe(given)}, and has to be ${describe(wanted)}`)];
  if (type === 'object') return compareObjects(given, wanted, path, roots);
  if (type === 'array') return compareArrays(given, wanted, path, roots);
  return roots.direction === 'reads' ? [] : compareBounds(given, wanted, path);
}

function compareObjects(given: JsonSchema, wanted: JsonSchema, path: string, roots: Comparison): string[] {
  const known = wanted.properties ?? {};
  const others = wanted.additionalProperties;
  const mismatches = Object.entries(given.properties ?? {}).flatMap(([name, schema]) => {
    const child = path === '' ? name : `${path}.${name}`;
    const target = known[name] ?? (typeof others === 'object' ? others : undefined);
    if (target) return compare(schema, target, child, roots);
    return others === true || roots.direction === 'reads' ? [] : [at(child, 'is not known there')];
  });
  for (const name of wanted.required ?? []) {
    const child = path === '' ? name : `${path}.${name}`;
    if (!given.properties?.[name]) mismatches.push(at(child, 'is missing'));
    else if (!given.required?.includes(name)) mismatches.push(at(child, 'may be missing'));
  }
  if (typeof given.additionalProperties === 'object' && typeof others === 'object')
    mismatches.push(...compare(given.additionalProperties, others, `${path}[…]`, roots));
  else if (
    typeof given.additionalProperties === 'object' &&
    others === undefined &&
    roots.direction === 'sends' &&
    Object.keys(known).length > 0
  )
    mismatches.push(at(path, 'may have any members'));
  return mismatches;
}

function compareArrays(given: JsonSchema, wanted: JsonSchema, path: string, roots: Comparison): string[] {
  const length = Math.max(given.prefixItems?.length ?? 0, wanted.prefixItems?.length ?? 0);
  const mismatches = Array.from({ length }, (_, index) => {
    const [one, other] = [
      given.prefixItems?.[index] ?? given.items,
      wanted.prefixItems?.[index] ?? wanted.items,
    ];
    if (!one && !other) return [];
    return one && other
      ? compare(one, other, `${path}[${index}]`, roots)
      : [at(`${path}[${index}]`, 'is not in both')];
  }).flat();
  if (given.items && wanted.items) mismatches.push(...compare(given.items, wanted.items, `${path}[]`, roots));
  else if (wanted.items && !given.prefixItems) mismatches.push(at(`${path}[]`, 'may be anything'));
  return roots.direction === 'reads' ? mismatches : [...mismatches, ...compareBounds(given, wanted, path)];
}

const LOWER = ['minLength', 'minimum', 'exclusiveMinimum', 'minItems'] as const;
const UPPER = ['maxLength', 'maximum', 'exclusiveMaximum', 'maxItems'] as const;

function compareBounds(given: JsonSchema, wanted: JsonSchema, path: string): string[] {
  if (Object.hasOwn(given, 'const'))
    return isWithin(given.const, wanted)
      ? []
      : [at(path, `may be ${describe(given)}, which is out of bounds`)];
  const mismatches: string[] = [];
  for (const key of LOWER) {
    const limit = wanted[key];
    if (
      limit !== undefined &&
      (given[key] ?? Number.NEGATIVE_INFINITY) < limit &&
      !coversLower(given, key, limit)
    )
      mismatches.push(at(path, `${key} has to be ${limit}, and is ${given[key] ?? 'not given'}`));
  }
  for (const key of UPPER) {
    const limit = wanted[key];
    if (
      limit !== undefined &&
      (given[key] ?? Number.POSITIVE_INFINITY) > limit &&
      !coversUpper(given, key, limit)
    )
      mismatches.push(at(path, `${key} has to be ${limit}, and is ${given[key] ?? 'not given'}`));
  }
  for (const key of ['format', 'pattern'] as const)
    if (wanted[key] !== undefined && given[key] !== wanted[key])
      mismatches.push(at(path, `${key} has to be ${wanted[key]}, and is ${given[key] ?? 'not given'}`));
  return mismatches;
}

/** Whether the other kind of limit, with or without the limit itself, says as much. */
const coversLower = (given: JsonSchema, key: (typeof LOWER)[number], limit: number) =>
  (key === 'minimum' && (given.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) >= limit) ||
  (key === 'exclusiveMinimum' && (given.minimum ?? Number.NEGATIVE_INFINITY) > limit);
const coversUpper = (given: JsonSchema, key: (typeof UPPER)[number], limit: number) =>
  (key === 'maximum' && (given.exclusiveMaximum ?? Number.POSITIVE_INFINITY) <= limit) ||
  (key === 'exclusiveMaximum' && (given.maximum ?? Number.POSITIVE_INFINITY) < limit);

function isWithin(value: unknown, { pattern, format, ...bounds }: JsonSchema): boolean {
  if (typeof value === 'number')
    return (
      value >= (bounds.minimum ?? value) &&
      value <= (bounds.maximum ?? value) &&
      value > (bounds.exclusiveMinimum ?? Number.NEGATIVE_INFINITY) &&
      value < (bounds.exclusiveMaximum ?? Number.POSITIVE_INFINITY)
    );
  if (typeof value !== 'string') return true;
  const isLongEnough = value.length >= (bounds.minLength ?? 0);
  if (!isLongEnough || value.length > (bounds.maxLength ?? value.length)) return false;
  // A format comes with its pattern, unless nobody can check it here.
  return pattern === undefined ? format === undefined : new RegExp(pattern, 'u').test(value);
}

function typeOf(schema: JsonSchema): string | undefined {
  if (!Object.hasOwn(schema, 'const')) return typeof schema.type === 'string' ? schema.type : undefined;
  if (schema.const === null) return 'null';
  return Number.isInteger(schema.const) ? 'integer' : typeof schema.const;
}

/** Whether two alternatives look as if they were meant to be the same: of a kind, and told apart by nothing. */
function isSameKind(given: JsonSchema, wanted: JsonSchema | undefined, roots: Comparison): boolean {
  if (!wanted) return false;
  const one = resolveSchema(given, roots.given);
  const other = resolveSchema(wanted, roots.wanted);
  if (typeOf(one) !== typeOf(other) || typeOf(one) !== 'object') return false;
  return Object.entries(one.properties ?? {}).every(([name, property]) => {
    const counterpart = other.properties?.[name];
    const areConstants =
      counterpart && Object.hasOwn(property, 'const') && Object.hasOwn(counterpart, 'const');
    return !areConstants || same(property.const, counterpart.const);
  });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const at = (path: string, text: string) => (path === '' ? text : `${path} ${text}`);

function describe(schema: JsonSchema): string {
  if (Object.hasOwn(schema, 'const')) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((value) => JSON.stringify(value)).join(' | ');
  const branches = schema.anyOf ?? schema.oneOf;
  if (branches) return branches.map(describe).join(' | ');
  return typeof schema.type === 'string' ? schema.type : 'something else';
}
