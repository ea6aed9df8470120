import type { Client } from './http.ts';
import type { Market } from './market.ts';

export const ADDRESS = {
  fullName: 'Bench Buyer',
  line1: '1 Measure Street',
  line2: '',
  city: 'Portland',
  region: 'OR',
  postalCode: '97205',
  country: 'US',
  phone: '',
};

/** A buyer's browser as far as HTTP goes: a cart cookie and tRPC calls straight to the BFF. */
export class Shopper {
  #cookie = '';
  readonly #client: Client;
  readonly #market: Pick<Market, 'publicUrl' | 'bffUrl'>;

  constructor(client: Client, market: Pick<Market, 'publicUrl' | 'bffUrl'>) {
    this.#client = client;
    this.#market = market;
  }

  /** Calls a mutation; throws with the answer when it is not 200. */
  async mutate<Result>(procedure: string, input?: unknown): Promise<Result> {
    const headers: Record<string, string> = { origin: this.#market.publicUrl };
    if (this.#cookie) headers.cookie = this.#cookie;
    const answer = await this.#client.send('POST', `${this.#market.bffUrl}/api/trpc/${procedure}`, {
      body: input === undefined ? '' : JSON.stringify(input),
      headers,
    });
    if (answer.status !== 200)
      throw new Error(`${procedure} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    for (const cookie of answer.headers['set-cookie'] ?? []) {
      const pair = cookie.split(';')[0] ?? '';
      if (pair.startsWith('plaza_cart=')) this.#cookie = pair;
    }
    return JSON.parse(answer.body).result.data;
  }

  /** Asks; throws with the answer when it is not 200. */
  async query<Result>(procedure: string, input: unknown): Promise<Result> {
    const search = `input=${encodeURIComponent(JSON.stringify(input))}`;
    const answer = await this.#client.send('GET', `${this.#market.bffUrl}/api/trpc/${procedure}?${search}`, {
      headers: { cookie: this.#cookie },
    });
    if (answer.status !== 200)
      throw new Error(`${procedure} answered ${answer.status}: ${answer.body.slice(0, 200)}`);
    return JSON.parse(answer.body).result.data;
  }

  /** Puts one unit in the cart and states where it goes; answers the total to pay. */
  async fillCart(variantId: string): Promise<number> {
    const added = await this.mutate<{ ok: boolean; code?: string }>('cart.addItem', {
      variantId,
      quantity: 1,
    });
    if (!added.ok) throw new Error(`cart.addItem: ${added.code}`);
    const cart = await this.mutate<{ totalMinor: number }>('cart.setDelivery', {
      email: 'bench@example.com',
      address: ADDRESS,
    });
    return cart.totalMinor;
  }

  placeOrder(shownTotalMinor: number): Promise<{ ok: boolean; code?: string; orderId: string }> {
    return this.mutate('order.place', { idempotencyKey: crypto.randomUUID(), shownTotalMinor });
  }
}
