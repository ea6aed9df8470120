import type { SlotProps } from '@plaza/contracts/remotes';
import { messages } from '../../messages.ts';

export function SearchBox(_props: SlotProps['catalog/search-box']) {
  return <span className="p-2">{messages.searchBox}</span>;
}
