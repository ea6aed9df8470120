import type { Cart } from '@plaza/contracts';
import { Button } from '@plaza/ui/button';
import { Notice } from '@plaza/ui/notice';
import { messages } from '../messages.ts';
import { useAcceptPrices } from './use-cart.ts';

/** Says once, above the lines, that some need a look; new prices are accepted here for all of them. */
export function ProblemsNotice({ cart }: { cart: Cart }) {
  const acceptPrices = useAcceptPrices();
  if (!cart.hasProblems) return null;
  const pricesChanged = cart.groups.some((group) =>
    group.lines.some((line) => line.problem?.code === 'price_changed'),
  );
  return (
    <Notice
      tone="warning"
      title={messages.cart.problemsTitle}
      actions={
        pricesChanged && (
          <Button size="sm" busy={acceptPrices.isPending} onClick={() => acceptPrices.mutate()}>
            {messages.cart.acceptPrices}
          </Button>
        )
      }
    >
      {acceptPrices.isError ? messages.cart.failed : messages.cart.problemsText}
    </Notice>
  );
}
