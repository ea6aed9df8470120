import type { SlotProps } from '@plaza/contracts/remotes';
import { lazy, Suspense } from 'react';

// Slots travel with every page: the dialog and what knows passkeys only come when somebody is asked.
const StepUpDialog = lazy(() => import('./step-up-dialog.tsx'));

/** The question who is there, once its code is here. */
export const StepUp = (props: SlotProps['account/step-up']) => (
  <Suspense fallback={null}>
    <StepUpDialog {...props} />
  </Suspense>
);
