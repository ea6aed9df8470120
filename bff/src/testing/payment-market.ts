import { createTestDatabase, createTestStripe, type TestStripe } from '@plaza/testing';
import { openTestMarket, TestClock, type TestMarket } from './test-market.ts';

/** A market on a database of its own, with a payment provider and a clock that both of them follow. */
export interface PaymentMarket {
  market: TestMarket;
  stripe: TestStripe;
  clock: TestClock;
  seller: Awaited<ReturnType<TestMarket['addSeller']>>;
  databaseUrl: string;
  close(): Promise<void>;
}

/** @param options.smtpUrl where mails go; they wait when there is none */
export async function openPaymentMarket(options: { smtpUrl?: string } = {}): Promise<PaymentMarket> {
  const clock = new TestClock();
  const [database, stripe] = await Promise.all([
    createTestDatabase(),
    createTestStripe({ clock: () => clock.now().getTime() }),
  ]);
  const market = await openTestMarket({ databaseUrl: database.url, clock, stripe, ...options });
  return {
    market,
    stripe,
    clock,
    seller: await market.addSeller(),
    databaseUrl: database.url,
    close: async () => {
      await market.services.close();
      await Promise.all([database.drop(), stripe.drop()]);
    },
  };
}
