/** The words on the screen, from the catalogues that the pages take them from: journeys find things by what people read. */
export { messages as account } from '../../apps/account-mfe/src/messages.ts';
export { messages as catalog } from '../../apps/catalog-mfe/src/messages.ts';
export { messages as checkout } from '../../apps/checkout-mfe/src/messages.ts';
export { messages as seller } from '../../apps/seller-mfe/src/messages.ts';
export { messages as shell } from '../../apps/shell/src/messages.ts';
export { messages as payPage } from '../../local/src/stripe/pay-page.messages.ts';
export { messages as ui } from '../../packages/ui/src/messages.ts';
