import type { SlotProps } from '@plaza/contracts/remotes';
import { messages } from '../../messages.ts';

export function AccountMenu(_props: SlotProps['account/account-menu']) {
  return <span className="p-2">{messages.accountMenu}</span>;
}
