/**
 * The words on the screen, from the catalogues that the pages take them from: journeys find things by what people read.
 * The slots of a remote have words of their own; here they stand beside those of its pages.
 */
import { messages as accountPages } from '../../apps/account-mfe/src/messages.ts';
import { slotMessages as accountSlots } from '../../apps/account-mfe/src/slots/messages.ts';
import { messages as catalogPages } from '../../apps/catalog-mfe/src/messages.ts';
import { homeMessages } from '../../apps/catalog-mfe/src/pages/home/messages.ts';
import { productMessages } from '../../apps/catalog-mfe/src/pages/product/messages.ts';
import { searchMessages } from '../../apps/catalog-mfe/src/pages/search/messages.ts';
import { slotMessages as catalogSlots } from '../../apps/catalog-mfe/src/slots/messages.ts';
import { messages as checkoutPages } from '../../apps/checkout-mfe/src/messages.ts';
import { slotMessages as checkoutSlots } from '../../apps/checkout-mfe/src/slots/messages.ts';

export { frameMessages as accountFrame } from '../../apps/account-mfe/src/account-frame/messages.ts';
export { apiMessages as apiClients } from '../../apps/account-mfe/src/pages/api-clients/messages.ts';
export { notMeMessages as notMe } from '../../apps/account-mfe/src/pages/not-me/messages.ts';
export { securityMessages as security } from '../../apps/account-mfe/src/pages/security/messages.ts';
export { profileMessages as profile } from '../../apps/account-mfe/src/profile/messages.ts';
export { proofMessages as proofWords } from '../../apps/account-mfe/src/proof/messages.ts';
export { messages as receipt } from '../../apps/account-mfe/src/receipt/messages.ts';
export { recoveryMessages as recovery } from '../../apps/account-mfe/src/recovery/messages.ts';
export { socialMessages as social } from '../../apps/account-mfe/src/social/messages.ts';
export { figureMessages as figures } from '../../apps/admin-mfe/src/figures/messages.ts';
export { messages as admin } from '../../apps/admin-mfe/src/messages.ts';
export { alertMessages as alerts } from '../../apps/admin-mfe/src/pages/alerts/messages.ts';
export { deadLettersMessages as deadLetters } from '../../apps/admin-mfe/src/pages/dead-letters/messages.ts';
export { platformMessages as platform } from '../../apps/admin-mfe/src/pages/platform/messages.ts';
export { reconciliationMessages as reconciliation } from '../../apps/admin-mfe/src/pages/reconciliation/messages.ts';
export { releaseMessages as releases } from '../../apps/admin-mfe/src/pages/releases/messages.ts';
export { teamFiguresMessages as teamFigures } from '../../apps/admin-mfe/src/pages/team-figures/messages.ts';
export { messages as seller } from '../../apps/seller-mfe/src/messages.ts';
export { dashboardMessages as dashboard } from '../../apps/seller-mfe/src/pages/dashboard/messages.ts';
export { teamMessages as team } from '../../apps/seller-mfe/src/pages/team/messages.ts';
export { boundaryMessages as boundaries } from '../../apps/shell/src/layout/boundaries/messages.ts';
export { messages as localBuilds } from '../../apps/shell/src/local-builds/messages.ts';
export { messages as shell } from '../../apps/shell/src/messages.ts';
export { messages as mailWords } from '../../bff/src/identity/mails/identity-mail.messages.ts';
export { profileMailMessages as profileMails } from '../../bff/src/profile/profile-mail.messages.ts';
export { messages as inbox } from '../../local/src/mail/inbox.messages.ts';
export { messages as consent } from '../../local/src/oauth/oauth.messages.ts';
export { messages as payPage } from '../../local/src/stripe/pay-page.messages.ts';
export { orderMessages as orderWords } from '../../packages/contracts/src/messages.ts';
export * as ui from '../../packages/ui/src/messages.ts';
export const account = { ...accountPages, ...accountSlots };
export const catalog = {
  ...catalogPages,
  home: homeMessages,
  search: searchMessages,
  product: productMessages,
  ...catalogSlots,
};
export const checkout = { ...checkoutPages, ...checkoutSlots };
