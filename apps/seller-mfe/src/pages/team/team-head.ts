import type { PageHead } from '@plaza/federation/remote';
import { teamMessages } from './messages.ts';

export const teamHead = (): PageHead => ({ title: teamMessages.title, noIndex: true });
