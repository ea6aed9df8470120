import { createHash } from 'node:crypto';

/** How a policy names an inline script or style by what it holds. */
export const contentHash = (content: string): string =>
  `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
