import { z } from 'zod';
import { periodSchema } from './period.ts';
import { frontendNameSchema } from './release-name.ts';

/** The name under which the shell is counted, which is no frontend. */
export const SHELL = 'shell';

/** What a team asks of its frontend, or of the shell. */
export const teamFiguresInput = periodSchema.safeExtend({ frontend: frontendNameSchema });
export type TeamFiguresInput = z.infer<typeof teamFiguresInput>;

/** Visitors and sessions are counted to about two percent, and exactly while they are few. */
const usageSchema = z.object({
  pageViews: z.int(),
  visitors: z.int(),
  sessions: z.int(),
  /** Times that it could not be loaded, or that an error in it was caught by nobody. */
  failures: z.int(),
});
export type Usage = z.infer<typeof usageSchema>;

const usageDaySchema = z.object({
  day: z.iso.date(),
  pageViews: z.int(),
  failures: z.int(),
  pageViewsBefore: z.int(),
  failuresBefore: z.int(),
});
export type UsageDay = z.infer<typeof usageDaySchema>;

const versionUsageSchema = usageSchema.extend({
  version: z.string(),
  /** When it was first seen, in this period or before. */
  firstSeenAt: z.iso.datetime(),
});
export type VersionUsage = z.infer<typeof versionUsageSchema>;

export const teamUsageSchema = z.object({
  /** All that were used, the most used first; at most a hundred. */
  frontends: z.array(usageSchema.extend({ frontend: frontendNameSchema })),
  totals: usageSchema,
  /** As many days before. */
  before: usageSchema,
  byDay: z.array(usageDaySchema),
  /** The versions that were used most, newest first. */
  versions: z.array(versionUsageSchema),
  /** The first day on which anything was counted; null when there is none. */
  since: z.iso.date().nullable(),
});
export type TeamUsage = z.infer<typeof teamUsageSchema>;

/** How far sessions came that met a version: each step counts those that took it and all before it. */
const versionFunnelSchema = z.object({
  version: z.string(),
  sessions: z.int(),
  viewed: z.int(),
  addedToCart: z.int(),
  checkedOut: z.int(),
  confirmed: z.int(),
});
export type VersionFunnel = z.infer<typeof versionFunnelSchema>;

export const teamFunnelSchema = z.object({
  versions: z.array(versionFunnelSchema),
  /** One session in so many was looked at and stands for as many; 1 when all were. */
  sampledEvery: z.number(),
});
export type TeamFunnel = z.infer<typeof teamFunnelSchema>;

const failureSchema = z.object({
  kind: z.enum(['remote_failed', 'frontend_failed']),
  version: z.string(),
  /** Numbers and ids are written as `#`. */
  message: z.string(),
  failures: z.int(),
  sessions: z.int(),
  lastSeenAt: z.iso.datetime(),
});
export type Failure = z.infer<typeof failureSchema>;

/** Most frequent first. */
export const teamFailuresSchema = z.array(failureSchema);
