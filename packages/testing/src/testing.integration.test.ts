import postgres from 'postgres';
import { describe, expect, it } from 'vitest';
import { createTestClickHouse, createTestDatabase, createTestRedis } from './index.ts';

describe('a test database', () => {
  it('is empty, its own, and gone after drop', async () => {
    const [one, two] = await Promise.all([createTestDatabase(), createTestDatabase()]);
    const sql = postgres(one.url, { max: 1 });
    await sql`create table t (id int)`;
    const other = postgres(two.url, { max: 1 });
    await expect(other`select * from t`).rejects.toMatchObject({ code: '42P01' });
    await other.end();
    await Promise.all([one.drop(), two.drop()]);
    await expect(sql`select 1`).rejects.toThrow();
    await sql.end();
  });
});

describe('a test ClickHouse', () => {
  it('has a database of its own', async () => {
    const store = await createTestClickHouse();
    const found = await fetch(`${store.url}/?database=${store.database}&query=select+currentDatabase()`);
    expect((await found.text()).trim()).toBe(store.database);
    await store.drop();
  });
});

describe('a test Redis', () => {
  it('starts, and is gone after drop', async () => {
    const redis = await createTestRedis();
    expect(redis.url).toMatch(/^redis:\/\/127\.0\.0\.1:\d+$/);
    await redis.drop();
  });
});
