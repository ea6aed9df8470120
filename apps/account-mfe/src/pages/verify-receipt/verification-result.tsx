import type { VerifyReceiptResult } from '@plaza/contracts';
import { formatMoney } from '@plaza/ui/format';
import { Notice } from '@plaza/ui/notice';
import { useFormatTime } from '../../local-time.tsx';
import { messages } from '../../receipt/messages.ts';
import type { Verification } from './load-verification.ts';

const texts = messages.verify;

/** What came of the check; nothing before there was one. */
export function VerificationResult({ result }: Pick<Verification, 'result'>) {
  if (result === null || (!result.ok && result.code === 'malformed')) return null;
  if (!result.ok) {
    return (
      <Notice tone="danger" title={texts.unknownTitle}>
        {texts.unknownText}
      </Notice>
    );
  }
  return <Genuine receipt={result} />;
}

function Genuine({ receipt }: { receipt: Extract<VerifyReceiptResult, { ok: true }> }) {
  const formatTime = useFormatTime();
  const money = (amountMinor: number) => formatMoney(amountMinor, receipt.currency);
  const state =
    receipt.state === 'partly_refunded'
      ? texts.states.partly_refunded(money(receipt.refundedMinor))
      : texts.states[receipt.state];
  const facts = [
    { label: texts.number, value: receipt.orderNumber },
    { label: texts.paid, value: formatTime(receipt.paidAt) },
    { label: texts.total, value: money(receipt.totalMinor) },
    { label: texts.state, value: state },
  ];
  return (
    <Notice tone={receipt.state === 'unchanged' ? 'positive' : 'warning'} title={texts.validTitle}>
      <p>{texts.validText}</p>
      <dl className="mt-2 grid grid-cols-[auto_1fr] gap-x-5 gap-y-1 text-base">
        {facts.map(({ label, value }) => (
          <div key={label} className="contents">
            <dt className="text-ink-muted">{label}</dt>
            <dd className="font-medium tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
    </Notice>
  );
}
