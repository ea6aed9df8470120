import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { type Response as DatabaseAnswer, Reader } from 'mmdb-lib';
import { z } from 'zod';
import { networkOf } from './remote-address.ts';

/** Where a network address is used, as far as can be told: a disc on the globe. */
export interface Place {
  /** `Germany`. */
  label: string;
  /** ISO 3166-1, two letters. */
  country: string;
  /** Of the middle, in degrees. */
  latitude: number;
  longitude: number;
  /** So far from the middle it may be: of a disc as large as the country. */
  radiusKm: number;
}

export interface Places {
  /** Where an address is used; null for private ones, for those that nobody has, and for what is no address. */
  find(address: string): Place | null;
}

const DATABASE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';
const answerSchema = z.object({ country_code: z.string().length(2) });
const discsSchema = z.record(z.string(), z.tuple([z.number(), z.number(), z.number()]));

/**
 * Looks addresses up in a database of countries that comes with the product: some 8 MB of memory, microseconds a look,
 * and nobody is told who visits. The files are read at the first look.
 */
export function createPlaces(): Places {
  const names = new Intl.DisplayNames(['en'], { type: 'region' });
  let loaded: ReturnType<typeof load> | undefined;
  return {
    find: (address) => {
      // An IPv4 address in the clothes of IPv6 counts as what it is.
      const bare = address.includes('.') ? networkOf(address) : address;
      if (isIP(bare) === 0 || NOBODYS.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6')) return null;
      loaded ??= load();
      const answer = answerSchema.safeParse(loaded.reader.get(bare));
      if (!answer.success) return null;
      const country = answer.data.country_code;
      const disc = loaded.discs[country];
      if (!disc) return null;
      const [latitude, longitude, radiusKm] = disc;
      return { label: names.of(country) ?? country, country, latitude, longitude, radiusKm };
    },
  };
}

/** Private, local and documentary networks, of which the database says this and that. */
const NOBODYS = new BlockList();
const NOBODYS_IPV4 =
  '0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.2.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/3';
for (const range of NOBODYS_IPV4.split(' ')) {
  const [network = '', bits] = range.split('/');
  NOBODYS.addSubnet(network, Number(bits), 'ipv4');
}
NOBODYS.addSubnet('::', 127, 'ipv6');
NOBODYS.addSubnet('fc00::', 7, 'ipv6');
NOBODYS.addSubnet('fe80::', 10, 'ipv6');
NOBODYS.addSubnet('2001:db8::', 32, 'ipv6');

function load() {
  const require = createRequire(import.meta.url);
  const discs: unknown = JSON.parse(readFileSync(require.resolve('#data/country-discs.json'), 'utf8'));
  return {
    reader: new Reader<DatabaseAnswer>(readFileSync(require.resolve(DATABASE))),
    discs: discsSchema.parse(discs),
  };
}
