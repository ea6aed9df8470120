import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ConfirmationData } from './load-confirmation.ts';

export function ConfirmationPage(_props: PageProps<ConfirmationData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.confirmationTitle}</h1>;
}
