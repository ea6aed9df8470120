import type { AuditInput } from '../audit/public.ts';

/** The release command, the guard, the supervisor; the history shows what it calls itself. */
export interface Program {
  kind: 'program';
  name: string;
  /** Of the release token that it acts by. */
  tokenId: string | null;
}
/** Who changes what visitors get: somebody of the staff, or a program. */
export type ReleaseActor = Program | { kind: 'person'; accountId: string };

/** Actor, reason and details as the audit log takes them. A program is named by its token: names are made by people. */
export const auditPart = (by: ReleaseActor, reason: string, details: NonNullable<AuditInput['details']>) =>
  by.kind === 'person'
    ? ({ actor: { kind: 'admin', accountId: by.accountId }, reason, details } as const)
    : ({
        actor: { kind: 'system', accountId: null },
        reason,
        details: { ...details, tokenId: by.tokenId },
      } as const);
