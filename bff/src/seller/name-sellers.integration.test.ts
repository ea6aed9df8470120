import { newId } from '@plaza/contracts';
import { createTestDatabase, type TestDatabase } from '@plaza/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openTestMarket, TestClock, type TestMarket } from '../testing/test-market.ts';

let database: TestDatabase;
let market: TestMarket;

beforeAll(async () => {
  database = await createTestDatabase();
  market = await openTestMarket({ databaseUrl: database.url, clock: new TestClock() });
});
afterAll(async () => {
  await market.services.close();
  await database.drop();
});

describe('names of stores', () => {
  it('are told to the staff, of those that exist', async () => {
    const store = await market.addSeller();
    const support = await market.addAccount('Sue Support', ['buyer', 'support']);
    expect(await market.visit(support).seller.names({ sellerIds: [store.id, newId()] })).toEqual([
      { id: store.id, slug: store.slug, name: expect.any(String) },
    ]);
  });
});
