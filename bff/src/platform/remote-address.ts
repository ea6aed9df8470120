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
