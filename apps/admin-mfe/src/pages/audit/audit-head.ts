import type { HeadInput, PageHead } from '@plaza/federation/remote';
import { messages } from '../../messages.ts';
import type { AuditData } from './load-audit.ts';

export function auditHead(_input: HeadInput<AuditData>): PageHead {
  return { title: messages.titleOf(messages.audit.title), noIndex: true };
}
