import postgres from 'postgres';

const UNIQUE_VIOLATION = '23505';

/** Whether a statement failed because a row with that key exists already. Looks through the builder's wrapping. */
export function isUniqueViolation(error: unknown, constraint: string): boolean {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return (
    cause instanceof postgres.PostgresError &&
    cause.code === UNIQUE_VIOLATION &&
    cause.constraint_name === constraint
  );
}
