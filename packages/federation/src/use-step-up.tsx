// By its public name: it must exist once on a page, and the shell provides it by that.
import { toApiError, useHost } from '@plaza/federation/host';
import { type ReactNode, useCallback, useState } from 'react';

interface StepUp {
  /**
   * Makes a call; when the market first wants to know anew who is there, asks, and makes it again. Throws what the call
   * throws, and the market's refusal when somebody does not want to show who they are.
   */
  guard: <Result>(call: () => Promise<Result>) => Promise<Result>;
  /** To be rendered by whoever uses the hook: the question, while it is asked. */
  dialog: ReactNode;
}

/**
 * For changes that ask for a fresh proof (`step_up_required`). The dialog is the account's; its code is fetched when it is
 * first needed.
 */
export function useStepUp(): StepUp {
  const { Slot } = useHost();
  const [answer, setAnswer] = useState<((isProved: boolean) => void) | null>(null);
  const guard = useCallback(async <Result,>(call: () => Promise<Result>): Promise<Result> => {
    try {
      return await call();
    } catch (error) {
      if (!isStepUpRequired(error)) throw error;
      const isProved = await new Promise<boolean>((resolve) => setAnswer(() => resolve));
      setAnswer(null);
      if (!isProved) throw error;
      return call();
    }
  }, []);
  return { guard, dialog: answer && <Slot name="account/step-up" loading={false} onDone={answer} /> };
}

/** Whether the market refused because the last proof is too old. */
export const isStepUpRequired = (error: unknown): boolean => toApiError(error)?.reason === 'step_up_required';
