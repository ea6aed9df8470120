import type { SlotProps } from '@plaza/contracts/remotes';
import { messages } from '../../messages.ts';

export function CategoryMenu(_props: SlotProps['catalog/category-menu']) {
  return <span className="p-2">{messages.categoryMenu}</span>;
}
