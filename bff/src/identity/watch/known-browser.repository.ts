import { z } from 'zod';
import type { Place } from '../../platform/places.ts';
import { momentSchema, parseRows, type Query } from '../../platform/query.ts';

const lastPlaceSchema = z.object({ latitude: z.number(), longitude: z.number(), radiusKm: z.number() });
const browserSchema = z.object({
  tokenHash: z.string(),
  countries: z.array(z.string()),
  lastPlace: lastPlaceSchema.nullable(),
  lastSeenAt: momentSchema,
  expiresAt: momentSchema,
  revokedAt: momentSchema.nullable(),
});
export type KnownBrowser = z.output<typeof browserSchema>;
const foundSchema = z.object({ browser: browserSchema });

/** Browsers in which an account was used, the disowned ones too, the latest first. */
export async function listBrowsers(query: Query, accountId: string): Promise<KnownBrowser[]> {
  const rows = await query`
    select jsonb_build_object('tokenHash', token_hash, 'countries', countries, 'lastSeenAt', last_seen_at,
      'expiresAt', expires_at, 'revokedAt', revoked_at, 'lastPlace', case when latitude is null then null
        else jsonb_build_object('latitude', latitude, 'longitude', longitude, 'radiusKm', radius_km) end) as browser
    from known_browser where account_id = ${accountId} order by last_seen_at desc limit 100`;
  return parseRows(foundSchema, rows).map(({ browser }) => browser);
}

/** Whether a browser is known for the account of an address. Asks the same of every address. */
export async function isBrowserKnown(
  query: Query,
  input: { emailIndex: string; tokenHash: string; now: Date },
): Promise<boolean> {
  const rows = await query`
    select from known_browser b join account a on a.id = b.account_id
    where b.token_hash = ${input.tokenHash} and a.email_index = ${input.emailIndex} and b.revoked_at is null
      and b.expires_at > ${input.now.toISOString()}::timestamptz`;
  return rows.length > 0;
}

/** Whether a cookie was given out by us and nobody has disowned it. */
export async function isTokenOurs(query: Query, tokenHash: string): Promise<boolean> {
  const rows = await query`
    select bool_and(revoked_at is null) as ours from known_browser where token_hash = ${tokenHash}`;
  return parseRows(z.object({ ours: z.boolean().nullable() }), rows)[0]?.ours === true;
}

interface Seen {
  accountId: string;
  tokenHash: string;
  place: Place | null;
  now: Date;
  expiresAt: Date;
}
const MAX_BROWSERS = 30;

/** Takes note that an account is used in a browser. Of those that are known, the latest are kept. */
export async function saveBrowser(
  query: Query,
  { accountId, tokenHash, place, now, expiresAt }: Seen,
): Promise<void> {
  const at = now.toISOString();
  await query`
    insert into known_browser as b (account_id, token_hash, countries, latitude, longitude, radius_km, first_seen_at,
      last_seen_at, expires_at)
    values (${accountId}, ${tokenHash}, ${place ? [place.country] : []}::text[], ${place?.latitude ?? null},
      ${place?.longitude ?? null}, ${place?.radiusKm ?? null}, ${at}::timestamptz, ${at}::timestamptz,
      ${expiresAt.toISOString()}::timestamptz)
    on conflict (account_id, token_hash) do update set
      countries = case when excluded.countries <@ b.countries or cardinality(b.countries) >= 50 then b.countries
        else b.countries || excluded.countries end,
      latitude = excluded.latitude, longitude = excluded.longitude, radius_km = excluded.radius_km,
      last_seen_at = excluded.last_seen_at, expires_at = excluded.expires_at`;
  await query`
    delete from known_browser where account_id = ${accountId} and token_hash in (
      select token_hash from known_browser where account_id = ${accountId}
      order by last_seen_at desc offset ${MAX_BROWSERS})`;
}

/** None of the browsers of an account is known from now on. */
export async function disownBrowsers(query: Query, accountId: string, now: Date): Promise<void> {
  await query`
    update known_browser set revoked_at = ${now.toISOString()}::timestamptz
    where account_id = ${accountId} and revoked_at is null`;
}

/** Expired ones are kept a while, so that an account that was long away is not taken for a new one. */
export async function deleteExpiredBrowsers(query: Query, now: Date): Promise<void> {
  await query`
    delete from known_browser where expires_at <= ${now.toISOString()}::timestamptz - interval '30 days'`;
}
