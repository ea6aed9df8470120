import type { Order } from '@plaza/contracts';
import { orderMessages, statusTones } from '@plaza/contracts/messages';
import { StatusBadge } from '@plaza/ui/badge';
import clsx from 'clsx';
import type { ReactNode } from 'react';
import { messages } from '../../messages.ts';

/** What somebody writes down: the number, how it stands, and where the confirmation goes. */
export function OrderFacts({ order }: { order: Order }) {
  return (
    <dl className="grid gap-x-10 gap-y-4 border-y border-line py-5 grid-cols-[auto_minmax(0,1fr)] sm:grid-cols-[auto_auto_minmax(0,1fr)]">
      <Fact label={messages.confirmation.number}>
        <span className="text-lg font-semibold tabular-nums">{order.number}</span>
      </Fact>
      <Fact label={messages.confirmation.status}>
        <StatusBadge tone={statusTones[order.status]}>{orderMessages.orderStatus[order.status]}</StatusBadge>
      </Fact>
      <Fact label={orderMessages.confirmationTo} className="max-sm:col-span-2">
        <span className="wrap-anywhere">{order.email}</span>
      </Fact>
    </dl>
  );
}

function Fact({ label, className, children }: { label: string; className?: string; children: ReactNode }) {
  return (
    <div className={clsx('flex flex-col gap-1', className)}>
      <dt className="text-sm text-ink-muted">{label}</dt>
      <dd className="flex min-h-7 items-center">{children}</dd>
    </div>
  );
}
