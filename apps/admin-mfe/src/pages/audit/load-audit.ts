import { auditActionSchema, idSchema } from '@plaza/contracts';
import type { LoaderInput, LoaderResult } from '@plaza/federation/remote';
import { type AuditLog, fetchAudit } from '../../shared/fetch-audit.ts';
import { type Denied, loadForStaff } from '../../shared/load-for-staff.ts';

const PAGE_SIZE = 25;

/** The list as the address asks for it: `action`, `actor`, `subject`, `before`. */
export function auditInput(search: Readonly<Record<string, string>>) {
  const action = auditActionSchema.safeParse(search.action);
  const actor = idSchema.safeParse(search.actor);
  const subjectId = (search.subject ?? '').trim().slice(0, 100);
  const cursor = Number(search.before);
  return {
    pageSize: PAGE_SIZE,
    ...(action.success && { action: action.data }),
    ...(actor.success && { actorAccountId: actor.data }),
    ...(subjectId !== '' && { subjectId }),
    ...(Number.isSafeInteger(cursor) && cursor >= 1 && { cursor }),
  };
}

/** A page of the audit log; or why there is nothing to see. */
export type AuditData = { log: AuditLog } | Denied;

export const loadAudit = ({ api, search }: LoaderInput): LoaderResult<AuditData> =>
  loadForStaff(async () => ({ log: await fetchAudit(api, auditInput(search)) }));
