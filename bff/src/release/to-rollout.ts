import { type Account, type GuardReport, guardReportSchema, type Rollout } from '@plaza/contracts';
import { z } from 'zod';
import type { RolloutRecord } from './rollout.repository.ts';

const WAITING: GuardReport = { state: 'waiting', judgedUntil: null, findings: [] };
const guardStateSchema = z.object({ report: guardReportSchema });

/** A rollout as somebody who works on frontends sees it. */
export function toRollout({ canary, ...record }: RolloutRecord, { roles }: Pick<Account, 'roles'>): Rollout {
  const isOwn = record.isOwn || roles.includes('admin');
  if (!canary) return { ...record, isOwn, canary: null };
  const { guardState, ...running } = canary;
  const guard = guardStateSchema.safeParse(guardState).data?.report ?? WAITING;
  return { ...record, isOwn, canary: { ...running, guard } };
}
