export type { ChangeOutcome } from './change-rollout.ts';
export { serveInternalReleases } from './internal-releases.http.ts';
export { serveReleases } from './release.http.ts';
export { releaseRouter } from './release.router.ts';
export { removeExpiredTokens } from './release-tokens.ts';
export { listTrials, rollBackAsGuard, saveGuardState, type Trial } from './trials.ts';
