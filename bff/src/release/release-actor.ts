/** Who changes what visitors get: somebody of the staff, or a program. */
export type ReleaseActor =
  | { kind: 'person'; accountId: string }
  /** The release command or the guard; the history shows what it calls itself. */
  | { kind: 'program'; name: string; tokenId: string | null };

/** The actor and the reason, as the audit log takes them: of people it wants one. */
export const auditPart = (by: ReleaseActor, reason: string) =>
  by.kind === 'person'
    ? ({ actor: { kind: 'admin', accountId: by.accountId }, reason } as const)
    : ({ actor: { kind: 'system', accountId: null }, reason } as const);
