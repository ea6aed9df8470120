import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { PlatformData } from './load-platform.ts';
import { platformMessages } from './messages.ts';

export function platformHead(_input: HeadInput<PlatformData>): PageHead {
  return { title: messages.titleOf(platformMessages.title), noIndex: true };
}
