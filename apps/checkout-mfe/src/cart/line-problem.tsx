import type { CartLine } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { formatMoney } from '@plaza/ui/format';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { messages } from '../messages.ts';

/** What stands in the way of buying a line, and the press that resolves it where one can. */
export function LineProblem(props: {
  line: CartLine;
  currency: string;
  onSetTo: (quantity: number) => void;
}) {
  const { line, currency, onSetTo } = props;
  const { problem } = line;
  if (!problem) return null;
  const left = problem.code === 'not_enough_stock' ? problem.availableQuantity : 0;
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-warning">
      <p className="flex items-start gap-1.5">
        <TriangleAlert size={16} aria-hidden="true" className="mt-0.75 shrink-0" />
        {textOf(line, currency)}
      </p>
      {left > 0 && (
        <Button variant="secondary" size="sm" onClick={() => onSetTo(left)}>
          {messages.cart.setTo(left)}
        </Button>
      )}
    </div>
  );
}

function textOf({ problem, unitPriceMinor }: CartLine, currency: string): string {
  if (problem?.code === 'price_changed') {
    const before = formatMoney(problem.previousPriceMinor, currency);
    return messages.cart.priceChanged(before, formatMoney(unitPriceMinor, currency));
  }
  if (problem?.code === 'not_enough_stock') {
    return problem.availableQuantity > 0
      ? messages.cart.onlyLeft(problem.availableQuantity)
      : messages.cart.soldOut;
  }
  return messages.cart.unavailable;
}
