import type { ReconciliationDay } from '@plaza/contracts';
import { Notice } from '@plaza/ui/notice';
import { reconciliationMessages as texts } from './messages.ts';

/** In a line: whether somebody has to look at it. */
export function Verdict({ days }: { days: readonly ReconciliationDay[] }) {
  const over = days.filter(({ state }) => state !== 'moving');
  const differing = over.filter(({ state }) => state === 'differs').length;
  if (over.length === 0) return <Notice>{texts.noDays}</Notice>;
  if (differing > 0) return <Notice tone="danger">{texts.someDiffer(differing)}</Notice>;
  if (over.some(({ state }) => state === 'on_its_way'))
    return <Notice tone="warning">{texts.someWait}</Notice>;
  return <Notice tone="positive">{texts.allEqual(over.length)}</Notice>;
}
