import clsx from 'clsx';
import { productMessages as texts } from './messages.ts';
import { type StockLevel, stockLevel } from './variant-choice.ts';

const tones: Record<StockLevel, string> = {
  plenty: 'text-positive',
  few: 'text-warning',
  none: 'text-danger',
};

export const stockText = (availableQuantity: number): string => {
  const level = stockLevel(availableQuantity);
  if (level === 'none') return texts.soldOut;
  return level === 'few' ? texts.fewLeft(availableQuantity) : texts.inStock(availableQuantity);
};

/** What is on the shelf now; a change is read aloud. */
export function StockLine({
  availableQuantity,
  connected,
}: {
  availableQuantity: number;
  connected: boolean;
}) {
  const level = stockLevel(availableQuantity);
  return (
    <div className="flex flex-col gap-1">
      <p aria-live="polite" className={clsx('flex items-center gap-2 font-medium', tones[level])}>
        <span aria-hidden="true" className="size-2 rounded-full bg-current" />
        <span data-testid="stock-line">{stockText(availableQuantity)}</span>
      </p>
      {level === 'none' && <p className="text-sm text-ink-muted">{texts.soldOutText}</p>}
      {!connected && <p className="text-sm text-ink-muted">{texts.stockPaused}</p>}
    </div>
  );
}
