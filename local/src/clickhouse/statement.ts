/** Where a statement may run: in a session for reading, or in one of the few that change something. */
export type StatementKind = 'read' | 'write';

/** The parts of `INSERT INTO t (a, b) SETTINGS … FORMAT F`, when the data itself comes apart from it. */
export interface InsertHead {
  table: string;
  columns: string[] | undefined;
  format: string;
}

const READING = /^(select|with|show|describe|desc|exists|explain)\b/i;
const INSERT = /^insert\s+into\b/i;
const PLAIN_INSERT = /^insert\s+into\s+(?:table\s+)?([\w.]+)\s*(?:\(([\w\s,]*)\))?\s*format\s+(\w+)\s*$/i;
const INSERT_FORMAT = /\bformat\s+\w+\s*$/i;
const INSERT_BODY = /\b(?:format|values|select|with)\b/i;

/** @returns the statement without comments and blanks before it and without semicolons after it. */
export function trimStatement(sql: string): string {
  return sql.replace(/^(?:\s+|--[^\n]*(?:\n|$)|\/\*[\s\S]*?\*\/)+/, '').replace(/[\s;]+$/, '');
}

/** @param statement trimmed */
export function kindOf(statement: string): StatementKind {
  return READING.test(statement) ? 'read' : 'write';
}

/** @param statement trimmed */
export function isInsert(statement: string): boolean {
  return INSERT.test(statement);
}

/** @returns the parts of a plain insert that the engine can take with its payload as bytes, else undefined. */
export function parsePlainInsert(statement: string): InsertHead | undefined {
  const match = PLAIN_INSERT.exec(statement);
  const [, table, columns, format] = match ?? [];
  if (table === undefined || format === undefined) return undefined;
  const names = columns?.split(',').map((name) => name.trim());
  return { table, columns: names, format };
}

/**
 * Puts settings into the statement itself, the one place where they cannot stick to a later statement of the session.
 * An insert wants them before its format or its data, everything else at its end.
 */
export function withSettings(statement: string, settings: ReadonlyMap<string, string>): string {
  if (settings.size === 0) return statement;
  const list = [...settings].map(([name, value]) => `${name}=${quote(value)}`).join(', ');
  if (!isInsert(statement)) return `${statement}\nSETTINGS ${list}`;
  const at = statement.search(INSERT_FORMAT.test(statement) ? INSERT_FORMAT : INSERT_BODY);
  if (at < 0) return `${statement} SETTINGS ${list}`;
  return `${statement.slice(0, at)}SETTINGS ${list} ${statement.slice(at)}`;
}

/** A string literal of ClickHouse's SQL. */
export function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'").replaceAll('\0', '\\0')}'`;
}
