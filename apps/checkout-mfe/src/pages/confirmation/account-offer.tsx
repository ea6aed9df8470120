import type { Order } from '@plaza/contracts';
import { AppLink, paths } from '@plaza/navigation';
import { buttonClass, linkClass } from '@plaza/ui/button';
import { Card } from '@plaza/ui/card';
import { messages } from '../../messages.ts';

const texts = messages.confirmation;

/** For somebody who bought without an account: one with the address of the order, which is in it then. */
export function AccountOffer({ order: { id, email } }: { order: Order }) {
  const order = paths.order(id);
  return (
    <Card className="flex flex-col gap-4 md:p-6">
      <div>
        <h2 className="text-lg font-semibold">{texts.offerTitle}</h2>
        <p className="mt-1 text-ink-muted wrap-anywhere">{texts.offerText(email)}</p>
      </div>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-2">
        <AppLink
          href={paths.register(order, { order: id })}
          className={buttonClass({ variant: 'secondary' })}
        >
          {texts.openAccount}
        </AppLink>
        <AppLink href={paths.signIn(order)} className={`${linkClass} py-2`}>
          {texts.signIn}
        </AppLink>
      </div>
    </Card>
  );
}
