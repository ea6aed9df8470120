import { type AnyPgColumn, getTableConfig } from 'drizzle-orm/pg-core';

/** A column of sealed texts: where it is, and what its texts were sealed as. */
export interface SealedColumn {
  table: string;
  column: string;
  /** The table's primary key. */
  key: { column: string; sqlType: string };
  context: string;
}

/**
 * Declares a column of sealed texts, so that `npm run rotate-keys` finds them.
 * @example export const sealedColumns = [sealedColumn(accountTable.email, 'account.email')];
 * @param context as the column's texts are sealed with; the same for all of them
 * @throws when the table has no primary key of one column
 */
export function sealedColumn(column: AnyPgColumn, context: string): SealedColumn {
  const { name, columns } = getTableConfig(column.table);
  const key = columns.find(({ primary }) => primary);
  if (!key) throw new Error(`The table ${name} has no primary key of one column to reseal its rows by.`);
  return {
    table: name,
    column: column.name,
    key: { column: key.name, sqlType: key.getSQLType() },
    context,
  };
}
