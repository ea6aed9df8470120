import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { AlertsData } from './load-alerts.ts';
import { alertMessages } from './messages.ts';

export function alertsHead(_input: HeadInput<AlertsData>): PageHead {
  return { title: messages.titleOf(alertMessages.title), noIndex: true };
}
