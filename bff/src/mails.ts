import { weeklyReport } from './analytics/public.ts';
import { apiClientMails } from './identity/access-tokens/public.ts';
import { factorChangedMail } from './identity/factors/public.ts';
import { identityMails } from './identity/mails/public.ts';
import { connectionChanged, socialCode } from './identity/social/public.ts';
import type { MailTemplate } from './notification/public.ts';
import { orderConfirmation } from './order/public.ts';
import { erasureAskedMail, exportReadyMail } from './profile/public.ts';
import { rolledBackMail } from './release/public.ts';
import { teamMails } from './seller/team/public.ts';

/** Every kind of mail that Plaza sends, each defined by the domain that it tells of. */
export const mails: readonly MailTemplate[] = [
  orderConfirmation,
  socialCode,
  factorChangedMail,
  connectionChanged,
  ...identityMails,
  ...apiClientMails,
  ...teamMails,
  exportReadyMail,
  erasureAskedMail,
  weeklyReport,
  rolledBackMail,
];
