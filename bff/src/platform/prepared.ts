import type { Db } from './db.ts';

/**
 * A statement that is built and prepared once per database and then only bound: several times cheaper than building it
 * anew. For hot statements outside of transactions.
 * @example const byId = prepared((db) => db.select().from(t).where(eq(t.id, sql.placeholder('id'))).prepare('by_id'));
 */
export function prepared<Statement>(build: (db: Db) => Statement): (db: Db) => Statement {
  const built = new WeakMap<Db, Statement>();
  return (db) => {
    const known = built.get(db);
    if (known !== undefined) return known;
    const statement = build(db);
    built.set(db, statement);
    return statement;
  };
}
