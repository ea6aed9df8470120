import { addressLines, type Receipt, type ReceiptContent } from '@plaza/contracts';
import { orderMessages } from '@plaza/contracts/messages';
import { Card } from '@plaza/ui/card';
import { formatMoney } from '@plaza/ui/format';
import { PlazaLogo } from '@plaza/ui/plaza-mark';
import { PostalAddress } from '@plaza/ui/postal-address';
import { SumList } from '@plaza/ui/sum-list';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../receipt/messages.ts';
import { ReceiptProof } from './receipt-proof.tsx';

const texts = messages.receipt;

/** The receipt as a sheet of paper. */
export function ReceiptSheet({ receipt }: { receipt: Receipt }) {
  const { content, refundedMinor } = receipt;
  const formatTime = useFormatTime();
  const money = (amountMinor: number) => formatMoney(amountMinor, content.currency);
  return (
    <Card padding="lg" className="flex flex-col gap-8 print:border-0 print:p-0 sm:p-10">
      <div className="flex flex-col gap-6">
        <PlazaLogo />
        <div>
          <h1 className="text-3xl font-semibold">{texts.title(content.orderNumber)}</h1>
          <p className="mt-1 text-ink-muted">
            <time dateTime={content.paidAt}>{texts.paidAt(formatTime(content.paidAt))}</time>
          </p>
        </div>
        <section aria-labelledby="buyer">
          <h2 id="buyer" className="mb-1 text-sm font-medium text-ink-muted">
            {texts.buyer}
          </h2>
          <PostalAddress lines={addressLines({ ...content.buyer, phone: '' })} />
        </section>
      </div>
      {content.sellerOrders.map((part) => (
        <SoldItems key={part.number} part={part} money={money} />
      ))}
      <SumList
        className="w-full break-inside-avoid sm:ms-auto sm:max-w-80"
        parts={[
          { label: orderMessages.items, value: money(content.itemsMinor) },
          {
            label: orderMessages.shipping,
            value: content.shippingMinor === 0 ? orderMessages.free : money(content.shippingMinor),
          },
        ]}
        total={{ label: texts.totalPaid, value: money(content.totalMinor) }}
        after={refundedMinor > 0 ? [{ label: orderMessages.refunded, value: money(refundedMinor) }] : []}
      />
      <ReceiptProof receipt={receipt} />
    </Card>
  );
}

interface SoldItemsProps {
  part: ReceiptContent['sellerOrders'][number];
  money: (amountMinor: number) => string;
}

/** What one seller sold. */
function SoldItems({ part, money }: SoldItemsProps) {
  return (
    <section aria-label={orderMessages.parcelFrom(part.seller)}>
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="font-semibold">{part.seller}</h2>
        <span className="text-sm text-ink-muted">{texts.sellerOrder(part.number)}</span>
      </div>
      <table className="w-full">
        <thead className="sr-only">
          <tr>
            <th scope="col">{texts.item}</th>
            <th scope="col">{texts.amount}</th>
          </tr>
        </thead>
        <tbody>
          {part.lines.map((line, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a receipt never change
            <tr key={index} className="break-inside-avoid border-t border-line align-top">
              <td className="py-3 pe-4">
                <span className="wrap-anywhere">{line.title}</span>
                <span className="block text-sm text-ink-muted">
                  {[line.variantLabel, texts.quantity(line.quantity, money(line.unitPriceMinor))]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </td>
              <td className="py-3 text-end tabular-nums">{money(line.totalMinor)}</td>
            </tr>
          ))}
          <tr className="border-t border-line text-ink-muted">
            <td className="py-3 pe-4">{orderMessages.shippingBy(part.shippingSpeed)}</td>
            <td className="py-3 text-end tabular-nums">
              {part.shippingMinor === 0 ? orderMessages.free : money(part.shippingMinor)}
            </td>
          </tr>
        </tbody>
      </table>
    </section>
  );
}
