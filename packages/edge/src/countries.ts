import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { BlockList, isIP, isIPv4 } from 'node:net';
import { type Response as DatabaseAnswer, Reader } from 'mmdb-lib';
import { z } from 'zod';
import { networkOf } from './remote-address.ts';

export interface Countries {
  /**
   * The country in which an address is used, ISO 3166-1 in two letters; null for private ones, for those that nobody
   * has, and for what is no address.
   */
  find(address: string): string | null;
}

const DATABASE = '@ip-location-db/geo-whois-asn-country-mmdb/geo-whois-asn-country.mmdb';
const answerSchema = z.object({ country_code: z.string().length(2) });

/**
 * Looks addresses up in a database of countries that comes with the product: some 8 MB of memory, microseconds a look,
 * and nobody is told who visits. The file is read at the first look.
 */
export function createCountries(): Countries {
  let reader: Reader<DatabaseAnswer> | undefined;
  return {
    find(address) {
      // An IPv4 address in the clothes of IPv6 counts as what it is.
      const bare = address.includes('.') ? networkOf(address) : address;
      if (isIP(bare) === 0 || NOBODYS.check(bare, isIPv4(bare) ? 'ipv4' : 'ipv6')) return null;
      reader ??= new Reader(readFileSync(createRequire(import.meta.url).resolve(DATABASE)));
      const answer = answerSchema.safeParse(reader.get(bare));
      return answer.success ? answer.data.country_code : null;
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
