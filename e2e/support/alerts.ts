import { market } from './market.ts';

/** Tries a dozen accounts from one network, which the watch takes for stuffing. @param network `198.51.100` */
export async function tryManyAccounts(network: string): Promise<void> {
  for (let host = 1; host <= 12; host += 1)
    await fetch(`${market.bffUrl}/api/trpc/identity.signIn`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        origin: market.publicUrl,
        'x-forwarded-for': `${network}.${host}`,
      },
      body: JSON.stringify({ email: `${crypto.randomUUID()}@plaza.test`, password: 'a leaked password' }),
    });
}
