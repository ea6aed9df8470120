import { isIPv4, isIPv6 } from 'node:net';

/**
 * What limits count an address as: itself or, with IPv6, its network, of which one household has 2^64 addresses. What is
 * no address counts as what it is.
 */
export function networkOf(address: string): string {
  if (!isIPv6(address)) return address;
  // `::` stands for as many groups of zeros as are missing.
  const [before = '', after] = address.split('::');
  const head = before === '' ? [] : before.split(':');
  const tail = after === undefined || after === '' ? [] : after.split(':');
  const groupsOfTail = tail.reduce((count, group) => count + (group.includes('.') ? 2 : 1), 0);
  const isMapped = before === '' && tail[0]?.toLowerCase() === 'ffff' && tail[1]?.includes('.');
  if (isMapped) return tail[1] ?? address;
  const zeros = Array.from({ length: Math.max(0, 8 - head.length - groupsOfTail) }, () => '0');
  const groups = after === undefined ? head : [...head, ...zeros, ...tail];
  const network = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${network.join(':')}::/64`;
}

/**
 * The address of the visitor behind `trustedProxies` proxies of ours, each of which appends what it saw to
 * `X-Forwarded-For`. Entries further left are the visitor's own claim and are not believed.
 */
export function remoteAddressOf(
  forwardedFor: string | undefined,
  socketAddress: string | undefined,
  trustedProxies: number,
): string {
  const seen = forwardedFor?.split(',').map((entry) => entry.trim()) ?? [];
  const address = seen.at(-trustedProxies) ?? seen[0];
  return address !== undefined && address !== '' && trustedProxies > 0
    ? address
    : (socketAddress ?? 'unknown');
}

/** An address with its neighbours, who are often the same people: 256 addresses of IPv4, one network of IPv6. */
export function neighbourhoodOf(address: string): string {
  const network = networkOf(address);
  return isIPv4(network) ? network.replace(/\.\d+$/, '.0/24') : network;
}
