import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { ListingsData } from './load-listings.ts';

export function ListingsPage(_props: PageProps<ListingsData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.listingsTitle}</h1>;
}
