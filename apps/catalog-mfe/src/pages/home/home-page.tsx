import type { PageProps } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { HomeData } from './load-home.ts';

export function HomePage(_props: PageProps<HomeData>) {
  return <h1 className="p-8 text-2xl font-semibold">{messages.homeTitle}</h1>;
}
