import type { PageHead } from '@plaza/federation/remote';
import { exampleMessages as texts } from './messages.ts';

export const exampleHead = (): PageHead => ({
  title: texts.title,
  description: texts.intro,
  canonicalPath: '/example',
});
