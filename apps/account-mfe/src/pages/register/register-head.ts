import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { RegisterData } from './load-register.ts';

export function registerHead(_input: HeadInput<RegisterData>): PageHead {
  return { title: messages.registerTitle };
}
