import {
  type AlertKind,
  type AlertStatus,
  alertKindSchema,
  alertSeveritySchema,
  alertStatusSchema,
  idSchema,
  newId,
} from '@plaza/contracts';
import { z } from 'zod';
import { momentSchema, parseRows, type Query, toJson } from '../../platform/query.ts';
import type { Finding } from './detection.ts';

const alertSchema = z.object({
  id: idSchema,
  kind: alertKindSchema,
  severity: alertSeveritySchema,
  status: alertStatusSchema,
  subjectKind: z.enum(['account', 'network', 'market']),
  subjectKey: z.string(),
  /** Sealed. */
  network: z.string().nullable(),
  evidence: z.record(z.string(), z.union([z.number(), z.string()])),
  firstSeenAt: momentSchema,
  lastSeenAt: momentSchema,
  handledBy: idSchema.nullable(),
  handledAt: momentSchema.nullable(),
  handledReason: z.string().nullable(),
});
export type AlertRecord = z.output<typeof alertSchema>;
const foundSchema = z.object({ alert: alertSchema });

const alertJson = (query: Query) => query`
  jsonb_build_object('id', id, 'kind', kind, 'severity', severity, 'status', status, 'subjectKind', subject_kind,
    'subjectKey', subject_key, 'network', network, 'evidence', evidence, 'firstSeenAt', first_seen_at,
    'lastSeenAt', last_seen_at, 'handledBy', handled_by, 'handledAt', handled_at, 'handledReason', handled_reason)`;

/** One alert while it goes on: the first time it is raised, then brought up to date. */
export async function upsertAlert(
  query: Query,
  input: Finding & Pick<AlertRecord, 'subjectKind' | 'subjectKey' | 'network'> & { at: Date },
): Promise<void> {
  const at = input.at.toISOString();
  await query`
    insert into security_alert as a (id, kind, severity, subject_kind, subject_key, network, evidence, first_seen_at,
      last_seen_at)
    values (${newId()}, ${input.kind}, ${input.severity}, ${input.subjectKind}, ${input.subjectKey}, ${input.network},
      ${toJson(input.evidence)}::jsonb, ${at}::timestamptz, ${at}::timestamptz)
    on conflict (kind, subject_key) where status <> 'closed' do update set
      last_seen_at = excluded.last_seen_at, evidence = excluded.evidence,
      severity = case when a.severity = 'high' then a.severity else excluded.severity end`;
}

interface AlertFilter {
  status: AlertStatus | undefined;
  kind: AlertKind | undefined;
  olderThan: string | undefined;
  newerThan: string | undefined;
  limit: number;
}
/** Newest first, or oldest first after `newerThan`. */
export async function findAlerts(query: Query, filter: AlertFilter): Promise<AlertRecord[]> {
  const { status = null, kind = null, olderThan = null, newerThan = null, limit } = filter;
  const rows = await query`
    select ${alertJson(query)} as alert from security_alert
    where (${status}::text is null or status = ${status}) and (${kind}::text is null or kind = ${kind})
      and (${olderThan}::uuid is null or id < ${olderThan}::uuid)
      and (${newerThan}::uuid is null or id > ${newerThan}::uuid)
    order by id ${newerThan === null ? query`desc` : query`asc`}
    limit ${limit}`;
  return parseRows(foundSchema, rows).map(({ alert }) => alert);
}

export async function findAlert(query: Query, alertId: string): Promise<AlertRecord | null> {
  const rows = await query`select ${alertJson(query)} as alert from security_alert where id = ${alertId}`;
  return parseRows(foundSchema, rows)[0]?.alert ?? null;
}

export async function countOpenAlerts(query: Query): Promise<number> {
  const rows = await query`select count(*)::int as count from security_alert where status = 'open'`;
  return parseRows(z.object({ count: z.int() }), rows)[0]?.count ?? 0;
}

/** Moves an alert on; false when it is not in one of these states. */
export async function setAlertStatus(
  query: Query,
  input: {
    alertId: string;
    from: readonly AlertStatus[];
    to: AlertStatus;
    handledBy: string;
    reason: string;
    at: Date;
  },
): Promise<boolean> {
  const rows = await query`
    update security_alert set status = ${input.to}, handled_by = ${input.handledBy}, handled_reason = ${input.reason},
      handled_at = ${input.at.toISOString()}::timestamptz
    where id = ${input.alertId} and status = any(${[...input.from]})
    returning id`;
  return rows.length > 0;
}
