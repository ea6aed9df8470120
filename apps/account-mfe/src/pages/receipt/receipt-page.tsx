import { orderMessages } from '@plaza/contracts/messages';
import type { PageProps } from '@plaza/federation/remote';
import { AppLink, paths } from '@plaza/navigation';
import { Breadcrumbs } from '@plaza/ui/breadcrumbs';
import { Button, buttonClass } from '@plaza/ui/button';
import { Container } from '@plaza/ui/container';
import Download from 'lucide-react/icons/download';
import Printer from 'lucide-react/icons/printer';
import { messages as accountMessages } from '../../messages.ts';
import { messages } from '../../receipt/messages.ts';
import type { ReceiptData } from './load-receipt.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';

const texts = messages.receipt;

/** What was bought, as it goes to the books: to read, to print, to keep as a file. Only the sheet itself is printed. */
export function ReceiptPage({ data }: PageProps<ReceiptData>) {
  const { orderId, orderNumber } = data.content;
  return (
    <Container className="flex max-w-4xl flex-col gap-6 pt-5 pb-20 print:max-w-none print:p-0">
      <header className="flex flex-col gap-4 print:hidden">
        <Breadcrumbs
          linkAs={AppLink}
          trail={[
            { label: accountMessages.orders.title, href: paths.orders() },
            { label: orderMessages.order(orderNumber), href: paths.order(orderId) },
            { label: texts.short },
          ]}
        />
        <div className="flex flex-wrap gap-3">
          <Button variant="secondary" icon={<Printer size={18} aria-hidden />} onClick={() => window.print()}>
            {texts.print}
          </Button>
          <a href={paths.receiptPdf(orderId)} className={buttonClass({ variant: 'secondary' })}>
            <Download size={18} aria-hidden />
            {texts.pdf}
          </a>
        </div>
      </header>
      <ReceiptSheet receipt={data} />
    </Container>
  );
}
