import { quote } from './statement.ts';

const ESCAPES: Record<string, string> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', 0: '\0' };
const PLACEHOLDER = /^\{\s*([A-Za-z_]\w*)\s*:\s*([A-Za-z][\w\s(),.'+-]*?)\s*\}/;

/** A statement names a parameter that the request does not carry, or one whose type cannot be bound. */
class ParameterError extends Error {
  readonly clickhouseCode: number;
  constructor(clickhouseCode: number, message: string) {
    super(message);
    this.clickhouseCode = clickhouseCode;
  }
}

/**
 * Replaces `{name:Type}` by typed literals. The engine can bind parameters itself, but only one statement at a time in
 * the whole process; as literals, statements of several sessions run side by side.
 * @param values `param_<name>` of the request in ClickHouse's escaped text form
 * @throws ParameterError
 */
export function bindParameters(sql: string, values: ReadonlyMap<string, string>): string {
  if (!sql.includes('{')) return sql;
  let bound = '';
  let at = 0;
  while (at < sql.length) {
    const skipped = lengthOfOpaque(sql, at);
    if (skipped > 0) {
      bound += sql.slice(at, at + skipped);
      at += skipped;
      continue;
    }
    const [whole, name, type] = sql[at] === '{' ? (PLACEHOLDER.exec(sql.slice(at, at + 400)) ?? []) : [];
    if (whole === undefined || name === undefined || type === undefined) {
      bound += sql[at];
      at += 1;
      continue;
    }
    const value = values.get(name);
    if (value === undefined)
      throw new ParameterError(456, `Substitution \`${name}\` is not set. (UNKNOWN_QUERY_PARAMETER)`);
    bound += literal(type, value);
    at += whole.length;
  }
  return bound;
}

/** Length of the string, quoted name or comment that begins here; 0 when none does. */
function lengthOfOpaque(sql: string, at: number): number {
  const first = sql[at];
  if (first === '-' && sql[at + 1] === '-') return lengthUntil(sql, at, '\n');
  if (first === '/' && sql[at + 1] === '*') return lengthUntil(sql, at, '*/');
  if (first !== "'" && first !== '`' && first !== '"') return 0;
  let end = at + 1;
  while (end < sql.length && sql[end] !== first) end += sql[end] === '\\' ? 2 : 1;
  return Math.min(end + 1, sql.length) - at;
}

function lengthUntil(sql: string, at: number, mark: string): number {
  const end = sql.indexOf(mark, at + 2);
  return (end < 0 ? sql.length : end + mark.length) - at;
}

function literal(type: string, value: string): string {
  if (type === 'Identifier')
    return `\`${unescapeText(value).replaceAll('\\', '\\\\').replaceAll('`', '\\`')}\``;
  if (/^(Map|JSON|Object|Variant|Dynamic)\b/.test(type)) {
    throw new ParameterError(
      48,
      `Parameters of type ${type} are not supported by the embedded engine. (NOT_IMPLEMENTED)`,
    );
  }
  if (value === '\\N') return `CAST(NULL, ${quote(type)})`;
  if (type === 'String') return quote(unescapeText(value));
  // Arrays and tuples carry their own quoting inside, so their outer text is taken as it is.
  const text = /^(Array|Tuple|Nested)\b/.test(type) ? value : unescapeText(value);
  return `CAST(${quote(text)}, ${quote(type)})`;
}

function unescapeText(text: string): string {
  return text.replace(/\\(.)/gs, (_, char: string) => ESCAPES[char] ?? char);
}
