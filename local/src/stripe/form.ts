import { z } from 'zod';
import { StripeError } from './stripe-error.ts';

const MAX_FIELDS = 2_000;
const MAX_DEPTH = 6;
const MAX_INDEX = 500;

/** A decoded form: text, lists and records of text. */
export type FormValue = string | FormValue[] | { [name: string]: FormValue };

/**
 * Decodes the bracket notation of form bodies and query strings: `a[b][0][c]=x` → `{ a: { b: [{ c: 'x' }] } }`.
 * @throws StripeError on a nesting or a size that no real call has
 */
export function decodeForm(text: string): Record<string, FormValue> {
  const fields = [...new URLSearchParams(text)];
  if (fields.length > MAX_FIELDS)
    throw new StripeError(400, `Too many parameters: the limit is ${MAX_FIELDS}.`);
  const root = new Map<string, Node>();
  for (const [name, value] of fields) {
    const path = splitName(name);
    if (path.length > MAX_DEPTH) throw new StripeError(400, `Invalid parameter name: ${name.slice(0, 100)}`);
    insert(root, path, value, name);
  }
  return Object.fromEntries([...root].map(([key, node]) => [key, toValue(node)]));
}

type Node = string | Map<string, Node>;

function splitName(name: string): string[] {
  const open = name.indexOf('[');
  if (open <= 0 || !name.endsWith(']')) return [name];
  return [name.slice(0, open), ...name.slice(open + 1, -1).split('][')];
}

function insert(into: Map<string, Node>, path: string[], value: string, name: string): void {
  const [first, ...rest] = path;
  if (first === undefined) return;
  // `list[]=a&list[]=b` counts up.
  const key = first === '' ? String(into.size) : first;
  if (rest.length === 0) {
    into.set(key, value);
    return;
  }
  const existing = into.get(key) ?? new Map<string, Node>();
  if (typeof existing === 'string')
    throw new StripeError(400, `Invalid parameter name: ${name.slice(0, 100)}`);
  into.set(key, existing);
  insert(existing, rest, value, name);
}

function toValue(node: Node): FormValue {
  if (typeof node === 'string') return node;
  const entries = [...node].map(([key, child]): [string, FormValue] => [key, toValue(child)]);
  const isList =
    entries.length > 0 && entries.every(([key]) => /^\d{1,3}$/.test(key) && Number(key) < MAX_INDEX);
  if (!isList) return Object.fromEntries(entries);
  return entries.sort(([a], [b]) => Number(a) - Number(b)).map(([, child]) => child);
}

/** An integer in a form. */
export const formInteger = z
  .string()
  .regex(/^-?\d{1,15}$/, 'Invalid integer')
  .transform(Number);

/** Up to 50 short texts by short names; an empty value takes a name away, as in Stripe's API. */
export const formMetadata = z
  .record(z.string().max(40), z.string().max(500))
  .refine((metadata) => Object.keys(metadata).length <= 50, 'Metadata can have up to 50 keys');

/**
 * Parses the parameters of a call.
 * @throws StripeError that names the parameter, in Stripe's notation
 */
export function parseForm<T>(schema: z.ZodType<T>, form: Record<string, FormValue>): T {
  const parsed = schema.safeParse(form);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (!issue) throw new StripeError(400, 'Invalid request.');
  const param = bracketed(issue.path);
  if (issue.code === 'unrecognized_keys') {
    const unknown = bracketed([...issue.path, issue.keys[0] ?? '']);
    throw new StripeError(400, `Received unknown parameter: ${unknown}`, {
      code: 'parameter_unknown',
      param: unknown,
    });
  }
  if (issue.code === 'invalid_type' && valueAt(form, issue.path) === undefined) {
    throw new StripeError(400, `Missing required param: ${param}.`, { code: 'parameter_missing', param });
  }
  throw new StripeError(400, `Invalid ${param}: ${issue.message}`, { code: 'parameter_invalid', param });
}

function valueAt(form: FormValue, path: PropertyKey[]): FormValue | undefined {
  let value: FormValue | undefined = form;
  for (const key of path) {
    if (value === undefined || typeof value === 'string') return undefined;
    value = Array.isArray(value) ? value[Number(key)] : value[String(key)];
  }
  return value;
}

function bracketed(path: PropertyKey[]): string {
  const [first = '', ...rest] = path.map(String);
  return first + rest.map((part) => `[${part}]`).join('');
}
