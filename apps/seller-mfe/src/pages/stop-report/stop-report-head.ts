import type { PageHead } from '@plaza/federation/remote';
import { stopReportMessages } from './messages.ts';

export const stopReportHead = (): PageHead => ({ title: stopReportMessages.title, noIndex: true });
