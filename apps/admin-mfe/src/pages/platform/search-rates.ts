/** Which share of searches found nothing; null without any. */
export const emptyRate = (sum: { searches: number; emptySearches: number }): number | null =>
  sum.searches === 0 ? null : sum.emptySearches / sum.searches;

/** In which share of searches a result was opened; null without any. Both counts are estimates, so that it may reach over 1. */
export const clickRate = (sum: { searched: number; clicked: number }): number | null =>
  sum.searched === 0 ? null : Math.min(1, sum.clicked / sum.searched);
