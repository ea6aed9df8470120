import type { Account } from '@plaza/contracts';
import { paths } from '@plaza/navigation/paths';
import { z } from 'zod';
import { appendAudit } from '../../audit/public.ts';
import { defineMail, queueMail } from '../../notification/public.ts';
import type { Query } from '../../platform/query.ts';
import type { Services } from '../../platform/services.ts';
import { absolute, formatMoment, momentText } from '../mails/mail-parts.ts';
import { hashToken, newToken } from '../tokens.ts';
import type { FactorRecord } from './factor.repository.ts';
import { messages } from './messages.ts';

const changeSchema = z.object({
  at: momentText,
  change: z.discriminatedUnion('what', [
    z.object({
      what: z.enum(['added', 'removed']),
      kind: z.enum(['passkey', 'totp', 'email_code', 'sms_code']),
    }),
    z.object({ what: z.literal('codes_made') }),
    z.object({ what: z.literal('code_used'), left: z.int() }),
  ]),
});
type Change = z.output<typeof changeSchema>['change'];

/** To the owner, whenever what an account is confirmed by changes. */
export const factorChangedMail = defineMail({
  name: 'factor-changed',
  data: changeSchema,
  isUrgent: true,
  compose: (services, { at, change }) => {
    const { subject, preview, heading, intro } = wordsOf(change, formatMoment(at));
    return {
      subject,
      preview,
      heading,
      blocks: [
        { kind: 'text', text: intro },
        { kind: 'notice', text: messages.notice },
        { kind: 'link', label: messages.button, href: absolute(services, paths.accountSecurity()) },
      ],
      reason: messages.reason,
    };
  },
});

function wordsOf(change: Change, when: string) {
  switch (change.what) {
    case 'codes_made':
      return { ...messages.codesMade, intro: messages.codesMade.intro(when) };
    case 'code_used': {
      const { subject, preview, heading, intro } = messages.codeUsed;
      return { subject, preview: preview(change.left), heading, intro: intro(change.left, when) };
    }
    default: {
      const { subject, preview, heading, intro } = messages[change.what];
      return { subject: subject(change.kind), preview, heading, intro: intro(change.kind, when) };
    }
  }
}

const queueNotice = (tx: Query, account: Account, change: Change, now: Date): Promise<void> =>
  queueMail(tx, factorChangedMail, {
    to: account.email,
    data: { at: now.toISOString(), change },
    dedupeKey: hashToken(newToken()),
    now,
  });

/** Tells the owner, and the audit log, of a second proof that came or went. The last statement of its transaction. */
export async function recordChange(
  tx: Query,
  account: Account,
  { what, factor, now }: { what: 'added' | 'removed'; factor: FactorRecord; now: Date },
): Promise<void> {
  await queueNotice(tx, account, { what, kind: factor.kind }, now);
  await appendAudit(tx, {
    actor: { kind: 'account', accountId: account.id },
    action: what === 'added' ? 'account.factor_added' : 'account.factor_removed',
    subject: { kind: 'account', id: account.id },
    details: { factorId: factor.id, kind: factor.kind },
    at: now,
  });
}

/** The same of recovery codes that were made anew. */
export async function recordCodesMade(tx: Query, account: Account, now: Date): Promise<void> {
  await queueNotice(tx, account, { what: 'codes_made' }, now);
  await appendAudit(tx, {
    actor: { kind: 'account', accountId: account.id },
    action: 'account.recovery_codes_made',
    subject: { kind: 'account', id: account.id },
    at: now,
  });
}

/** The same of a recovery code that somebody has signed in with. @param left how many there still are */
export async function tellOfUsedCode(services: Services, account: Account, left: number): Promise<void> {
  const now = services.clock.now();
  await services.database.client.begin(async (tx) => {
    await queueNotice(tx, account, { what: 'code_used', left }, now);
    await appendAudit(tx, {
      actor: { kind: 'account', accountId: account.id },
      action: 'account.recovery_code_used',
      subject: { kind: 'account', id: account.id },
      details: { left },
      at: now,
    });
  });
  services.mailWaker.wake();
}
