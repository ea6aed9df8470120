const FIRST_SECONDS = 0.05;
const MAX_SECONDS = 1;

/**
 * How long a pool of database connections waits before it tries again, in seconds. The driver's own wait grows to twenty
 * seconds with the failures of all connections together: a pool that met a restart for a moment would stay away long after
 * the database is back.
 * @param failures attempts in a row that have failed, of the whole pool
 */
export const reconnectDelay = (failures: number): number =>
  (0.5 + Math.random() / 2) * Math.min(MAX_SECONDS, FIRST_SECONDS * 2 ** failures);
