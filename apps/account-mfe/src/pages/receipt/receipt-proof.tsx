import type { Receipt } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { linkClass } from '@plaza/ui/button';
import { messages } from '../../receipt/messages.ts';

const texts = messages.receipt;

/** How anyone can see that the receipt is genuine. */
export function ReceiptProof({ receipt }: { receipt: Receipt }) {
  const { digest, keyId, qr, content, verifyUrl } = receipt;
  return (
    <section
      aria-labelledby="proof"
      className="flex break-inside-avoid flex-col-reverse gap-6 border-t border-line pt-6 sm:flex-row sm:justify-between"
    >
      <div className="min-w-0 text-sm">
        <h2 id="proof" className="text-base font-semibold">
          {texts.verifyTitle}
        </h2>
        <p className="mt-1 max-w-prose text-ink-muted">{texts.verifyText}</p>
        <p className="mt-3 text-ink-muted">{texts.digest}</p>
        <p className="font-mono text-xs leading-5 wrap-anywhere">{digest.match(/.{8}/g)?.join(' ')}</p>
        <p className="mt-1 text-ink-muted">{texts.key(keyId)}</p>
        <p className="mt-3 flex flex-wrap gap-x-5 gap-y-2 print:hidden">
          <AppLink href={paths.verifyReceipt({ digest })} className={linkClass}>
            {texts.verifyLink}
          </AppLink>
          <a href={paths.receiptData(content.orderId)} className={linkClass} download>
            {texts.data}
          </a>
        </p>
        <p className="mt-3 hidden wrap-anywhere print:block">{verifyUrl}</p>
      </div>
      {/* Dark on light in every theme: scanners expect it. */}
      <svg
        role="img"
        aria-label={texts.qr}
        viewBox={`-2 -2 ${qr.size + 4} ${qr.size + 4}`}
        className="size-36 shrink-0 rounded-sm"
        shapeRendering="crispEdges"
      >
        <rect x={-2} y={-2} width="100%" height="100%" fill="#fff" />
        <path d={qr.path} fill="#000" />
      </svg>
    </section>
  );
}
