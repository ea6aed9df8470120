import { Card } from '@plaza/ui/card';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import type { ReactNode, Ref } from 'react';
import { messages } from '../../messages.ts';
import type { StepState } from './checkout-steps.ts';

export interface CheckoutStepProps {
  number: number;
  title: string;
  state: StepState;
  headingRef?: Ref<HTMLHeadingElement>;
  children: ReactNode;
}

/** A numbered part of the checkout; what waits for an earlier part says so instead of showing its controls. */
export function CheckoutStep({ number, title, state, headingRef, children }: CheckoutStepProps) {
  return (
    <Card padding="none">
      <section aria-label={title} className="p-5 sm:p-7">
        <h2
          ref={headingRef}
          tabIndex={-1}
          className={clsx(
            'flex items-center gap-3 text-xl font-semibold outline-none',
            state === 'later' && 'text-ink-muted',
          )}
        >
          <span
            aria-hidden="true"
            className={clsx(
              'grid size-7 shrink-0 place-items-center rounded-full text-sm tabular-nums',
              state === 'open' && 'bg-accent text-accent-ink',
              state === 'done' && 'bg-positive-soft text-positive',
              state === 'later' && 'bg-surface-sunken',
            )}
          >
            {state === 'done' ? <Check size={16} strokeWidth={3} /> : number}
          </span>
          {title}
        </h2>
        {state === 'later' ? (
          <p className="mt-1 ps-10 text-sm text-ink-muted">{messages.checkout.afterDelivery}</p>
        ) : (
          <div className="mt-5">{children}</div>
        )}
      </section>
    </Card>
  );
}
