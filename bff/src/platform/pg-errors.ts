import postgres from 'postgres';

const UNIQUE_VIOLATION = '23505';
/** A NUL, which is a character of JavaScript and JSON, and none of PostgreSQL's `text` and `jsonb`. */
const UNSTORABLE_TEXT = ['22021', '22P05'];

/** Whether a statement failed because a row with that key exists already. Looks through the builder's wrapping. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return (
    cause instanceof postgres.PostgresError &&
    cause.code === UNIQUE_VIOLATION &&
    cause.constraint_name === constraint
  );
}

/** Whether a statement failed because of a character that PostgreSQL's texts do not have: the mistake of whoever sent it. */
export const isUnstorableText = (error: unknown): boolean =>
  error instanceof postgres.PostgresError && UNSTORABLE_TEXT.includes(error.code);
