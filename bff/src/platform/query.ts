import type postgres from 'postgres';
import { z } from 'zod';

/**
 * The driver's pool or one of its transactions. Statements written with it are prepared once a connection, which
 * the builder's are not: repositories use it where a statement joins, locks or is hot.
 */
export type Query = postgres.ISql;

/** Rows as what the schema says they are. A difference is a bug in a statement, and throws. */
export const parseRows = <Schema extends z.ZodType>(
  schema: Schema,
  rows: readonly unknown[],
): z.output<Schema>[] => rows.map((row) => schema.parse(row));

/** A moment as PostgreSQL writes it into JSON. */
export const momentSchema = z.string().transform((text) => new Date(text));

/** A value as a parameter that is cast `::jsonb`. */
export const toJson = (value: unknown): string => JSON.stringify(value);
