import { createClient } from './http.ts';
import type { Market } from './market.ts';

/** Signs in to a demo account. @returns the session's cookie */
export async function signIn(market: Market, email: string): Promise<string> {
  const client = createClient(1);
  const answer = await client.send('POST', `${market.bffUrl}/api/trpc/identity.signIn`, {
    body: JSON.stringify({ email, password: 'plaza-demo-2026' }),
    headers: { origin: market.publicUrl },
  });
  client.close();
  const cookies = answer.headers['set-cookie'] ?? [];
  const session = cookies.find((header) => header.includes('plaza_session='))?.split(';')[0];
  if (!session) throw new Error(`Signing in answered ${answer.status}: ${answer.body.slice(0, 200)}`);
  return session;
}
