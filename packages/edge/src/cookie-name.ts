/**
 * Name of a cookie of ours. Where visitors come by https it begins with `__Host-`: browsers take such a cookie only from
 * this very host, over https and for all paths, so that no sister domain and nobody on the line can plant one. It must be
 * sent with `Secure`, `Path=/` and without `Domain`.
 */
export const cookieName = (base: string, isSecure: boolean): string => (isSecure ? `__Host-${base}` : base);
