export { rolledBackMail } from './guard/rolled-back.mail.ts';
export { watchCanaries } from './guard/watch-canaries.ts';
export { serveInternalReleases } from './internal-releases.http.ts';
export { serveReleases } from './release.http.ts';
export { releaseRouter } from './release.router.ts';
export { removeExpiredTokens } from './release-tokens.ts';
