import type { Order } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Button, buttonClass, linkClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { ProgressBar } from '@plaza/ui/progress-bar';
import CircleCheck from 'lucide-react/icons/circle-check';
import Clock from 'lucide-react/icons/clock';
import { type ReactNode, useEffect, useRef } from 'react';
import { messages } from '../../messages.ts';
import { usePay } from '../checkout/use-pay.ts';
import { AccountOffer } from './account-offer.tsx';
import type { ConfirmationData } from './load-confirmation.ts';
import { OrderContents } from './order-contents.tsx';
import { OrderFacts } from './order-facts.tsx';
import type { Settlement } from './settlement.ts';
import { useSettlement } from './use-settlement.ts';

const texts = messages.confirmation;

/** Where the buyer lands after the payment page: waits for the payment, then says thanks; or says what went wrong. */
export function ConfirmationPage({ data }: PageProps<ConfirmationData>) {
  const { order, settlement } = useSettlement(data.order);
  return (
    <Container className="py-8 md:py-14">
      <div className="mx-auto flex max-w-xl flex-col gap-8">
        <Outcome order={order} settlement={settlement} />
        <OrderFacts order={order} />
        {data.isGuest && settlement === 'paid' && <AccountOffer order={order} />}
        <OrderContents order={order} />
      </div>
    </Container>
  );
}

function Outcome({ order, settlement }: { order: Order; settlement: Settlement }) {
  switch (settlement) {
    case 'paid':
      return (
        <Headline
          icon={<CircleCheck size={44} className="text-positive" />}
          title={texts.thanks(firstNameOf(order))}
          text={texts.paidText(order.sellerOrders.length)}
          actions={
            <>
              <ViewOrder order={order} primary />
              <AppLink href={paths.receipt(order.id)} className={buttonClass({ variant: 'secondary' })}>
                {orderMessages.viewReceipt}
              </AppLink>
              <AppLink href={paths.home()} className={`${linkClass} self-center py-2 sm:ms-2`}>
                {texts.keepShopping}
              </AppLink>
            </>
          }
        />
      );
    case 'settling':
    case 'slow':
      return (
        <div className="flex flex-col gap-5">
          <Headline
            icon={<Clock size={44} className="text-ink-muted" />}
            title={settlement === 'slow' ? texts.slowTitle : texts.settlingTitle}
            text={settlement === 'slow' ? texts.slowText : texts.settlingText}
          />
          <ProgressBar label={texts.settlingTitle} />
        </div>
      );
    case 'unpaid':
      return <Unpaid order={order} />;
    case 'expired':
      return (
        <Headline
          icon={<Clock size={44} className="text-ink-muted" />}
          title={texts.expiredTitle}
          text={texts.expiredText}
          actions={
            <>
              <AppLink href={paths.cart()} className={buttonClass()}>
                {texts.backToCart}
              </AppLink>
              <ViewOrder order={order} />
            </>
          }
        />
      );
    case 'cancelled':
      return (
        <Headline
          icon={<Clock size={44} className="text-ink-muted" />}
          title={texts.cancelledTitle}
          text={texts.cancelledText}
          actions={<ViewOrder order={order} primary />}
        />
      );
  }
}

/** The last payment failed, and the order can still be paid. */
function Unpaid({ order }: { order: Order }) {
  const { state, payOrder } = usePay();
  return (
    <div className="flex flex-col gap-5">
      <Headline
        icon={<Clock size={44} className="text-warning" />}
        title={texts.unpaidTitle}
        text={order.paymentFailure ? messages.pending.declined(order.paymentFailure) : texts.unpaidText}
        actions={
          <>
            <Button
              busy={state.kind === 'working' || state.kind === 'leaving'}
              busyLabel={orderMessages.openingPayment}
              onClick={() => void payOrder(order.id)}
            >
              {orderMessages.pay(formatMoney(order.totalMinor, order.currency))}
            </Button>
            <ViewOrder order={order} />
          </>
        }
      />
      {state.kind === 'refused' && <Notice tone="danger">{state.message}</Notice>}
    </div>
  );
}

interface HeadlineProps {
  icon: ReactNode;
  title: string;
  text: string;
  /** What can be done now, the first thing first. */
  actions?: ReactNode;
}

/** The one thing that the page says; a change of it is announced and takes the focus. */
function Headline({ icon, title, text, actions }: HeadlineProps) {
  const headingRef = useRef<HTMLHeadingElement>(null);
  const firstTitle = useRef(title);
  useEffect(() => {
    if (title !== firstTitle.current) headingRef.current?.focus();
  }, [title]);
  return (
    <div>
      <span aria-hidden="true">{icon}</span>
      <h1 ref={headingRef} tabIndex={-1} className="mt-4 text-3xl font-semibold outline-none md:text-4xl">
        {title}
      </h1>
      <p role="status" className="mt-2 max-w-prose text-lg text-ink-muted wrap-anywhere">
        {text}
      </p>
      {actions && <div className="mt-6 flex flex-wrap gap-3">{actions}</div>}
    </div>
  );
}

function ViewOrder({ order, primary = false }: { order: Order; primary?: boolean }) {
  return (
    <AppLink
      href={paths.order(order.id)}
      className={buttonClass({ variant: primary ? 'primary' : 'secondary' })}
    >
      {texts.viewOrder}
    </AppLink>
  );
}

const firstNameOf = (order: Order): string => order.address.fullName.split(/\s+/)[0] ?? '';
