import { toApiError } from '@plaza/federation/host';
import { isStepUpRequired } from '@plaza/federation/step-up';
import { Notice } from '@plaza/ui/notice';
import { messages } from '../../messages.ts';
import { teamMessages as texts } from './messages.ts';

/** Why something did not work. @param text what the market answered, if it did */
export function Problem({ error, text }: { error: unknown; text?: string | undefined }) {
  if (!error && !text) return null;
  const message = isStepUpRequired(error) ? texts.stale : toApiError(error)?.message;
  return <Notice tone="danger">{text ?? message ?? messages.failed}</Notice>;
}
