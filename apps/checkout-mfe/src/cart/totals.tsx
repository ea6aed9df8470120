import type { Currency } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { formatMoney } from '@plaza/ui/format';
import { SumList } from '@plaza/ui/sum-list';
import { messages } from '../messages.ts';

export interface TotalsProps {
  itemsMinor: number;
  /** Null while nobody knows where to. */
  shippingMinor: number | null;
  totalMinor: number;
  currency: Currency;
  /** Stands for the price of shipping until that is known. */
  shippingLater?: string;
}

/** Items, shipping and what they come to. */
export function Totals(props: TotalsProps) {
  const {
    itemsMinor,
    shippingMinor,
    totalMinor,
    currency,
    shippingLater = messages.cart.shippingLater,
  } = props;
  const known = shippingMinor !== null;
  return (
    <SumList
      parts={[
        { label: orderMessages.items, value: formatMoney(itemsMinor, currency) },
        {
          label: orderMessages.shipping,
          value: known ? shippingText(shippingMinor, currency) : shippingLater,
        },
      ]}
      total={{
        label: known ? orderMessages.total : messages.cart.totalBeforeShipping,
        value: formatMoney(totalMinor, currency),
      }}
    />
  );
}

/** A price of shipping for people: "Free" for nothing. */
export const shippingText = (priceMinor: number, currency: string): string =>
  priceMinor === 0 ? orderMessages.free : formatMoney(priceMinor, currency);
