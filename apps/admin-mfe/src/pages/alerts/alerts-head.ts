import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { AlertsData } from './load-alerts.ts';

export function alertsHead(_input: HeadInput<AlertsData>): PageHead {
  return { title: messages.titleOf(messages.alerts.title), noIndex: true };
}
