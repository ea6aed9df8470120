import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { HomeData } from './load-home.ts';

export function homeHead(_input: HeadInput<HomeData>): PageHead {
  return { title: messages.homeTitle };
}
