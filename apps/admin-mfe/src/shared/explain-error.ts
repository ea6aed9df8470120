import { toApiError } from '@plaza/federation/host';
import { isStepUpRequired } from '@plaza/federation/step-up';
import { messages } from '../messages.ts';

/** Why nothing was changed, for people. */
export const explainError = (error: unknown): string =>
  isStepUpRequired(error) ? messages.change.declined : (toApiError(error)?.message ?? messages.failed);
