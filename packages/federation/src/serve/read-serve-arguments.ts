import { parseArgs } from 'node:util';
import { z } from 'zod';

export const USAGE = `npm run serve -- <frontend> [--shop https://plaza.example] [--port 5190]

  --shop   the market that shows it; without, the one that PLAZA_URL names or that runs on this machine
  --port   of this machine, where the page looks for the build`;

export interface ServeArguments {
  frontend: string;
  /** Origin of a market, or undefined for the one that is known already. */
  shop: string | undefined;
  port: number;
}

const DEFAULT_PORT = '5190';
const portSchema = z.coerce.number().int().min(1_024).max(65_535);
const shopSchema = z.url({ protocol: /^https?$/ }).transform((url) => new URL(url).origin);

/**
 * @param frontends names that there are
 * @throws one line that says what is wrong
 */
export function readServeArguments(args: string[], frontends: readonly string[]): ServeArguments {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: { shop: { type: 'string' }, port: { type: 'string', default: DEFAULT_PORT } },
  });
  const frontend = positionals[0]?.replace(/-mfe$/, '');
  if (positionals.length !== 1 || !frontend || !frontends.includes(frontend))
    throw new Error(`Name one frontend: ${frontends.map((name) => `${name}-mfe`).join(', ')}.`);
  const shop = shopSchema.optional().safeParse(values.shop);
  if (!shop.success) throw new Error('--shop takes an address such as https://plaza.example.');
  const port = portSchema.safeParse(values.port);
  if (!port.success) throw new Error('--port takes a number from 1024 to 65535.');
  return { frontend, shop: shop.data, port: port.data };
}
