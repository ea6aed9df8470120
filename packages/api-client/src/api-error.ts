import { isTRPCClientError } from '@trpc/client';

export interface ApiError {
  /** As tRPC names it: UNAUTHORIZED, FORBIDDEN, NOT_FOUND, BAD_REQUEST, TOO_MANY_REQUESTS … */
  code: string;
  httpStatus: number;
  /** A line for the person in front of the screen. */
  message: string;
  /** Why a policy refused, such as `step_up_required`; null when none did. */
  reason: string | null;
}

/** What the BFF answered, if `error` is its answer; null when it could not be reached or said nothing of use. */
export function toApiError(error: unknown): ApiError | null {
  if (!isTRPCClientError(error)) return null;
  const data: unknown = error.data;
  // Checked by hand: zod would weigh on every page for this alone.
  if (typeof data !== 'object' || data === null || !('code' in data) || !('httpStatus' in data)) return null;
  if (typeof data.code !== 'string' || typeof data.httpStatus !== 'number') return null;
  const reason = 'reason' in data && typeof data.reason === 'string' ? data.reason : null;
  return { code: data.code, httpStatus: data.httpStatus, message: error.message, reason };
}
